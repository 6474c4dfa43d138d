import type { Knowledge } from '../../../knowledge/knowledge';
import { itemIn, type ItemKey, type Strays, type TopicItem } from '../../../knowledge/published/item';
import { nameOffered } from '../../../staff/answers/check-topic';
import type { Group } from '../../../staff/content/workshop';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { drawAnswerForm } from '../content/draw-answer-form';
import { type ConsoleContent, emptyItem, liveValue, pathOf, publishedItems } from '../content/content-tools';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import { sayDay } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';

/** A nearest topic less likely than this is offered, not chosen beforehand: who presses on without reading begins a new one. */
const LIKELY = 0.5;
/** Questions of a group shown in the list. */
const SHOWN = 3;

/** Questions nobody could answer, grouped by meaning: each becomes a phrasing, a stray, a new topic, or nothing. */
export function questionsRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/questions',
      needs: 'reads',
      handle: (request) => showList(request, tools, content),
    },
    {
      method: 'GET',
      path: '/staff/questions/:group',
      needs: 'reads',
      handle: (request) => showGroup(request, tools, content),
    },
    {
      method: 'POST',
      path: '/staff/questions/:group',
      needs: 'edits',
      handle: (request) => settle(request, tools, content),
    },
  ];
}

/** Groups of the questions that wait; those a draft answers already are in work. */
export async function waitingGroups(content: ConsoleContent): Promise<readonly Group[]> {
  const [waiting, drafts, live] = await Promise.all([
    content.waiting(),
    content.store.drafts(),
    publishedItems(content),
  ]);
  const inWork = new Set(drafts.flatMap(({ questions }) => questions));
  const open = waiting.filter(({ text }) => !inWork.has(text));
  return open.length === 0 ? [] : content.workshop.group(live, open);
}

async function groupOf(request: MemberRequest, content: ConsoleContent): Promise<Group | undefined> {
  return (await waitingGroups(content)).find(({ id }) => id === request.params['group']);
}

async function settle(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const { form, member } = request;
  const group = await groupOf(request, content);
  const chosen = form.all('text').filter((text) => group?.questions.some((question) => question.text === text));
  // Somebody was faster: what they settled is no longer in a group.
  if (group === undefined || chosen.length === 0) return goneTo(request, tools, group !== undefined);
  const all = group.questions.map(({ text }) => text);
  switch (form.text('as')) {
    case 'nothing': {
      const count = await content.forget(all);
      await tools.store.audit({ kind: 'questions-dropped', who: member.name, values: { count: String(count) } });
      return { kind: 'redirect', to: '/staff/questions' };
    }
    case 'stray': {
      const strays = (await draftOrLive(content, 'strays')) as Strays;
      const id = form.text('stray');
      const { groups } = content.base.outOfScope;
      if (!Object.hasOwn(groups, id)) throw notOffered(Object.values(groups).map(({ title }) => title));
      const value = { ...strays, [id]: [...new Set([...(strays[id] ?? []), ...chosen])] };
      return draft(request, tools, content, 'strays', value, all);
    }
    case 'new':
      return showNew(request, tools, content, group, chosen);
    default: {
      const key = `topic:${form.text('as') === 'other' ? form.text('other') : form.text('as')}` as const;
      const item = (await draftOrLive(content, key)) as TopicItem | undefined;
      if (item === undefined) throw notOffered(content.knowledge().topics.map(({ question }) => question));
      const phrasings = [...new Set([...item.topic.phrasings, ...chosen])];
      return draft(request, tools, content, key, { ...item, topic: { ...item.topic, phrasings } }, all);
    }
  }
}

const notOffered = (names: readonly string[]): ConsoleError =>
  new ConsoleError('notOffered', { allowed: nameOffered(names) });

/** What a draft has, or what is live. */
async function draftOrLive(content: ConsoleContent, key: ItemKey): Promise<unknown> {
  return (await content.store.findDraft(key))?.value ?? (await liveValue(content, key)) ?? itemIn(content.base, key);
}

async function draft(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  key: ItemKey,
  value: unknown,
  texts: readonly string[],
): Promise<StaffReply> {
  const by = request.member.name;
  const kept = await content.store.findDraft(key);
  const questions = [...new Set([...(kept?.questions ?? []), ...texts])];
  const saved = await content.store.saveDraft({ key, value, by, waiting: false, questions }, kept?.stamp);
  if (saved === undefined) throw new ConsoleError('otherPage');
  await tools.store.audit({ kind: 'questions-taken', who: by, values: { count: String(texts.length) } });
  return { kind: 'redirect', to: `/staff/drafts/${pathOf(key)}` };
}

function goneTo(request: MemberRequest, tools: ConsoleTools, isThere: boolean): StaffReply {
  const scene = tools.sceneOf(request);
  const { questions } = scene.texts;
  const body = html`<p>${isThere ? questions.noneChosen : questions.gone}</p>
    <p><a class="button quiet" href="/staff/questions">${questions.back}</a></p>`;
  return { kind: 'page', status: 409, page: drawPage(scene, { title: questions.title, body }) };
}

