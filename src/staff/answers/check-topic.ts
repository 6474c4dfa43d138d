import { checkArabicSigns } from '../../knowledge/checks/check-arabic-signs';
import { checkForbidden } from '../../knowledge/checks/check-forbidden';
import { checkLengths } from '../../knowledge/checks/check-lengths';
import { checkOpenings } from '../../knowledge/checks/check-openings';
import { checkSignTiers } from '../../knowledge/checks/check-sign-tiers';
import type { YamlPath } from '../../knowledge/fault';
import type { Knowledge, Topic } from '../../knowledge/knowledge';
import { phrasingWords } from '../../knowledge/phrasing-words';
import type { Remark } from '../../knowledge/remark';
import { type TopicItem, topicItemSchema } from '../../knowledge/published/item';
import { placeholdersIn } from '../../knowledge/schema/text';
import { normalize } from '../../text/normalize';

/** Parts of a topic a form has a field for. */
export type TopicField =
  | 'category'
  | 'question'
  | 'button'
  | 'answer'
  | 'face'
  | 'hair'
  | 'short'
  | 'missing'
  | 'related'
  | 'facts'
  | 'phrasings';

/** Something to mend in a topic; the sentence for it is in knowledge/staff under `checks`. */
export interface TopicFault {
  readonly field: TopicField;
  readonly code:
    | 'empty'
    | 'tooLong'
    | 'fewPhrasings'
    | 'braces'
    | 'missing'
    | 'forbidden'
    | 'opening'
    | 'sign'
    | 'latinSign'
    | 'words'
    | 'twin'
    | 'twice'
    | 'buttonTaken'
    | 'notOneOf'
    | 'other';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Letters of a question or a phrasing: what patients write is shorter, the longest of the shipped ones has 135. */
export const LONGEST_LINE = 300;

/** The same rules as `npm run knowledge:check` for one topic, without what needs learning. Pure. */
export function checkTopic(item: unknown, knowledge: Knowledge): readonly TopicFault[] {
  const parsed = topicItemSchema.safeParse(item);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue): TopicFault => {
      const path = issue.path.filter((step) => typeof step !== 'symbol');
      return { field: fieldOf(path), ...codeOf(issue.code, path, item) };
    });
    return [...checkChosen(item, knowledge), ...faults];
  }
  return [
    ...checkChosen(parsed.data, knowledge),
    ...checkSaid(parsed.data, knowledge),
    ...checkOwn(parsed.data, knowledge),
  ];
}

const NAMES: Readonly<Record<string, TopicField>> = {
  byArea: 'answer',
  article: 'facts',
  reviewed: 'answer',
  id: 'question',
};
const FIELDS: readonly TopicField[] = [
  'category',
  'question',
  'button',
  'answer',
  'short',
  'missing',
  'related',
  'facts',
  'phrasings',
];

/** The field of a form a path belongs to. */
function fieldOf(path: YamlPath): TopicField {
  const steps = path.map(String).filter((step) => step !== 'topic' && step !== 'topics' && !/^\d+$/.test(step));
  if (steps.includes('face')) return 'face';
  if (steps.includes('hair')) return 'hair';
  const [first = ''] = steps;
  return FIELDS.find((field) => field === first) ?? NAMES[first] ?? 'answer';
}

function codeOf(code: string, path: YamlPath, item: unknown): Pick<TopicFault, 'code' | 'values'> {
  const value = path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[step] : undefined,
    item,
  );
  if (code === 'too_big') return { code: 'tooLong', values: { count: String(value).length } };
  if (path.at(-1) === 'phrasings')
    return { code: 'fewPhrasings', values: { count: Array.isArray(value) ? value.length : 0 } };
  if (code === 'too_small' || value === undefined || value === '') return { code: 'empty', values: {} };
  if (code === 'custom' && typeof value === 'string' && placeholdersIn(value).length > 0) {
    return path.at(-1) === 'answer' && !value.includes('{{')
      ? { code: 'missing', values: {} }
      : { code: 'braces', values: {} };
  }
  return { code: 'other', values: {} };
}

/** Choices a form offers may be sent in other ways than by choosing: each must be one of those offered. */
function checkChosen(item: unknown, { categories, topics, sources }: Knowledge): TopicFault[] {
  const { category, topic } = item as Partial<TopicItem>;
  const others = new Map(topics.filter(({ id }) => id !== topic?.id).map(({ id, question }) => [id, question]));
  return [
    ...notOffered('category', [category ?? ''], new Map(categories.map(({ id, title }) => [id, title]))),
    ...notOffered('related', topic?.related ?? [], others),
    ...notOffered('facts', topic?.facts ?? [], new Map(Object.keys(sources.facts).map((id) => [id, id]))),
  ];
}

