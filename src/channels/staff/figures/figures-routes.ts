import type { Figure } from '../../../staff/figures/figure';
import { type Period, SHOWN, sumDays, sumTopics, sumWeeks, type TopicCount } from '../../../staff/figures/sum-figures';
import type { Table } from '../../../staff/sheets/table';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { readOpinions } from './read-opinions';
import type { ConsoleContent } from '../content/content-tools';
import { drawPage } from '../pages/draw-page';
import { sayDay } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { drawDownloads } from './draw-downloads';
import { drawOpinions } from './draw-opinions';
import { drawPlot } from './draw-plot';
import { opinionsTable, topicsTable } from './figure-tables';
import { sayCell } from './say-cell';

/** Days shown one by one, and days of answers that are compared with as many before. */
const DAYS = 28;
/** Days shown by week: a quarter. */
const DAYS_BY_WEEK = 91;
const DAY_MS = 86_400_000;
/** Answers listed. */
const MOST_TOPICS = 30;

/** How the figures are put together; each is a page of its own, so that no two sums stand side by side. */
type View = 'days' | 'weeks';

/** Figures without identity: what became of messages by day and week, what was answered most. */
export function figuresRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/figures',
      needs: 'reads',
      handle: (request) => show(request, tools, content, 'days'),
    },
    {
      method: 'GET',
      path: '/staff/figures/weeks',
      needs: 'reads',
      handle: (request) => show(request, tools, content, 'weeks'),
    },
    {
      method: 'GET',
      path: '/staff/figures/export/:view/:format',
      needs: 'reads',
      handle: (request) => send(request, tools, content),
    },
  ];
}

const since = (now: number, days: number): string => new Date(now - days * DAY_MS).toISOString().slice(0, 10);

async function readPeriods(tools: ConsoleTools, content: ConsoleContent, view: View): Promise<readonly Period[]> {
  const figures = await content.figures.list(since(tools.now(), view === 'days' ? DAYS : DAYS_BY_WEEK));
  return view === 'days' ? sumDays(figures) : sumWeeks(figures);
}

async function readTopics(tools: ConsoleTools, content: ConsoleContent): Promise<readonly TopicCount[]> {
  const figures: readonly Figure[] = await content.figures.list(since(tools.now(), 2 * DAYS));
  return sumTopics(figures, since(tools.now(), DAYS)).slice(0, MOST_TOPICS);
}

/** The figures as a table of texts: what the page draws, and what goes out. */
function tableOf(periods: readonly Period[], view: View, scene: Scene): Table {
  const { figures } = scene.texts;
  return [
    [view === 'days' ? figures.day : figures.week, ...SHOWN.map((subject) => figures[subject])],
    ...periods.map(({ from, cells }) => [from, ...SHOWN.map((subject) => sayCell(cells[subject], scene))]),
  ];
}

/** The table a file holds. @throws ConsoleError where there is no such table */
async function readTable(
  view: string | undefined,
  scene: Scene,
  tools: ConsoleTools,
  content: ConsoleContent,
): Promise<Table> {
  const names = content.knowledge().topicById;
  switch (view) {
    case 'days':
    case 'weeks':
      return tableOf(await readPeriods(tools, content, view), view, scene);
    case 'topics':
      return topicsTable(await readTopics(tools, content), scene, names);
    case 'opinions':
      return opinionsTable(await readOpinions(content, tools.now()), scene, names);
    default:
      throw new ConsoleError('notFound');
  }
}

async function send(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const { view = '', format } = request.params;
  if (format !== 'csv' && format !== 'xlsx') throw new ConsoleError('notFound');
  const scene = tools.sceneOf(request);
  const table = await readTable(view, scene, tools, content);
  const bytes = await content.sheets.write(table, format, scene.language === 'ar');
  const type =
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { kind: 'file', name: `figures-${view}.${format}`, type, bytes: Buffer.from(bytes) };
}

async function show(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  view: View,
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { figures } = scene.texts;
  const [periods, topics, opinions] = await Promise.all([
    readPeriods(tools, content, view),
    readTopics(tools, content),
    readOpinions(content, tools.now()),
  ]);
  const body = html`<p class="inline">
      ${drawView('/staff/figures', figures.byDay, view === 'days')}
      ${drawView('/staff/figures/weeks', figures.byWeek, view === 'weeks')} ${drawDownloads(view, figures.title, scene)}
    </p>
    ${
      periods.length === 0
        ? html`<p class="good">${figures.none}</p>`
        : html`<section class="card">
            ${drawPlot(scene, periods, 'plot')} ${drawPlot(scene, periods, 'plotOfChecks')}
            ${drawTable(tableOf(periods, view, scene), scene)}
          </section>`
    }
    ${opinions.length === 0 ? undefined : drawOpinions(opinions, scene, content.knowledge())}
    ${topics.length === 0 ? undefined : drawTopics(topics, scene, content)}`;
  return { kind: 'page', page: drawPage(scene, { title: figures.title, lead: figures.lead, body }) };
}

const drawView = (path: string, text: string, isHere: boolean): Html =>
  html`<a href="${path}" ${isHere ? html`aria-current="true"` : undefined}>${text}</a>`;

function drawTable([header = [], ...rows]: Table, { texts, language }: Scene): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${texts.figures.title}">
    <table>
      <thead>
        <tr>
          ${header.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([from = '', ...cells]) =>
            html`<tr>
              <th scope="row">${sayDay(Date.parse(from), language)}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What was answered most, and whether it was asked more than before. */
function drawTopics(topics: readonly TopicCount[], scene: Scene, content: ConsoleContent): Html {
  const { figures } = scene.texts;
  const { topicById } = content.knowledge();
  return html`<section class="card">
    <h2>${figures.topics}</h2>
    <p class="hint">${figures.topicsText}</p>
    <p class="inline">${drawDownloads('topics', figures.topics, scene)}</p>
    <div class="wide" tabindex="0" role="region" aria-label="${figures.topics}">
      <table>
        <thead>
          <tr>
            ${[figures.topic, figures.revision, figures.now, figures.before].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${topics.map(
            ({ topic, revision, now, before }) =>
              html`<tr>
                <th scope="row" lang="ar">
                  <a href="/staff/answers/${topic}">${topicById.get(topic)?.question ?? topic}</a>
                </th>
                <td>${revision}</td>
                <td>${sayCell(now, scene)}</td>
                <td>${sayCell(before, scene)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
