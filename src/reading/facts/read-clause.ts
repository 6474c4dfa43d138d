import type { Facts } from '../../knowledge/schema/facts';
import type { Fact } from './fact';
import type { Grammar, KnownFact, Marked } from './marks';

/** What one clause tells, and of whom the next clause speaks when it names nobody. */
export interface ClauseRead {
  readonly told: readonly Fact[];
  readonly denied: readonly string[];
  readonly whom: Fact['whom'];
}

/** Words after "I have" within which its illness stands. */
const REACH = 6;
/** Words after "not" within which what it denies stands, when nobody is said to have it. */
const DENIAL_REACH = 2;

type Attribution = 'have' | 'had' | 'take' | 'mayTake' | 'took' | 'asked';

interface State {
  whom: Fact['whom'] | undefined;
  attribution: { readonly kind: Attribution; readonly at: number } | undefined;
  denied: { readonly at: number } | undefined;
  /** "Not" stood before. */
  negated: boolean;
  hypothetical: boolean;
  general: boolean;
  /** Where a question word or modal verb stood last. */
  asks: number | undefined;
  modal: number | undefined;
  /** A fact was named since the last "not". */
  named: boolean;
  /** Nothing that matters has stood before. */
  atStart: boolean;
}

/** Reads one clause from left to right. */
export function readClause(marks: readonly Marked[], before: Fact['whom'], spans: ReadonlySet<string>): ClauseRead {
  const told = new Map<string, Fact>();
  const denied = new Set<string>();
  const state: State = {
    whom: undefined,
    attribution: undefined,
    denied: undefined,
    negated: false,
    hypothetical: false,
    general: false,
    asks: undefined,
    modal: undefined,
    named: false,
    atStart: true,
  };
  const isRegular = marks.some(({ mark }) => mark.kind === 'grammar' && mark.grammar === 'regularly');
  let stopped = false;

  for (const [at, marked] of marks.entries()) {
    const { mark } = marked;
    if (mark.kind === 'grammar') {
      stopped ||= mark.grammar === 'stopped';
      heedGrammar(state, mark.grammar, at, marked, marks.slice(at + 1));
    } else if (mark.kind === 'fact') {
      const deed = judge(mark.fact, mark.telling, at);
      if (deed === 'told') told.set(mark.fact.id, { id: mark.fact.id, whom: state.whom ?? before });
      if (deed === 'denied') denied.add(mark.fact.id);
      state.named = true;
      state.atStart = false;
    } else if (!spans.has(marked.words.join(' '))) state.atStart = false;
  }
  return { told: [...told.values()], denied: [...denied], whom: state.whom ?? before };

  function judge(fact: KnownFact, telling: 'says' | 'states' | 'names', at: number): 'told' | 'denied' | undefined {
    const marked = marks[at];
    if (marked === undefined || state.hypothetical || state.general) return undefined;
    if (telling !== 'names' && marked.joined && state.named) state.denied = undefined;
    if (telling === 'states' && marked.isGeneral) return undefined;
    if (state.denied !== undefined) return deniesHere(at) ? 'denied' : undefined;
    if (stopped && !fact.past) return undefined;
    switch (telling) {
      case 'says':
        return isPastOnly(fact) || state.asks === at - 1 ? undefined : 'told';
      case 'states':
        return isPastOnly(fact) || !isOwnState(at) ? undefined : 'told';
      case 'names':
        return isAttributed(fact, at) ? 'told' : undefined;
      default:
        return telling satisfies never;
    }
  }

  function deniesHere(at: number): boolean {
    const { attribution, denied: denial } = state;
    if (denial === undefined) return false;
    return attribution !== undefined || state.named || at - denial.at <= DENIAL_REACH;
  }

  function isPastOnly(fact: KnownFact): boolean {
    return state.attribution?.kind === 'had' && !fact.past;
  }

  /** "Pregnant": of somebody named, at the start, or with its month; not "a pregnant woman can". */
  function isOwnState(at: number): boolean {
    if (state.asks === at - 1 || state.attribution?.kind === 'asked') return false;
    const next = marks[at + 1];
    if (next?.mark.kind === 'grammar' && next.mark.grammar === 'generalVerbs' && state.whom === undefined) return false;
    const withMonth = marks.slice(at + 1, at + 3).some(({ words }) => words.some((word) => spans.has(word)));
    return state.whom !== undefined || state.attribution !== undefined || state.atStart || withMonth;
  }

  function isAttributed(fact: KnownFact, at: number): boolean {
    const { attribution } = state;
    // "I sickle-cell": the illness is a word for the person.
    if (attribution === undefined && !fact.habit && isGrammar(marks[at - 1], 'self')) return state.asks !== at - 2;
    // "The pressure with me is high": the person stands behind it.
    if (attribution === undefined && !fact.habit && isGrammar(marks[at + 1], 'have')) return state.asks === undefined;
    if (attribution === undefined || at - attribution.at > REACH) return false;
    switch (attribution.kind) {
      case 'asked':
        return false;
      case 'have':
        return !fact.habit || isRegular;
      case 'take':
        return true;
      case 'mayTake':
        return !fact.habit || isRegular;
      case 'had':
      case 'took':
        return fact.past || (fact.habit && isRegular);
      default:
        return attribution.kind satisfies never;
    }
  }
}

