import { applyPublished } from '../../../knowledge/published/apply-published';
import { itemIn, type ItemKey, type TopicItem } from '../../../knowledge/published/item';
import { SHEETS, type SheetColumn, type SheetKind } from '../../../staff/sheets/columns';
import { makeTable } from '../../../staff/sheets/make-table';
import { type ColumnNames, readRows } from '../../../staff/sheets/read-rows';
import type { SheetFormat } from '../../../staff/sheets/table';
import { type Intake, takeRows } from '../../../staff/sheets/take-rows';
import type { Draft } from '../../../staff/content/content-store';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { type ConsoleContent, publishedItems } from '../content/content-tools';
import { waitingGroups } from '../questions/questions-routes';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { drawSheets, type SheetFault } from './draw-sheets';

/** Bytes of a sheet: all phrasings there are make less than one million as CSV, a fifth as XLSX. */
const SHEET_BYTES = 8 * 1024 * 1024;

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<SheetFormat, string>;

/** Phrasings, answers and unanswered questions as sheets, out and in. What comes in becomes drafts. */
export function sheetsRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/sheets',
      needs: 'reads',
      handle: (request) => Promise.resolve(show(request, tools)),
    },
    {
      method: 'GET',
      path: '/staff/sheets/:kind/:format',
      needs: 'reads',
      handle: (request) => send(request, tools, content),
    },
    {
      method: 'POST',
      path: '/staff/sheets',
      needs: 'edits',
      maxBodyBytes: SHEET_BYTES,
      handle: (request) => take(request, tools, content),
    },
  ];
}

async function send(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const { kind = '', format = '' } = request.params;
  if (!isKind(kind) || !isFormat(format)) throw new ConsoleError('notFound');
  const { texts, language } = tools.sceneOf(request);
  const groups = kind === 'unanswered' ? await waitingGroups(content) : [];
  const table = makeTable(kind, { knowledge: content.knowledge(), groups }, (column) => texts.sheets.columns[column]);
  const bytes = await content.sheets.write(table, format, language === 'ar');
  return { kind: 'file', name: `${kind}.${format}`, type: TYPES[format], bytes: Buffer.from(bytes) };
}

const isKind = (text: string): text is SheetKind => Object.hasOwn(SHEETS, text);
const isFormat = (text: string): text is SheetFormat => Object.hasOwn(TYPES, text);

async function take(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const { file, member } = request;
  if (file === undefined) return show(request, tools, 'noFile');
  const reading = await content.sheets.read(file);
  if (reading.kind !== 'table') return show(request, tools, reading.kind === 'too-long' ? 'tooLong' : 'unreadable');
  const sheet = readRows(reading.table, columnNames(tools));
  if (sheet.kind === 'no-columns') return show(request, tools, 'noColumns');
  const { intake, drafts } = await takeIn(sheet.kind, sheet.rows, content);
  const saved = await content.store.saveDrafts(
    [...intake.changed].map(([key, { item, questions }]) => {
      const kept = drafts.get(key);
      const all = [...new Set([...(kept?.questions ?? []), ...questions])];
      return { draft: { key, value: item, by: member.name, waiting: false, questions: all }, stamp: kept?.stamp };
    }),
  );
  if (!saved) return show(request, tools, 'changed');
  const counts = { taken: String(intake.taken), left: String(intake.left.length) };
  await tools.store.audit({ kind: 'sheet-taken', who: member.name, values: { sheet: sheet.kind, ...counts } });
  return {
    kind: 'page',
    page: drawSheets(tools.sceneOf(request), { mayEdit: true, report: { intake, ignored: sheet.ignored } }),
  };
}

async function takeIn(
  kind: SheetKind,
  rows: Parameters<typeof takeRows>[1],
  content: ConsoleContent,
): Promise<{ readonly intake: Intake; readonly drafts: ReadonlyMap<string, Draft> }> {
  const [published, all, waiting] = await Promise.all([
    publishedItems(content),
    content.store.drafts(),
    content.waiting(),
  ]);
  const drafts = new Map(all.map((draft) => [draft.key, draft]));
  const knowledge = content.knowledge();
  const intake = await takeRows(kind, rows, {
    knowledge,
    itemOf: (topic) =>
      (drafts.get(`topic:${topic}`)?.value ?? itemIn(knowledge, `topic:${topic}`)) as TopicItem | undefined,
    apply: (items: ReadonlyMap<ItemKey, TopicItem>) =>
      applyPublished(content.base, new Map<string, unknown>([...published, ...items])).knowledge,
    waiting: new Set(waiting.map(({ text }) => text)),
  });
  return { intake, drafts };
}

/** In every language the console has: a sheet may come back from a colleague who reads another. */
function columnNames({ texts }: ConsoleTools): ColumnNames {
  const columns = Object.keys(texts.ar.sheets.columns) as SheetColumn[];
  return columns.map((column) => [column, [texts.ar.sheets.columns[column], texts.en.sheets.columns[column]]]);
}

function show(request: MemberRequest, tools: ConsoleTools, fault?: SheetFault): StaffReply {
  const mayEdit = request.member.roles.includes('edits');
  const status = fault === undefined ? 200 : fault === 'changed' ? 409 : 400;
  return { kind: 'page', status, page: drawSheets(tools.sceneOf(request), { mayEdit, fault }) };
}
