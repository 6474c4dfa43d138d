import type { Knowledge, Topic } from '../../../knowledge/knowledge';
import { bareTopic, digestOf, type TopicItem } from '../../../knowledge/published/item';
import { readReview } from '../../../knowledge/read-review';
import { checkTopic, isForged, isStopping, type TopicFault } from '../../../staff/answers/check-topic';
import { readTopicForm } from '../../../staff/answers/read-topic-form';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { fill } from '../fill';
import { readOpinions } from '../figures/read-opinions';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { type ConsoleContent, emptyItem, liveValue, pathOf } from './content-tools';
import { drawAnswerForm } from './draw-answer-form';
import { drawPreviews, nameReplies } from './draw-preview';
import type { Effects } from './effects';
import { auditName } from './names';
import { previewDraft } from './preview-draft';
import { sayFault } from './say-fault';

const MOST_FOUND = 12;
/** A question of a patient is never that long. */
const LONGEST_SEARCH = 500;

/** The answers: finding one, changing it, a new one. What is saved is a draft. */
export function answersRoutes(tools: ConsoleTools, content: ConsoleContent, effects: Effects): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/answers',
      needs: 'reads',
      handle: (request) => showList(request, tools, content, undefined),
    },
    {
      method: 'POST',
      path: '/staff/answers',
      needs: 'reads',
      handle: (request) => showList(request, tools, content, request.form.text('search').slice(0, LONGEST_SEARCH)),
    },
    {
      method: 'GET',
      path: '/staff/answers/new',
      needs: 'edits',
      handle: (request) =>
        Promise.resolve(showForm(request, tools, content, { item: emptyItem(content), isNew: true })),
    },
    {
      method: 'POST',
      path: '/staff/answers/new/save',
      needs: 'edits',
      handle: (request) => save(request, tools, content, newItem(request, content), true),
    },
    {
      method: 'POST',
      path: '/staff/answers/new/check',
      needs: 'edits',
      handle: (request) => check(request, tools, content, effects, newItem(request, content)),
    },
    {
      method: 'GET',
      path: '/staff/answers/:topic',
      needs: 'reads',
      handle: async (request) => {
        const item = await itemOf(request, content);
        const draft = await content.store.findDraft(`topic:${item.topic.id}`);
        // What is live is judged while it is being read: it is one side of every effect.
        if (request.member.roles.includes('edits'))
          effects.foresee(draft ?? { key: `topic:${item.topic.id}`, value: item });
        return showForm(request, tools, content, {
          item: (draft?.value as TopicItem | undefined) ?? item,
          isNew: false,
          stamp: draft?.stamp,
          draftBy: draft?.by,
        });
      },
    },
    {
      method: 'POST',
      path: '/staff/answers/:topic/check',
      needs: 'edits',
      handle: async (request) => check(request, tools, content, effects, await itemOf(request, content)),
    },
    {
      method: 'POST',
      path: '/staff/answers/:topic/save',
      needs: 'edits',
      handle: async (request) => save(request, tools, content, await itemOf(request, content), false),
    },
  ];
}

/** A topic as it is live, or as a draft has it where there is no other. */
async function itemOf({ params }: MemberRequest, content: ConsoleContent): Promise<TopicItem> {
  const key = `topic:${params['topic'] ?? ''}` as const;
  const live = (await liveValue(content, key)) as TopicItem | undefined;
  const item = live ?? ((await content.store.findDraft(key))?.value as TopicItem | undefined);
  if (item === undefined) throw new ConsoleError('notFound');
  return item;
}

const NEW_TOPIC = /^staff-[0-9a-f]{8}$/;

/** The topic a form for a new one was drawn with: it keeps its id from the first key to the draft. */
function newItem({ form }: MemberRequest, content: ConsoleContent): TopicItem {
  const empty = emptyItem(content);
  const id = form.text('id');
  return NEW_TOPIC.test(id) && !content.knowledge().topicById.has(id)
    ? { ...empty, topic: { ...empty.topic, id } }
    : empty;
}

