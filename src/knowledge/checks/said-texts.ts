import type { YamlPath } from '../fault';
import type { Knowledge } from '../knowledge';

/** A text people read, and where it stands. */
export interface SaidText {
  readonly file: string;
  readonly path: YamlPath;
  readonly text: string;
  readonly role: 'question' | 'button' | 'answer' | 'message';
}

/** Keys of the eligibility check whose texts ask. */
const ASKED = new Set(['question', 'easier']);

/** The content that holds what the assistant says. */
export type Speech = Pick<Knowledge, 'categories' | 'messages' | 'eligibility' | 'facts'>;

/** Keys whose texts are names, or words people type, not sentences of ours. */
const NOT_SAID = new Set([
  'topic',
  'digits',
  'listComma',
  'id',
  'for',
  'answers',
  'says',
  'words',
  'facts',
  'when',
  'endWords',
  'connectWords',
  'disconnectWords',
]);

/** Every text of the FAQ, the messages, the eligibility check and the told facts that people read. Phrasings are theirs, not ours: they are left out. */
export function saidTexts({ categories, messages, eligibility, facts }: Speech): SaidText[] {
  const ofTopics = categories.flatMap(({ file, title, topics }) => [
    { file, path: ['title'], text: title, role: 'button' as const },
    ...topics.flatMap((topic, at) => {
      const say = (role: SaidText['role'], text: string | undefined, ...key: string[]): SaidText[] =>
        text === undefined ? [] : [{ file, path: ['topics', at, ...key], text, role }];
      return [
        ...say('question', topic.question, 'question'),
        ...say('button', topic.button, 'button'),
        ...say('answer', topic.answer, 'answer'),
        ...say('answer', topic.byArea?.face, 'byArea', 'face'),
        ...say('answer', topic.byArea?.hair, 'byArea', 'hair'),
        ...say('answer', topic.short, 'short'),
        ...say('answer', topic.missing, 'missing'),
      ];
    }),
  ]);
  const ofFacts = facts.facts.flatMap(({ caution, answer }, at): SaidText[] => [
    ...(caution === undefined
      ? []
      : [{ file: 'facts.yaml', path: ['facts', at, 'caution'], text: caution, role: 'message' as const }]),
    ...(answer === undefined
      ? []
      : [{ file: 'facts.yaml', path: ['facts', at, 'answer'], text: answer, role: 'answer' as const }]),
  ]);
  return [
    ...ofTopics,
    ...textsIn('messages.yaml', messages, []),
    ...textsIn('eligibility.yaml', eligibility, []),
    ...ofFacts,
  ];
}

/** Names and places: «the road of …» promises nothing. */
const NAMES_OF_CLINIC = new Set(['name', 'address', 'branches', 'map', 'booking', 'hours', 'responsible', 'licence']);

/** What the clinic says of itself: prices, offers, ways of paying, titles of doctors. */
export function clinicTexts(clinic: Knowledge['clinic']): SaidText[] {
  return Object.entries(clinic).flatMap(([key, value]: [string, unknown]) =>
    NAMES_OF_CLINIC.has(key) ? [] : textsIn('clinic.yaml', value, [key]),
  );
}

function textsIn(file: string, value: unknown, path: YamlPath): SaidText[] {
  if (typeof value === 'string')
    return [{ file, path, text: value, role: ASKED.has(String(path.at(-1))) ? 'question' : 'message' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    NOT_SAID.has(key) ? [] : textsIn(file, inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
