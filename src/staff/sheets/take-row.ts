import type { TopicItem } from '../../knowledge/published/item';
import { phrasingWords } from '../../knowledge/phrasing-words';
import { normalize } from '../../text/normalize';
import { LONGEST_LINE } from '../answers/check-topic';
import { readLines } from '../answers/read-topic-form';
import type { SheetRow } from './read-rows';

type Cells = SheetRow['cells'];

/** What becomes of a row. */
export type Taking =
  | { readonly kind: 'taken'; readonly item: TopicItem; readonly question?: string }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'left';
      readonly code: 'unknownTopic' | 'empty' | 'tooLong' | 'notThere' | 'notWaiting';
      readonly values?: Readonly<Record<string, string>>;
    };

/** A phrasing to be added, or to be deleted where its row is marked. */
export function takePhrasing(cells: Cells, item: TopicItem | undefined): Taking {
  const { phrasing = '', delete: mark = '' } = cells;
  if (item === undefined) return left('unknownTopic', cells.topic || cells.question);
  const [text = ''] = readLines(phrasing.replace(/\n/g, ' '));
  if (text === '') return left('empty');
  if (text.length > LONGEST_LINE) return left('tooLong', String(phrasing.length));
  const { phrasings } = item.topic;
  if (mark === '' && phrasings.includes(text)) return { kind: 'same' };
  const [words, known] = [normalize(text), phrasingWords(item.topic)];
  const isThere = known.includes(words);
  if (mark === '') return isThere ? { kind: 'same' } : withTopic(item, { phrasings: [...phrasings, text] });
  return isThere
    ? withTopic(item, { phrasings: phrasings.filter((_one, at) => known[at] !== words) })
    : left('notThere', text);
}

const ANSWER_TEXTS = ['question', 'button', 'answer', 'short', 'missing'] as const;
const AREAS = ['face', 'hair'] as const;

/** The texts of an answer. An empty cell leaves what is there. */
export function takeAnswer(cells: Cells, item: TopicItem | undefined): Taking {
  if (item === undefined) return left('unknownTopic', cells.topic || cells.question);
  const { topic } = item;
  const texts = ANSWER_TEXTS.flatMap((name) => changedText(name, cells[name], topic[name]));
  const areas = AREAS.flatMap((name) => changedText(name, cells[name], topic.byArea?.[name]));
  if (texts.length + areas.length === 0) return { kind: 'same' };
  const byArea = { ...topic.byArea, ...Object.fromEntries(areas) };
  return withTopic(item, { ...Object.fromEntries(texts), ...(areas.length > 0 && { byArea }) });
}

/** A question of patients that was given a topic: it becomes a phrasing, and leaves the list when that is published. */
export function takeQuestion(cells: Cells, item: TopicItem | undefined, waiting: ReadonlySet<string>): Taking {
  const { asked = '', give = '' } = cells;
  if (give === '') return { kind: 'same' };
  if (item === undefined) return left('unknownTopic', give);
  if (!waiting.has(asked)) return left('notWaiting');
  const taking = takePhrasing({ phrasing: asked }, item);
  if (taking.kind === 'left') return taking;
  return { kind: 'taken', item: taking.kind === 'taken' ? taking.item : item, question: asked };
}

function changedText(name: string, sent: string | undefined, kept: string | undefined): (readonly [string, string])[] {
  const text = sent?.trim() ?? '';
  return text === '' || text === kept?.trim() ? [] : [[name, text]];
}

const withTopic = (item: TopicItem, change: Partial<TopicItem['topic']>): Taking => ({
  kind: 'taken',
  item: { ...item, topic: { ...item.topic, ...change } },
});

const left = (code: Extract<Taking, { kind: 'left' }>['code'], text = ''): Taking => ({
  kind: 'left',
  code,
  values: { text: text.slice(0, 100) },
});