async function save(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  base: TopicItem,
  isNew: boolean,
): Promise<StaffReply> {
  const { form, member } = request;
  const item = readTopicForm(form, base) as TopicItem;
  const key = `topic:${item.topic.id}` as const;
  const stamp = form.text('stamp') === '' ? undefined : form.text('stamp');
  if (checkTopic(item, content.knowledge()).some(isForged))
    return showForm(request, tools, content, { item, isNew, stamp });
  const kept = await content.store.findDraft(key);
  const questions = [...new Set([...(kept?.questions ?? []), ...form.all('from-question')])];
  // Pressed twice: the first press has saved it.
  const isTwice = stamp === undefined && kept?.by === member.name && digestOf(kept.value) === digestOf(item);
  if (isTwice) return { kind: 'redirect', to: `/staff/drafts/${pathOf(key)}` };
  const saved = await content.store.saveDraft({ key, value: item, by: member.name, waiting: false, questions }, stamp);
  if (saved === undefined)
    return showForm(request, tools, content, { item, isNew, stamp: kept?.stamp, clash: kept?.by });
  await tools.store.audit({ kind: 'draft-saved', who: member.name, values: { item: auditName(key, item) } });
  return { kind: 'redirect', to: `/staff/drafts/${pathOf(key)}` };
}

/** For the page while somebody types. */
function check(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  effects: Effects,
  base: TopicItem,
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { texts } = scene;
  const item = readTopicForm(request.form, base) as TopicItem;
  const found = checkTopic(item, content.knowledge());
  if (!found.some(isStopping)) effects.foresee({ key: `topic:${item.topic.id}`, value: item });
  const faults = found.map((fault) => ({ field: fault.field, text: sayFault(fault, texts) }));
  const replies = previewDraft(item, content);
  const previews = replies && nameReplies(scene, replies);
  return Promise.resolve({ kind: 'json', body: { faults, fine: texts.answers.fine, previews } });
}

interface FormView {
  readonly item: TopicItem;
  readonly isNew: boolean;
  readonly stamp?: string | undefined;
  readonly draftBy?: string | undefined;
  /** Who changed it meanwhile. */
  readonly clash?: string | undefined;
}

function showForm(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  { item, isNew, stamp = '', draftBy, clash }: FormView,
): StaffReply {
  const scene = tools.sceneOf(request);
  const { answers } = scene.texts;
  const knowledge = content.knowledge();
  const live = knowledge.topicById.get(item.topic.id);
  const faults: readonly TopicFault[] = isNew && item.topic.question === '' ? [] : checkTopic(item, knowledge);
  const mayEdit = request.member.roles.includes('edits');
  const action = isNew ? '/staff/answers/new/save' : `/staff/answers/${item.topic.id}/save`;
  const replies = previewDraft(item, content) ?? [];
  const notice = clash === undefined ? undefined : fill(answers.clash, { name: clash });
  const body = html`${
    draftBy === undefined
      ? undefined
      : html`<p class="warning">
          ${fill(answers.isDraft, { name: draftBy })}
          <a href="/staff/drafts/${pathOf(`topic:${item.topic.id}`)}">${answers.toDraft}</a>
        </p>`
  }
  ${live === undefined ? undefined : drawState(scene, live)}
  ${
    mayEdit
      ? drawAnswerForm(scene, { item, knowledge, faults, stamp, action, isNew, questions: [], replies })
      : live === undefined
        ? undefined
        : drawReading(live)
  }
  ${mayEdit || live === undefined ? undefined : drawPreviews(scene, content.preview(knowledge, live.id))}`;
  const title = isNew ? answers.newTitle : item.topic.question;
  const status = faults.some(isForged) ? 400 : clash === undefined ? 200 : 409;
  return { kind: 'page', status, page: drawPage(scene, { title, notice, body }) };
}

