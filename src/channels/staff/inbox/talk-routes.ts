import type { Speaker } from '../../../bot/handover/compose-handover';
import type { Act } from '../../../bot/handover/staff-desk';
import { readOutcome } from '../../../handover/ending';
import type { Member } from '../../../staff/identity/member';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { fill } from '../fill';
import { drawPage } from '../pages/draw-page';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { detailOf, titleOf } from './describe-inbox';
import { describeTalk, readyFor } from './describe-talk';
import { drawTalk } from './draw-talk';
import type { Inbox } from './inbox';
import { waitForNews } from './wait-for-news';

const TALK = '/staff/inbox/talks/:id';
const idOf = ({ params }: MemberRequest): string => params['id'] ?? '';

/** Characters of one message to a patient. */
const LONGEST = 4000;

/** One talk: reading it, taking it, writing in it, ending it. */
export function talkRoutes(tools: ConsoleTools, inbox: Inbox): readonly StaffRoute[] {
  const act = (name: string, work: (request: MemberRequest, id: string, by: Speaker) => Promise<Act>): StaffRoute => ({
    method: 'POST',
    path: `${TALK}/${name}`,
    needs: 'answers',
    handle: async (request) => {
      const { member, form } = request;
      await inbox.reception.see(member);
      const became = await work(request, idOf(request), speakerOf(member));
      return form.has('json') ? { kind: 'json', body: { became } } : reply(became, request, tools, inbox);
    },
  });
  const writing = ({ form, member }: MemberRequest) => ({
    key: `${member.id} ${form.text('key').slice(0, 100)}`,
    text: form.text('text').trim().slice(0, LONGEST),
  });
  return [
    { method: 'GET', path: TALK, needs: 'answers', handle: (request) => showTalk(request, tools, inbox) },
    {
      method: 'GET',
      path: `${TALK}/news`,
      needs: 'answers',
      handle: async (request): Promise<StaffReply> => {
        await inbox.reception.see(request.member);
        const { after = '0', standing } = request.query;
        const body = await waitForNews(
          (wake) => inbox.talks.listen(idOf(request), wake),
          async () =>
            describeTalk(await inbox.talks.find(idOf(request)), Number(after) || 0, inbox, tools.sceneOf(request)),
          (news) => news.lines.length > 0 || news.standing !== standing,
        );
        return { kind: 'json', body };
      },
    },
    {
      method: 'GET',
      path: '/staff/inbox/ready',
      needs: 'answers',
      handle: ({ query: { text = '', topic } }) => {
        if (topic === undefined)
          return Promise.resolve({ kind: 'json', body: { ready: inbox.near(text.slice(0, 200)) } });
        const ready = inbox.ready(topic);
        if (ready === undefined) throw new ConsoleError('notFound');
        return Promise.resolve({ kind: 'json', body: { text: ready } });
      },
    },
    act('take', (_request, id, by) => inbox.desk.take(id, by)),
    act('answer', (request, id, by) => unlessEmpty(writing(request), (said) => inbox.desk.answer(id, by, said))),
    act('writing', (_request, id, by) => inbox.desk.writing(id, by)),
    act('note', (request, id, by) => unlessEmpty(writing(request), (said) => inbox.desk.note(id, by, said))),
    act('back', (_request, id, by) => inbox.desk.giveBack(id, by)),
    act('end', async ({ form, member }, id, by) => {
      const outcome = readOutcome(form.text('outcome')) ?? 'answered';
      const became = await inbox.desk.end(id, by, outcome);
      const values = { outcome };
      if (became === 'done') await tools.store.audit({ kind: 'talk-ended', who: member.name, values });
      return became;
    }),
  ];
}

/** Patients are told the name, and whether it is a physician who speaks. */
const speakerOf = ({ id, name, roles }: Member): Speaker => ({ id, name, isPhysician: roles.includes('approves') });

const unlessEmpty = async <Said extends { readonly text: string }>(
  said: Said,
  work: (said: Said) => Promise<Act>,
): Promise<Act> => (said.text === '' ? 'done' : work(said));

function reply(became: Act, request: MemberRequest, tools: ConsoleTools, inbox: Inbox): Promise<StaffReply> {
  switch (became) {
    case 'done':
      return Promise.resolve({ kind: 'redirect', to: `/staff/inbox/talks/${idOf(request)}` });
    case 'gone':
      throw new ConsoleError('notFound');
    case 'ended':
    case 'other':
      return showTalk(request, tools, inbox, request.form.text('text'));
    default:
      return became satisfies never;
  }
}

/** `typed`: what could not be sent, so that it is not lost. */
async function showTalk(
  request: MemberRequest,
  tools: ConsoleTools,
  inbox: Inbox,
  typed?: string,
): Promise<StaffReply> {
  const scene = tools.sceneOf({ ...request, path: `/staff/inbox/talks/${idOf(request)}` });
  const talk = await inbox.talks.find(idOf(request));
  if (talk === undefined) throw new ConsoleError('notFound');
  await inbox.reception.see(request.member);
  const news = await describeTalk(talk, 0, inbox, scene);
  const { talk: texts } = scene.texts;
  const page = drawPage(scene, {
    title: texts.title,
    lead: `${titleOf(talk, inbox, scene)} · ${detailOf(talk, scene, tools.now())}`,
    notice: typed === undefined ? undefined : fill(texts.notSent, {}),
    body: drawTalk(talk, { ...news, ready: readyFor(news, inbox) }, request.member, scene, typed),
  });
  return { kind: 'page', status: typed === undefined ? 200 : 409, page };
}
