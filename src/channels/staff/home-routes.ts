import { checkClinicDates } from '../../knowledge/checks/check-clinic-dates';
import type { Fault } from '../../knowledge/fault';
import { readReview } from '../../knowledge/read-review';
import type { Member } from '../../staff/identity/member';
import { mayDo } from '../../staff/identity/role';
import { type Html, html } from '../../text/html';
import type { ConsoleTools } from './console-dependencies';
import type { ConsoleContent } from './content/content-tools';
import { changedByUpdate } from './content/upgrade-routes';
import { fill } from './fill';
import { readOpinions } from './figures/read-opinions';
import type { Inbox } from './inbox/inbox';
import { drawPage } from './pages/draw-page';
import type { StaffRoute } from './staff-route';

/** A review holds for a year. */
const REVIEW_HOLDS_MS = 365 * 86_400_000;

/** Something that wants attention: how much of it, and where. */
interface Attention {
  readonly text:
    | 'talks'
    | 'calls'
    | 'questions'
    | 'waiting'
    | 'open'
    | 'unreviewed'
    | 'due'
    | 'failed'
    | 'dates'
    | 'upgraded'
    | 'example';
  readonly count: number;
  readonly path: string;
}

/** The first page: what needs attention, as counts with links. */
export function homeRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff',
      needs: 'reads',
      handle: async (request) => {
        const scene = tools.sceneOf(request);
        const { home } = scene.texts;
        const both = await Promise.all([
          readTalks(request.member, tools.inbox),
          readAttention(content, new Date(tools.now())),
        ]);
        const all = both.flat().filter(({ count }) => count > 0);
        const faults = content.faults();
        const counts =
          all.length === 0
            ? html`<p class="good">${home.calm}</p>`
            : html`<ul class="counts">
                ${all.map(
                  ({ text, count, path }) =>
                    html`<li>
                      <a href="${path}"><strong>${count}</strong><span>${home[text]}</span></a>
                    </li>`,
                )}
              </ul>`;
        const body = [...(faults.length === 0 ? [] : [drawFaults(faults, home.contentFaults)]), counts];
        const lead = fill(home.welcome, { name: request.member.name });
        return { kind: 'page', page: drawPage(scene, { title: home.title, lead, body }) };
      },
    },
  ];
}

/** What whoever edits the files must mend; until then what was good last is live. */
const drawFaults = (faults: readonly Fault[], said: string): Html =>
  html`<section class="card marked" role="alert">
    <p class="bad">${said}</p>
    <ul class="faults" lang="en" dir="ltr">
      ${faults.map(
        ({ file, line, path, found, expected }) =>
          html`<li>${file}, line ${line}: ${path}<br />found: ${found}<br />expected: ${expected}</li>`,
      )}
    </ul>
  </section>`;

/** What patients wait for, for those who answer them. */
async function readTalks({ roles }: Member, { talks, callbacks }: Inbox): Promise<readonly Attention[]> {
  if (!mayDo(roles, 'answers')) return [];
  const [open, calls] = await Promise.all([talks.open(), callbacks.list()]);
  const waiting = open.filter(({ state }) => state === 'waiting');
  return [
    { text: 'talks', count: waiting.length, path: '/staff/inbox' },
    { text: 'calls', count: calls.length, path: '/staff/inbox/calls' },
  ];
}

async function readAttention(content: ConsoleContent, now: Date): Promise<readonly Attention[]> {
  const [questions, drafts, upgraded, opinions] = await Promise.all([
    content.waiting(),
    content.store.drafts(),
    changedByUpdate(content),
    readOpinions(content, now.getTime()),
  ]);
  const inWork = new Set(drafts.flatMap((draft) => draft.questions));
  const knowledge = content.knowledge();
  const { topics, clinic } = knowledge;
  const oldest = new Date(now.getTime() - REVIEW_HOLDS_MS).toISOString().slice(0, 10);
  return [
    { text: 'questions', count: questions.filter(({ text }) => !inWork.has(text)).length, path: '/staff/questions' },
    { text: 'waiting', count: drafts.filter(({ waiting }) => waiting).length, path: '/staff/drafts' },
    { text: 'open', count: drafts.filter(({ waiting }) => !waiting).length, path: '/staff/drafts' },
    { text: 'example', count: clinic.example ? 1 : 0, path: '/staff/clinic' },
    { text: 'upgraded', count: upgraded.length, path: '/staff/upgrade' },
    {
      text: 'unreviewed',
      count: topics.filter((topic) => readReview(topic).kind !== 'reviewed').length,
      path: '/staff/answers',
    },
    {
      text: 'due',
      count: topics.map(readReview).filter((review) => review.kind === 'reviewed' && review.on < oldest).length,
      path: '/staff/answers',
    },
    {
      text: 'failed',
      count: opinions.filter(({ isMarked }) => isMarked).length,
      path: '/staff/figures#opinions',
    },
    { text: 'dates', count: checkClinicDates(knowledge, now).length, path: '/staff/clinic' },
  ];
}
