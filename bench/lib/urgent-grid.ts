import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuestionSet } from './question-files';

/** A row of a table. */
type Row = Readonly<Record<string, string>>;
/** Messages of one kind: urgent ones should be raised, calm ones not. */
interface UrgentPart {
  readonly urgent: boolean;
  readonly texts: readonly string[];
}

const GRID = join('test', 'safety', 'grid');
const MESSAGES = join('test', 'questions', 'messages');

/** Signs that somebody has and calm messages, bare and with what people put around them. None of it is learnt from. */
export function loadUrgentGrid() {
  const [signs, calm] = ['signs.tsv', 'calm.tsv'].map((file) => textsOf(readRows(join(GRID, file))));
  const longStories = textsOf(readRows(join(GRID, 'long-frames.tsv')));
  return {
    ...putTogether(signs ?? [], calm ?? []),
    'signs, amid sixty calm words': { urgent: true, texts: around(signs ?? [], longStories) },
    'calm, amid sixty calm words': { urgent: false, texts: around(calm ?? [], longStories) },
  } as const satisfies Readonly<Record<string, UrgentPart>>;
}

/** The same endings and stories around the signs and calm messages of people who did not see the rules. */
export function loadUrgentMessages(set: QuestionSet) {
  const rows = readRows(join(MESSAGES, set, 'signs.tsv'));
  const ofKind = (isCalm: boolean): string[] => textsOf(rows.filter(({ kind }) => (kind === 'calm') === isCalm));
  return putTogether(ofKind(false), ofKind(true));
}

/** Signs and the calm messages that look like them: harder than what people mostly write. Development only. */
export function loadUrgentTwins() {
  const rows = readRows(join(MESSAGES, 'development', 'twins.tsv'));
  return {
    'twins, signs': { urgent: true, texts: textsOf(rows.filter(({ kind }) => kind !== 'calm')) },
    'twins, calm': { urgent: false, texts: textsOf(rows.filter(({ kind }) => kind === 'calm')) },
  } as const satisfies Readonly<Record<string, UrgentPart>>;
}

function putTogether(signs: readonly string[], calm: readonly string[]) {
  const endings = textsOf(readRows(join(GRID, 'endings.tsv')));
  const stories = textsOf(readRows(join(GRID, 'frames.tsv')));
  return {
    'signs, bare': { urgent: true, texts: signs },
    'signs, a question behind': { urgent: true, texts: around(signs, endings) },
    'signs, in a story': { urgent: true, texts: around(signs, stories) },
    'calm, bare': { urgent: false, texts: calm },
    'calm, a question behind': { urgent: false, texts: around(calm, endings) },
    'calm, in a story': { urgent: false, texts: around(calm, stories) },
  } as const satisfies Readonly<Record<string, UrgentPart>>;
}

function around(messages: readonly string[], frames: readonly string[]): string[] {
  return messages.flatMap((message) => frames.map((frame) => frame.replace('{}', message)));
}

function textsOf(rows: readonly Row[]): string[] {
  return rows.map(({ text = '' }) => text);
}

function readRows(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [columns[at] ?? '', cell])));
}
