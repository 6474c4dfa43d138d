import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from '../../knowledge/knowledge';
import type { ItemKey, TopicItem } from '../../knowledge/published/item';
import { normalize } from '../../text/normalize';
import { checkTopic, isStopping, type TopicFault } from '../answers/check-topic';
import type { SheetKind } from './columns';
import type { SheetRow } from './read-rows';
import { takeAnswer, takePhrasing, takeQuestion, type Taking } from './take-row';

/** Why a row was left out; each is a sentence of the console's `sheets.left`. */
export interface LeftRow {
  readonly row: number;
  readonly code: Extract<Taking, { kind: 'left' }>['code'] | 'fault';
  readonly values: Readonly<Record<string, string>>;
  /** What the answer's own check says, where that is why. */
  readonly faults?: readonly TopicFault[];
}

/** What a sheet brings. */
export interface Intake {
  /** Topics with what the sheet changes, to become drafts together. */
  readonly changed: ReadonlyMap<ItemKey, { readonly item: TopicItem; readonly questions: readonly string[] }>;
  readonly taken: number;
  /** Rows that say what is there already. */
  readonly same: number;
  readonly left: readonly LeftRow[];
}

/** What a sheet is taken into. */
export interface IntakeContent {
  readonly knowledge: Knowledge;
  /** A topic as its draft has it, else as it is live. */
  readonly itemOf: (topic: string) => TopicItem | undefined;
  /** The content with these topics in place. */
  readonly apply: (items: ReadonlyMap<ItemKey, TopicItem>) => Knowledge;
  /** Questions that wait. */
  readonly waiting: ReadonlySet<string>;
}

const TAKE = { phrasings: takePhrasing, answers: takeAnswer, unanswered: takeQuestion } as const;

/** Rows between which others get their turn: some milliseconds. */
const AT_ONCE = 20;

/** Takes a sheet in, row by row; a topic that would not pass its check keeps nothing of it. No turn waits for it. */
export async function takeRows(kind: SheetKind, rows: readonly SheetRow[], content: IntakeContent): Promise<Intake> {
  const items = new Map<ItemKey, TopicItem>();
  const rowsOf = new Map<ItemKey, number[]>();
  const questions = new Map<ItemKey, string[]>();
  const left: LeftRow[] = [];
  let same = 0;
  const find = findTopic(content.knowledge);
  for (const { number, cells } of rows) {
    if (number % AT_ONCE === 0) await setImmediate();
    const topic = find(cells);
    const key = `topic:${topic ?? ''}` as const;
    const item = items.get(key) ?? content.itemOf(topic ?? '');
    const taking = TAKE[kind](cells, item, content.waiting);
    if (taking.kind === 'left') left.push({ row: number, code: taking.code, values: taking.values ?? {} });
    else if (taking.kind === 'same') same += 1;
    else {
      items.set(key, taking.item);
      rowsOf.set(key, [...(rowsOf.get(key) ?? []), number]);
      if (taking.question !== undefined) questions.set(key, [...(questions.get(key) ?? []), taking.question]);
    }
  }
  const after = content.apply(items);
  for (const [key, item] of items) {
    await setImmediate();
    const faults = newFaults(item, content.itemOf(item.topic.id), after, content.knowledge);
    if (faults.length === 0) continue;
    items.delete(key);
    for (const row of rowsOf.get(key) ?? [])
      left.push({ row, code: 'fault', values: { topic: item.topic.question }, faults });
  }
  const changed = [...items].map(([key, item]) => [key, { item, questions: questions.get(key) ?? [] }] as const);
  return {
    changed: new Map(changed),
    taken: changed.reduce((sum, [key]) => sum + (rowsOf.get(key)?.length ?? 0), 0),
    same,
    left: left.sort((a, b) => a.row - b.row),
  };
}

/** What stops the change and was not there before it. */
function newFaults(item: TopicItem, before: TopicItem | undefined, after: Knowledge, now: Knowledge): TopicFault[] {
  const known = new Set(checkTopic(before, now).map(nameOf));
  const own = new Set(before?.topic.phrasings);
  return checkTopic(item, after).filter(
    // A sentence that another topic takes from this one is that one's fault.
    (fault) =>
      isStopping(fault) &&
      !known.has(nameOf(fault)) &&
      !(fault.code === 'twin' && own.has(String(fault.values['text']))),
  );
}

const nameOf = (fault: TopicFault): string => JSON.stringify(fault);

/** By its id, or by its question or button as somebody wrote it. */
function findTopic({ topics, topicById }: Knowledge): (cells: SheetRow['cells']) => string | undefined {
  const named = new Map(
    topics.flatMap(({ id, question, button }) => [question, button].map((text) => [normalize(text), id])),
  );
  return ({ topic = '', question = '', give = '' }) => {
    const text = give === '' ? topic : give;
    if (topicById.has(text)) return text;
    return named.get(normalize(text === '' ? question : text));
  };
}