/** Choices named in a sentence; the form shows the rest. */
const MOST_NAMED = 20;

/** What may be chosen, in a sentence. */
export const nameOffered = (names: readonly string[]): string => names.slice(0, MOST_NAMED).join(' \u00B7 ');

function notOffered(field: TopicField, chosen: readonly string[], offered: ReadonlyMap<string, string>): TopicFault[] {
  const allowed = nameOffered([...offered.values()]);
  return chosen
    .filter((id) => !offered.has(id))
    .map((id) => ({ field, code: 'notOneOf' as const, values: { value: id.slice(0, LONGEST_LINE), allowed } }));
}

/** The file a topic that is only checked stands in. */
const MINE = 'draft';

/** What patients read. */
function checkSaid({ topic, category }: TopicItem, knowledge: Knowledge): TopicFault[] {
  const whole = { ...topic, category, careful: false, symptoms: false } as Topic;
  const content = { ...knowledge, categories: [{ id: category, title: topic.button, file: MINE, topics: [whole] }] };
  const own = (remarks: readonly Remark[]): readonly Remark[] => remarks.filter(({ file }) => file === MINE);
  return [
    ...own(checkForbidden(content)).map(wordingFault('forbidden')),
    ...own(checkOpenings(content)).map(wordingFault('opening')),
    ...own(checkSignTiers(content)).map(({ path, expected }): TopicFault => ({
      field: fieldOf(path),
      code: 'sign',
      values: { text: quotedIn(expected) },
    })),
    ...own(checkArabicSigns(content)).map(({ path, found }): TopicFault => ({
      field: fieldOf(path),
      code: 'latinSign',
      values: { sign: /sign (.)/.exec(found ?? '')?.[1] ?? '' },
    })),
    ...own(checkLengths(content)).map(({ path, found, expected }): TopicFault => {
      const [fewest = '', most = ''] = expected.match(/\d+/g) ?? [];
      return {
        field: fieldOf(path),
        code: 'words',
        values: { count: Number.parseInt(found ?? '0', 10), fewest, most },
      };
    }),
  ];
}

/** A wording that should be another. */
const wordingFault =
  (code: 'forbidden' | 'opening') =>
  ({ path, found, tip }: Remark): TopicFault => ({
    field: fieldOf(path),
    code,
    values: { wording: quotedIn(found), instead: tip },
  });

const quotedIn = (text = ''): string => /"([^"]*)"/.exec(text)?.[1] ?? '';

/** What other topics have already. */
function checkOwn({ topic }: TopicItem, { topics }: Knowledge): TopicFault[] {
  const others = topics.filter(({ id }) => id !== topic.id);
  const faults: TopicFault[] = [...tooLong('question', [topic.question]), ...tooLong('phrasings', topic.phrasings)];
  const button = others.find((other) => normalize(other.button) === normalize(topic.button));
  if (button !== undefined) faults.push({ field: 'button', code: 'buttonTaken', values: { topic: button.question } });
  const owners = new Map(others.flatMap((other) => phrasingWords(other).map((words) => [words, other] as const)));
  const seen = new Set<string>();
  for (const text of topic.phrasings) {
    const words = normalize(text);
    const owner = owners.get(words);
    if (owner !== undefined) faults.push({ field: 'phrasings', code: 'twin', values: { text, topic: owner.question } });
    else if (seen.has(words)) faults.push({ field: 'phrasings', code: 'twice', values: { text } });
    seen.add(words);
  }
  return faults;
}

/** The longest line, where it is too long: one sentence is enough for a whole page pasted by mistake. */
function tooLong(field: TopicField, lines: readonly string[]): TopicFault[] {
  const count = Math.max(0, ...lines.map(({ length }) => length));
  return count > LONGEST_LINE ? [{ field, code: 'tooLong', values: { count } }] : [];
}

/** A choice nobody was offered: not even a draft keeps it. */
export const isForged = ({ code }: TopicFault): boolean => code === 'notOneOf';

/** Faults that stop a publication; a sentence twice in one topic only wastes a line. */
export const isStopping = ({ code }: TopicFault): boolean => code !== 'twice';
