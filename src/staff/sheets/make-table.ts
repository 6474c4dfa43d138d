import type { Knowledge } from '../../knowledge/knowledge';
import type { Group } from '../content/workshop';
import { SHEETS, type SheetColumn, type SheetKind } from './columns';
import type { Table } from './table';

type Cells = Partial<Record<SheetColumn, string>>;

/** What the sheets are made of. */
export interface SheetContent {
  readonly knowledge: Knowledge;
  /** Questions that wait, grouped by meaning. */
  readonly groups: readonly Group[];
}

/** A sheet as it goes out. Pure. */
export function makeTable(kind: SheetKind, content: SheetContent, nameOf: (column: SheetColumn) => string): Table {
  const columns: readonly SheetColumn[] = SHEETS[kind];
  return [columns.map(nameOf), ...rowsOf(kind, content).map((cells) => columns.map((column) => cells[column] ?? ''))];
}

function rowsOf(kind: SheetKind, { knowledge, groups }: SheetContent): readonly Cells[] {
  switch (kind) {
    case 'phrasings':
      return knowledge.topics.flatMap(({ id, question, phrasings }) =>
        phrasings.map((phrasing) => ({ topic: id, question, phrasing })),
      );
    case 'answers':
      return knowledge.categories.flatMap(({ title, topics }) =>
        topics.map(({ id, question, button, answer, byArea, short = '', missing = '' }) => {
          const area = { face: byArea?.face ?? '', hair: byArea?.hair ?? '' };
          return { topic: id, category: title, question, button, answer, ...area, short, missing };
        }),
      );
    case 'unanswered':
      return groups.flatMap(({ questions, nearest }) =>
        questions.map(({ text, times, lastAt }) => ({
          asked: text,
          times: String(times),
          last: new Date(lastAt).toISOString().slice(0, 10),
          nearest: knowledge.topicById.get(nearest[0]?.topic ?? '')?.question ?? '',
        })),
      );
    default:
      return kind satisfies never;
  }
}