/** Who reviewed the live answer, and where its versions are. */
function drawState(scene: Scene, topic: Topic): Html {
  const { answers } = scene.texts;
  const review = readReview(topic);
  const said =
    review.kind === 'reviewed'
      ? fill(answers.reviewed, { name: review.by, date: review.on })
      : review.kind === 'changed'
        ? answers.reviewOld
        : answers.reviewNone;
  return html`<p class="inline">
    <span class="${review.kind === 'reviewed' ? 'tag good' : 'tag warning'}">${said}</span>
    <a href="/staff/versions/${pathOf(`topic:${topic.id}`)}">${answers.versions}</a>
  </p>`;
}

const drawReading = (topic: Topic): Html =>
  html`<section class="card" lang="ar" dir="rtl">
    ${[topic.answer, topic.byArea?.face, topic.byArea?.hair].map((text) =>
      text === undefined ? undefined : html`<p class="answer">${text}</p>`,
    )}
    <ul>
      ${topic.phrasings.map((text) => html`<li>${text}</li>`)}
    </ul>
  </section>`;

async function showList(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  search: string | undefined,
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { answers } = scene.texts;
  const knowledge = content.knowledge();
  const [drafts, opinions] = await Promise.all([content.store.drafts(), readOpinions(content, tools.now())]);
  const marks: Marks = {
    drafts: new Set(drafts.map(({ key }) => key)),
    failed: new Set(opinions.filter(({ isMarked }) => isMarked).map(({ topic }) => topic)),
  };
  const body = html`${drawForm(
    scene,
    '/staff/answers',
    html`<div class="field">
        <label for="search">${answers.searchLabel}</label>
        <input id="search" name="search" type="search" value="${search ?? ''}" dir="auto" />
      </div>
      ${drawSubmit(answers.search, 'quiet')}`,
    { className: 'search' },
  )}
  ${
    request.member.roles.includes('edits')
      ? html`<p><a class="button main" href="/staff/answers/new">${answers.newTitle}</a></p>`
      : undefined
  }
  ${
    search === undefined || search.trim() === ''
      ? knowledge.categories.map((category) => drawGroup(scene, category.title, category.topics, marks))
      : drawGroup(scene, answers.found, found(content, knowledge, search), marks)
  }`;
  return { kind: 'page', page: drawPage(scene, { title: answers.title, lead: answers.lead, body }) };
}

/** By the matcher: a question in any dialect finds its answer, a half-remembered word as well. */
function found({ search }: ConsoleContent, { topicById, topics }: Knowledge, text: string): readonly Topic[] {
  const plain = topics.filter((topic) => JSON.stringify(bareTopic(topic)).includes(text.trim()));
  const matched = search(text).flatMap(({ topic }) => topicById.get(topic) ?? []);
  return [...new Set([...matched.slice(0, MOST_FOUND / 2), ...plain])].slice(0, MOST_FOUND);
}

/** What is noted beside answers in a list. */
interface Marks {
  readonly drafts: ReadonlySet<string>;
  /** Patients say that they do not help. */
  readonly failed: ReadonlySet<string>;
}

function drawGroup(scene: Scene, title: string, topics: readonly Topic[], { drafts, failed }: Marks): Html {
  const { answers, figures } = scene.texts;
  return html`<section class="card">
    <h2>${title}</h2>
    ${topics.length === 0 ? html`<p class="hint">${answers.nothingFound}</p>` : undefined}
    <ul class="rows">
      ${topics.map(
        (topic) =>
          html`<li>
            <a href="/staff/answers/${topic.id}" lang="ar">${topic.question}</a>
            ${drafts.has(`topic:${topic.id}`) ? html`<span class="tag">${answers.draftTag}</span>` : undefined}
            ${failed.has(topic.id) ? html`<span class="tag bad">${figures.failed}</span>` : undefined}
            ${
              readReview(topic).kind === 'reviewed'
                ? undefined
                : html`<span class="tag warning">${answers.unreviewedTag}</span>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
