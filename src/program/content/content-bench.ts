import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ContentTask, Learnt, LearntPart } from './content-tasks';
import { keptContent } from './kept-content';
import type { Knowledge } from '../../knowledge/knowledge';
import { loadKnowledge } from '../../knowledge/load-knowledge';
import { matchReading } from '../../bot/understand/match-reading';
import { applyPublished } from '../../knowledge/published/apply-published';
import { calmTalk } from './load-content';
import type { TrainedMatcher } from '../../matching/create-matcher';
import type { Match } from '../../matching/match';
import { trainingContent } from '../../matching/training-content';
import { likeness } from '../../matching/group-by-meaning';
import { groupWaiting } from './group-waiting';
import type { Reading } from '../../reading/reading';
import { type Gauge, isHalted, tellShare } from '../../staff/content/gauge';
import type { Effect } from '../../staff/effect/effect';
import { type Labelled, measureEffect } from '../../staff/effect/measure-effect';
import type { Judged, Nearby } from '../../staff/content/workshop';
import { createGoodContent } from './good-content';
import type { KeptLearning } from '../../learning/kept-learning';
import { createKeptLearning } from '../../storage/learnt/kept-learning';
import { keepMatcher, loadMatcher, MATCHER_FILE, matcherKey } from '../../storage/learnt/load-matcher';
import { loadMessageReader } from '../../storage/learnt/load-message-reader';
import { loadUrgentReader } from '../../storage/learnt/load-urgent-reader';
import { normalize } from '../../text/normalize';

/** Contents whose matcher is kept in memory: the live one and a draft or two. Each takes about 40 MB. */
const MOST_KEPT = 3;
/** Learning a draft takes about this share of measuring its effect; the rest is comparing. */
const LEARNING = 0.85;
/** Live and draft are asked the same texts. */
const SIDES = 2;
/** Topics named as near. */
const MOST_NEARBY = 3;
/** Less probable ones tell nothing. */
const LEAST_NEARBY = 0.02;

interface Ready {
  readonly knowledge: Knowledge;
  readonly matcher: TrainedMatcher;
  /** What each text was judged to be: a comparison asks for thousands, twice. */
  readonly leans: Map<string, string>;
  /** … and what is done with each question. */
  readonly matches: Map<string, Match>;
}

/**
 * Works on content in the thread it is called in.
 *
 * @param directory the content of the files
 * @param learning folders in which what was learnt is kept, see `createKeptLearning`
 */
export function createContentBench(
  directory: string,
  learning: readonly [string, ...string[]],
): (task: ContentTask) => unknown {
  const kept = createKeptLearning(...learning);
  const base = loadKnowledge(directory, keptContent(kept));
  // What drafts teach is not kept: the next start learns what is live.
  const lent = { ...kept, keep: () => undefined };
  const readMessage = loadMessageReader(base, kept);
  const isUrgent = createIsUrgent(base, kept);
  const ready = new Map<string, Ready>();
  const learnt = new Map<number, Readonly<Record<LearntPart, unknown>>>();

  const prepare = (
    items: readonly (readonly [string, unknown])[],
    { packed, beat }: { readonly packed?: Uint8Array | undefined; readonly beat?: (share: number) => void } = {},
  ): Ready => {
    const { knowledge } = applyPublished(base, new Map(items));
    // By what is learnt: a signature or a telephone number teaches nothing.
    const key = createHash('sha256')
      .update(JSON.stringify(trainingContent(knowledge)))
      .digest('base64url');
    const from = packed === undefined ? lent : besides(lent, gunzipSync(packed));
    const known = ready.get(key) ?? {
      matcher: loadMatcher(knowledge, from, beat),
      leans: new Map<string, string>(),
      matches: new Map<string, Match>(),
    };
    const one = { ...known, knowledge };
    ready.delete(key);
    ready.set(key, one);
    for (const oldest of [...ready.keys()].slice(0, Math.max(0, ready.size - MOST_KEPT))) ready.delete(oldest);
    return one;
  };

  return (task) => {
    switch (task.kind) {
      case 'files': {
        const { matcher, knowledge } = prepare(task.items);
        keepMatcher(knowledge, matcher, kept);
        const good = createGoodContent({ directory, dataDirectory: learning[0], kept });
        const found = good.find();
        if (found.fault !== undefined) throw found.fault;
        if (!found.isProven) good.prove(found, matcher);
        good.remember(found);
        return undefined;
      }
      case 'name':
        return matcherKey(applyPublished(base, new Map(task.items)).knowledge).toString('base64url');
      case 'learn': {
        const { knowledge, matcher } = prepare(task.items, { packed: task.lent });
        const bytes = keepMatcher(knowledge, matcher, kept);
        const { read, ...matching } = matcher.prepared();
        learnt.set(task.number, { ...matching, ...read });
        learnt.delete(task.number - MOST_KEPT);
        return { packed: task.packs ? gzipSync(bytes) : undefined } satisfies Learnt;
      }
      case 'part':
        return learnt.get(task.number)?.[task.part];
      case 'effect': {
        const { gauge, saved, waiting } = task;
        // What is live was learnt before, nearly always.
        const live = prepare(task.live, { beat: () => tell(0, gauge) });
        const draft = prepare(task.draft, { beat: (share) => tell(LEARNING * share, gauge) });
        const texts = SIDES * (phrasingsOf(live.knowledge).length + saved.length + waiting.length);
        let compared = 0;
        const beat = (): void => {
          compared += 1;
          tell(LEARNING + (1 - LEARNING) * Math.min(1, compared / texts), gauge);
        };
        return compare(live, draft, { ...task, beat }, isUrgent);
      }
      case 'group': {
        const live = prepare(task.live);
        return groupWaiting(live, task.waiting, { isUrgent, nearestOf: (text) => nearestOf(live, text) });
      }
      case 'judge': {
        const ready = prepare(task.items);
        const reading = readMessage(task.text, Date.now());
        return {
          match: matchReading(reading, undefined, ready.matcher),
          nearest: nearestOf(ready, task.text),
          urgent: isUrgent(task.text),
          facts: factsIn(base, reading),
        } satisfies Judged;
      }
      case 'judge-all': {
        const { matcher } = prepare(task.items);
        return task.texts.map((text) => matchReading(readMessage(text, Date.now()), undefined, matcher));
      }
      default:
        return task satisfies never;
    }
  };
}