/** The form of a new answer, begun with the questions of the group, beside the topic that is nearest. */
function showNew(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  group: Group,
  phrasings: readonly string[],
): StaffReply {
  const scene = tools.sceneOf(request);
  const { answers } = scene.texts;
  const knowledge = content.knowledge();
  const empty = emptyItem(content);
  const item: TopicItem = {
    category: knowledge.topicById.get(group.nearest[0]?.topic ?? '')?.category ?? empty.category,
    topic: { ...empty.topic, question: phrasings[0] ?? '', phrasings: [...phrasings] },
  };
  const model = {
    item,
    knowledge,
    faults: [],
    stamp: '',
    action: '/staff/answers/new/save',
    isNew: true,
    questions: group.questions.map(({ text }) => text),
    replies: [],
  };
  return { kind: 'page', page: drawPage(scene, { title: answers.newTitle, body: drawAnswerForm(scene, model) }) };
}

async function showList(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { questions } = scene.texts;
  const groups = await waitingGroups(content);
  const knowledge = content.knowledge();
  const body =
    groups.length === 0
      ? html`<p class="good">${questions.none}</p>`
      : html`<ul class="groups">
          ${groups.map((group) => drawSummary(scene, group, knowledge))}
        </ul>`;
  const people = groups.reduce((sum, { times }) => sum + times, 0);
  const lead = fill(questions.lead, { groups: groups.length, times: people });
  return { kind: 'page', page: drawPage(scene, { title: questions.title, lead, body }) };
}

function drawSummary({ texts: { questions } }: Scene, group: Group, { topicById }: Knowledge): Html {
  const [nearest] = group.nearest;
  const topic = topicById.get(nearest?.topic ?? '');
  const more = group.questions.length - SHOWN;
  return html`<li class="card">
    <a href="/staff/questions/${group.id}" lang="ar" dir="auto">${group.questions[0]?.text ?? ''}</a>
    <p class="inline">
      <span class="tag">${fill(questions.times, { count: group.times })}</span>
      ${group.urgent ? html`<span class="tag bad">${questions.urgent}</span>` : undefined}
      ${topic === undefined ? undefined : html`<small>${fill(questions.near, { topic: topic.question })}</small>`}
    </p>
    ${
      group.questions.length < 2
        ? undefined
        : html`<ul class="hint" lang="ar">
            ${group.questions.slice(1, SHOWN).map(({ text }) => html`<li dir="auto">${text}</li>`)}
            ${more > 0 ? html`<li>${fill(questions.more, { count: more })}</li>` : undefined}
          </ul>`
    }
  </li>`;
}

async function showGroup(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const group = await groupOf(request, content);
  if (group === undefined) return goneTo(request, tools, false);
  const scene = tools.sceneOf(request);
  const { questions } = scene.texts;
  const knowledge = content.knowledge();
  const mayEdit = request.member.roles.includes('edits');
  const list = html`<fieldset>
    <legend>${questions.texts}</legend>
    ${group.questions.map(
      ({ text, times, lastAt }) =>
        html`<label class="tick"
          ><input type="checkbox" name="text" value="${text}" checked />
          <span
            ><span lang="ar" dir="auto">${text}</span
            ><small>${fill(questions.asked, { count: times, date: sayDay(lastAt, scene.language) })}</small></span
          ></label
        >`,
    )}
  </fieldset>`;
  const form = html`${list} ${drawChoices(scene, group, knowledge)}
  ${
    mayEdit
      ? html`<p class="hint">${questions.nothingYet}</p>
          ${drawSubmit(questions.submit)}`
      : undefined
  }`;
  const body = html`${group.urgent ? html`<p class="bad">${questions.urgentText}</p>` : undefined}
  ${drawForm(scene, `/staff/questions/${group.id}`, form, { className: 'card form' })}`;
  const title = group.questions[0]?.text ?? questions.title;
  return { kind: 'page', page: drawPage(scene, { title, body }) };
}

/** What may become of the questions: nearest topics first, each with its probability and the phrasing that is likest. */
function drawChoices({ texts }: Scene, { nearest }: Group, knowledge: Knowledge): Html {
  const { questions } = texts;
  const radio = (value: string, label: Html | string, checked: boolean): Html =>
    html`<label class="tick"
      ><input type="radio" name="as" value="${value}" ${checked ? html`checked` : undefined} /><span
        >${label}</span
      ></label
    >`;
  return html`<fieldset>
    <legend>${questions.what}</legend>
    ${nearest.map(({ topic, score, phrasing }, at) =>
      radio(
        topic,
        html`<strong lang="ar">${knowledge.topicById.get(topic)?.question ?? topic}</strong
          ><small>${fill(questions.why, { percent: Math.round(score * 100), phrasing })}</small>`,
        at === 0 && score >= LIKELY,
      ),
    )}
    ${radio('other', questions.other, false)}
    <select name="other" aria-label="${questions.other}">
      ${knowledge.topics.map(({ id, question }) => html`<option value="${id}">${question}</option>`)}
    </select>
    ${radio('stray', questions.stray, false)}
    <select name="stray" aria-label="${questions.stray}">
      ${Object.entries(knowledge.outOfScope.groups).map(
        ([id, { title }]) => html`<option value="${id}">${title}</option>`,
      )}
    </select>
    ${radio('new', questions.new, (nearest[0]?.score ?? 0) < LIKELY)} ${radio('nothing', questions.nothing, false)}
  </fieldset>`;
}