function heedGrammar(state: State, grammar: Grammar, at: number, marked: Marked, rest: readonly Marked[]): void {
  switch (grammar) {
    case 'negators':
      state.denied = { at };
      state.named = false;
      state.negated = true;
      return;
    case 'nor':
      // Without another "not" it is "or": "plasma or filler?"
      if (!state.atStart && !state.negated && !(state.whom !== undefined && holdsNor(rest))) return;
      state.denied = { at };
      return;
    case 'refusals':
      if (!refusalDenies(rest)) return;
      state.denied = { at };
      state.negated = true;
      return;
    case 'hypothesis':
      state.hypothetical = true;
      return;
    case 'people':
      state.general ||= state.whom === undefined;
      state.atStart = false;
      return;
    case 'asks':
      state.asks = at;
      state.attribution = undefined;
      return;
    case 'modals':
      state.modal = at;
      state.attribution = undefined;
      state.atStart = false;
      return;
    case 'have':
    case 'had':
    case 'took':
    case 'take':
    case 'mayTake':
      attribute(state, grammar, at, marked.joined);
      return;
    case 'self':
      if (state.asks === at - 1) state.attribution = { kind: 'asked', at };
      else state.whom = 'self';
      if (state.named && marked.joined) state.denied = undefined;
      return;
    case 'whom':
      state.whom = 'other';
      return;
    case 'stopped':
    case 'regularly':
    case 'generalVerbs':
    case 'on':
      if (rest[0]?.mark.kind === 'fact' && (state.atStart || state.whom !== undefined))
        attribute(state, 'take', at, false);
      return;
    case 'persons':
    case 'but':
    case 'fillers':
      return;
    case 'nothing':
      // What follows is not what "I have" speaks of: "I have a question about diabetes".
      state.attribution = undefined;
      return;
    default:
      grammar satisfies never;
  }
}

function attribute(state: State, kind: Exclude<Attribution, 'asked'>, at: number, joined: boolean): void {
  // "I have no sugar and I have pressure", "no sugar, I have pressure": a new statement.
  if (state.denied !== undefined && (joined || state.named)) state.denied = undefined;
  const asked =
    !joined && (state.asks === at - 1 || (kind === 'mayTake' && state.modal !== undefined && at - state.modal <= 1));
  state.attribution = { kind: asked ? 'asked' : kind, at };
}

function isGrammar(marked: Marked | undefined, grammar: Grammar): boolean {
  return marked?.mark.kind === 'grammar' && marked.mark.grammar === grammar;
}

/** "No" denies what stands right behind it, or a list: "no I have this nor that". */
function refusalDenies(rest: readonly Marked[]): boolean {
  const [next] = rest;
  if (next?.mark.kind === 'fact') return true;
  return holdsNor(rest);
}

function holdsNor(rest: readonly Marked[]): boolean {
  return rest.some(({ mark }) => mark.kind === 'grammar' && mark.grammar === 'nor');
}

/** The words for units of time in facts.yaml. */
export function spanWords({ session }: Facts, phraseWords: (phrase: string) => readonly string[]): ReadonlySet<string> {
  return new Set([...Object.values(session.spans), ...Object.values(session.ago)].flat().flatMap(phraseWords));
}
