import { ALEF, NOON, TEH, YEH } from '../text/letters';
import type { Statement } from './statement';

/** What one word (or phrase) of a reply is for. */
export type Mark =
  | { readonly kind: 'yes' | 'no' | 'unsure' | 'sometimes' | 'refusal' | 'negator' | 'nor' | 'possess' | 'verb' }
  | { readonly kind: 'except' | 'either' | 'asking' | 'notPlain' | 'courtesy' | 'anything' | 'own' | 'unknown' }
  | { readonly kind: 'fact'; readonly answer: 'yes' | 'no' | 'unsure' };

/** A mark and whether its word began with "and": a new statement, which an earlier "not" does not reach. */
export interface Marked {
  readonly word: string;
  readonly mark: Mark;
  readonly joined: boolean;
}

/** How a verb in the present begins. */
const IMPERFECT = new RegExp(`^[${ALEF}${TEH}${YEH}${NOON}]..`, 'u');

interface Gathered {
  readonly said: Statement['said'][number][];
  readonly facts: Statement['facts'][number][];
  readonly having: Statement['having'][number][];
  readonly seen: Set<Mark['kind']>;
  denials: number;
  sometimes: boolean;
  contradicts: boolean;
  unknown: number;
  ownWords: number;
}

/** Sums up what the words of a reply say, clause by clause: "not" reaches to the end of its clause. */
export function gatherStatement(clauses: readonly (readonly Marked[])[]): Statement {
  const gathered: Gathered = {
    said: [],
    facts: [],
    having: [],
    seen: new Set(),
    denials: 0,
    sometimes: false,
    contradicts: false,
    unknown: 0,
    ownWords: 0,
  };
  for (const marks of clauses) gatherClause(marks, gathered);
  const { seen, denials, ...rest } = gathered;
  return {
    ...rest,
    denies: denials > 0,
    anything: seen.has('anything'),
    asks: seen.has('asking'),
    notPlain: seen.has('notPlain'),
  };
}

function gatherClause(marks: readonly Marked[], gathered: Gathered): void {
  const earlier = gathered.facts.some((fact) => fact.answer === 'yes' && !fact.denied);
  let denied = false;
  for (const [at, marked] of marks.entries()) {
    gathered.seen.add(marked.mark.kind);
    const next = deniesFromHere(marked, denied, marks.slice(at + 1));
    if (next && !denied) gathered.denials += 1;
    denied = next;
    gatherMark(marked.mark, denied, earlier, gathered);
  }
  const affirms = marks.some(({ mark }) => mark.kind === 'yes');
  if (affirms && denied) gathered.contradicts = true;
}

/** Whether what stands from this word on is denied. */
function deniesFromHere({ mark, joined }: Marked, denied: boolean, rest: readonly Marked[]): boolean {
  switch (mark.kind) {
    case 'negator':
    case 'nor':
      return true;
    case 'refusal':
      return refusalDenies(rest);
    case 'except':
      return false;
    case 'either':
      return !denied;
    case 'possess':
    case 'verb':
      return denied && !joined;
    default:
      return denied;
  }
}

function gatherMark(mark: Mark, denied: boolean, earlier: boolean, gathered: Gathered): void {
  switch (mark.kind) {
    case 'yes':
      // After "not", the word for "yes" means "any".
      if (!denied) gathered.said.push('yes');
      return;
    case 'no':
      gathered.said.push('no');
      return;
    case 'refusal':
      if (!denied) gathered.said.push('no');
      return;
    case 'unsure':
      // "I have diabetes, but I am not sure which": what is doubted is not the answer.
      if (!earlier) gathered.said.push('unsure');
      return;
    case 'sometimes':
      if (denied) return;
      gathered.said.push('yes');
      gathered.sometimes = true;
      return;
    case 'possess':
    case 'verb':
      gathered.having.push({ denied });
      return;
    case 'fact':
      gathered.facts.push({ answer: mark.answer, denied });
      return;
    case 'own':
      gathered.ownWords += 1;
      return;
    case 'unknown':
      gathered.unknown += 1;
      return;
    case 'negator':
    case 'nor':
    case 'except':
    case 'either':
    case 'asking':
    case 'notPlain':
    case 'courtesy':
    case 'anything':
      return;
    default:
      mark satisfies never;
  }
}

/**
 * Whether "la" denies what follows instead of answering: before a verb or a fact it does; before "I have" only in a
 * list of nor's ("la I have sugar wala pressure"), otherwise it is an answer of its own ("la, I have sugar").
 */
function refusalDenies(rest: readonly Marked[]): boolean {
  const next = rest.find(({ mark }) => mark.kind !== 'courtesy');
  if (next === undefined) return false;
  switch (next.mark.kind) {
    case 'possess':
      return rest.some(({ mark }) => mark.kind === 'nor');
    case 'verb':
      return true;
    case 'fact':
      return next.mark.answer !== 'no';
    case 'own':
    case 'unknown':
      return IMPERFECT.test(next.word);
    default:
      return false;
  }
}
