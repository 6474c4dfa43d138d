import type { Match } from '../../matching/match';
import { matchedIds } from '../../matching/matched-topics';
import { normalize } from '../../text/normalize';
import type { Change, Conflict, Effect, Score, Verdict } from './effect';

/** One side of the comparison: the content as it is, or as it would be. */
export interface Side {
  match(text: string): Match;
  /** The topic a text is likest to, were its very words not among the phrasings; a group's name for what is no topic. */
  lean(text: string): string;
}

/** A text and the topic it belongs to. */
export interface Labelled {
  readonly text: string;
  readonly topic: string;
}

/** What is compared. */
export interface EffectInput {
  readonly phrasings: readonly Labelled[];
  readonly saved: readonly Labelled[];
  readonly waiting: readonly string[];
  /** What the change adds. */
  readonly added: readonly Labelled[];
  /** Who has a sentence already, by its normalized words. */
  readonly owners: ReadonlyMap<string, { readonly topic?: string; readonly group?: string }>;
  readonly isUrgent: (text: string) => boolean;
}

/** Compares both sides on everything that is known. Pure; some seconds for ten thousand sentences. */
export function measureEffect(live: Side, draft: Side, input: EffectInput): Effect {
  const { phrasings, saved, waiting } = input;
  const isAdded = new Set(input.added.map(({ text }) => normalize(text)));
  const verdicts = saved.map(({ text, topic }) => ({
    text,
    topic,
    from: verdict(live, text),
    to: verdict(draft, text),
  }));
  const others = waiting.filter((text) => !isAdded.has(normalize(text)));
  return {
    conflicts: input.added.flatMap((added) => conflictsOf(added, live, draft, input)),
    phrasings: { all: phrasings.length, changed: phrasings.flatMap((one) => leaning(one, live, draft)) },
    saved: {
      before: score(verdicts.map(({ topic, from }) => ({ topic, got: from }))),
      after: score(verdicts.map(({ topic, to }) => ({ topic, got: to }))),
      changed: verdicts.filter(isChanged),
    },
    waiting: {
      all: others.length,
      changed: others
        .map((text) => ({ text, topic: undefined, from: verdict(live, text), to: verdict(draft, text) }))
        .filter(isChanged),
    },
  };
}

function leaning({ text, topic }: Labelled, live: Side, draft: Side): Change[] {
  const [before, after] = [live.lean(text), draft.lean(text)];
  if (before === after) return [];
  const as = (id: string): Verdict => ({ kind: 'sure', topics: [id], score: 1 });
  return [{ text, topic, from: as(before), to: as(after) }];
}

function conflictsOf(
  { text, topic }: Labelled,
  live: Side,
  draft: Side,
  { owners, isUrgent }: EffectInput,
): Conflict[] {
  const owner = owners.get(normalize(text));
  const to = verdict(draft, text);
  // What is live has not learnt it: only so it says where the sentence belongs.
  const before = verdict(live, text);
  const found: Conflict[] = [];
  if (owner?.topic !== undefined && owner.topic !== topic) found.push({ kind: 'twin', text, topic: owner.topic });
  if (owner?.group !== undefined) found.push({ kind: 'stray', text, group: owner.group });
  if (isUrgent(text)) found.push({ kind: 'urgent', text });
  if (found.length > 0 || topic === '') return found;
  if (!to.topics.includes(topic)) return [{ kind: 'astray', text, topic, to }];
  const isElsewhere = before.kind === 'sure' && !before.topics.includes(topic);
  return isElsewhere ? [{ kind: 'elsewhere', text, topic, to: before }] : [];
}

function verdict(side: Side, text: string): Verdict {
  const match = side.match(text);
  const topics = matchedIds(match);
  return { kind: match.kind, topics, score: match.score };
}

const isChanged = ({ from, to }: { readonly from: Verdict; readonly to: Verdict }): boolean =>
  from.kind !== to.kind || from.topics[0] !== to.topics[0];

function score(results: readonly { readonly topic: string; readonly got: Verdict }[]): Score {
  const count = (test: (topic: string, got: Verdict) => boolean): number =>
    results.filter(({ topic, got }) => test(topic, got)).length;
  return {
    all: results.length,
    right: count((topic, { kind, topics }) => kind === 'sure' && topics.includes(topic)),
    offered: count((topic, { kind, topics }) => kind === 'unsure' && topics.includes(topic)),
    wrong: count((topic, { kind, topics }) => kind === 'sure' && !topics.includes(topic)),
  };
}