/** Tells how far the work has come; throws once nobody wants it any more. */
function tell(share: number, gauge?: Gauge): void {
  if (gauge === undefined) return;
  if (isHalted(gauge)) throw new Error('nobody wants it any more');
  tellShare(gauge, share);
}

/** Looks first at what another instance learnt. */
function besides(kept: KeptLearning, bytes: Buffer): KeptLearning {
  return { ...kept, find: (name, read) => (name === MATCHER_FILE ? read(bytes) : undefined) ?? kept.find(name, read) };
}

function createIsUrgent(base: Knowledge, kept: KeptLearning): (text: string) => boolean {
  const read = loadUrgentReader(base, calmTalk(base), kept);
  return (text) => read(text) !== undefined;
}

function compare(
  live: Ready,
  draft: Ready,
  { saved, waiting, beat }: Extract<ContentTask, { kind: 'effect' }> & { readonly beat: () => void },
  isUrgent: (text: string) => boolean,
): Effect {
  const phrasings = phrasingsOf(live.knowledge);
  const owners = new Map<string, { readonly topic?: string; readonly group?: string }>();
  for (const [id, { examples }] of Object.entries(live.knowledge.outOfScope.groups))
    for (const text of examples) owners.set(normalize(text), { group: id });
  for (const { text, topic } of phrasings) owners.set(normalize(text), { topic });
  const before = new Set(phrasings.map(({ text, topic }) => `${topic} ${text}`));
  const added = phrasingsOf(draft.knowledge).filter(({ text, topic }) => !before.has(`${topic} ${text}`));
  const known = saved.filter(
    ({ topic }) => draft.knowledge.topicById.has(topic) || live.knowledge.topicById.has(topic),
  );
  return measureEffect(sideOf(live, beat), sideOf(draft, beat), {
    phrasings,
    saved: known,
    waiting,
    added,
    owners,
    isUrgent,
  });
}

const phrasingsOf = ({ topics }: Knowledge): Labelled[] =>
  topics.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, topic: id })));

function sideOf({ matcher, leans, matches }: Ready, beat: () => void): Parameters<typeof measureEffect>[0] {
  return {
    match: (text) => once(matches, text, (one) => matcher.match(one), beat),
    lean: (text) => once(leans, text, (one) => matcher.lean(one), beat),
  };
}

/** What is known of a text, or found now. */
function once<Found>(known: Map<string, Found>, text: string, find: (text: string) => Found, beat: () => void): Found {
  beat();
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = find(text);
  known.set(text, found);
  return found;
}

/** What a message tells of a person, each fact by the first of its words; one without words is only reckoned with. */
function factsIn({ facts }: Knowledge, { facts: { told } }: Reading): string[] {
  return told.flatMap(({ id }) => {
    const known = facts.facts.find((fact) => fact.id === id);
    return known?.states?.[0] ?? known?.names?.[0] ?? known?.says?.[0] ?? [];
  });
}

/** The nearest topics, each with the phrasing that is likest: that is why. */
function nearestOf({ knowledge, matcher }: Ready, text: string): Nearby[] {
  const { ranked, reading } = matcher.rank(text);
  return ranked
    .filter(({ label, belief }) => knowledge.topicById.has(label) && belief >= LEAST_NEARBY)
    .slice(0, MOST_NEARBY)
    .map(({ label, belief }) => {
      const phrasings = knowledge.topicById.get(label)?.phrasings ?? [];
      const rated = phrasings.map((phrasing) => ({
        phrasing,
        value: likeness(reading, matcher.readingOf(phrasing)),
      }));
      const best = rated.sort((a, b) => b.value - a.value)[0];
      return { topic: label, score: belief, phrasing: best?.phrasing ?? '' };
    });
}
