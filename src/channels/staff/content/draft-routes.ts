import { auditName, clinicItemName } from './names';
import { type ItemKey, type TopicItem } from '../../../knowledge/published/item';
import { checkTopic, isStopping, type TopicFault } from '../../../staff/answers/check-topic';
import { signTopic } from '../../../staff/answers/sign-topic';
import { compareItems } from '../../../staff/content/describe-item';
import type { Draft } from '../../../staff/content/content-store';
import { applyPublished } from '../../../knowledge/published/apply-published';
import type { Effect } from '../../../staff/effect/effect';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import { sayTime } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { baseOf, type ConsoleContent, keyIn, liveValue, pathOf, publishedItems, withDraft } from './content-tools';
import { drawDiff, fieldName } from './draw-diff';
import { drawEffect } from './draw-effect';
import { drawPreviews } from './draw-preview';
import type { Effects } from './effects';
import { sayFault } from './say-fault';

/** Drafts: what they change, what that does, sending them to the physician, and live. */
export function draftRoutes(tools: ConsoleTools, content: ConsoleContent, effects: Effects): readonly StaffRoute[] {
  return [
    { method: 'GET', path: '/staff/drafts', needs: 'reads', handle: (request) => showList(request, tools, content) },
    {
      method: 'GET',
      path: '/staff/drafts/:key',
      needs: 'reads',
      handle: (request) => show(request, tools, content, effects),
    },
    {
      method: 'GET',
      path: '/staff/drafts/:key/ready',
      needs: 'reads',
      handle: async (request) => {
        const draft = await content.store.findDraft(keyIn(request.params));
        const effect = draft && (await effects.ask(draft));
        const ready = draft === undefined || effect !== undefined;
        return { kind: 'json', body: { ready, share: ready ? 1 : await effects.share(draft) } };
      },
    },
    {
      method: 'POST',
      path: '/staff/drafts/:key/send',
      needs: 'edits',
      handle: async (request) => {
        const draft = await draftOf(request, content);
        const { key, value, questions } = draft;
        if (faultsOf(keyIn(request.params), value, content).some(isStopping))
          return show(request, tools, content, effects, true);
        const by = request.member.name;
        const saved = await content.store.saveDraft({ key, value, by, waiting: true, questions }, draft.stamp);
        if (saved === undefined) throw new ConsoleError('otherPage');
        await tools.store.audit({ kind: 'draft-sent', who: by, values: { item: auditName(key, value) } });
        return { kind: 'redirect', to: `/staff/drafts/${pathOf(key)}` };
      },
    },
    {
      method: 'POST',
      path: '/staff/drafts/:key/drop',
      needs: 'edits',
      handle: async (request) => {
        const { key, value, stamp } = await draftOf(request, content);
        if (!(await content.store.dropDraft(key, stamp))) throw new ConsoleError('otherPage');
        const values = { item: auditName(key, value) };
        await tools.store.audit({ kind: 'draft-dropped', who: request.member.name, values });
        return { kind: 'redirect', to: '/staff/drafts' };
      },
    },
    {
      method: 'POST',
      path: '/staff/drafts/:key/publish',
      needs: 'approves',
      handle: (request) => publish(request, tools, content, effects),
    },
  ];
}

/** The draft a form was drawn for. @throws ConsoleError where it is gone, or another by now */
async function draftOf({ params, form }: MemberRequest, { store }: ConsoleContent): Promise<Draft> {
  const draft = await store.findDraft(keyIn(params));
  if (draft === undefined) throw new ConsoleError('notFound');
  if (draft.stamp !== form.text('stamp')) throw new ConsoleError('otherPage');
  return draft;
}

async function publish(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  effects: Effects,
): Promise<StaffReply> {
  const draft = await draftOf(request, content);
  const key = keyIn(request.params);
  const { member } = request;
  const value = key.startsWith('topic:')
    ? signTopic(draft.value as TopicItem, member.name, new Date(tools.now()))
    : draft.value;
  const items = await publishedItems(content);
  const { leftOut } = applyPublished(content.base, withDraft(items, { key, value }));
  const faults = faultsOf(key, draft.value, content);
  if (leftOut.some((one) => one.key === key) || faults.some(isStopping))
    return show(request, tools, content, effects, true);
  effects.standAside();
  // Learnt before anything is written: a change that cannot be learnt changes nothing.
  await content.workshop.learn(withDraft(items, { key, value }));
  const values = { item: auditName(key, value), by: draft.by };
  const revision = await content.store.publish({
    by: draft.by,
    approvedBy: member.name,
    changes: [{ key, value, base: baseOf(content, key), stamp: draft.stamp }],
    questions: draft.questions,
    events: [{ kind: 'published', who: member.name, values }],
  });
  if (revision === undefined) throw new ConsoleError('otherPage');
  await content.refresh();
  return { kind: 'redirect', to: `/staff/versions/${pathOf(key)}?live=${revision}` };
}

const faultsOf = (key: ItemKey, value: unknown, content: ConsoleContent): readonly TopicFault[] =>
  key.startsWith('topic:') ? checkTopic(value, content.knowledge()) : [];

async function show(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  effects: Effects,
  refused = false,
): Promise<StaffReply> {
  const key = keyIn(request.params);
  const draft = await content.store.findDraft(key);
  if (draft === undefined) return { kind: 'redirect', to: `/staff/versions/${pathOf(key)}` };
  const scene = tools.sceneOf(request);
  const { drafts } = scene.texts;
  const live = await liveValue(content, key);
  const faults = faultsOf(key, draft.value, content);
  const isSound = !faults.some(isStopping);
  // What cannot be published has no effect: to say that nothing changes would mislead.
  const effect = isSound ? await effects.ask(draft) : undefined;
  const share = isSound ? await effects.share(draft) : 0;
  const { knowledge } = applyPublished(content.base, withDraft(await publishedItems(content), draft));
  const topic = key.startsWith('topic:') ? key.slice('topic:'.length) : undefined;
  const previews = topic !== undefined && knowledge.topicById.has(topic) ? content.preview(knowledge, topic) : [];
  const body = html`<p class="hint">
      ${fill(draft.waiting ? drafts.waitingBy : drafts.savedBy, {
        name: draft.by,
        time: sayTime(draft.at, scene.language),
      })}
    </p>
    ${refused ? html`<p class="bad" role="alert">${drafts.refused}</p>` : undefined}
    ${
      faults.length === 0
        ? undefined
        : html`<section class="card">
            <h2>${drafts.toMend}</h2>
            <ul class="faults">
              ${faults.map((fault) => html`<li>${fieldName(fault.field, scene.texts)}: ${sayFault(fault, scene.texts)}</li>`)}
            </ul>
          </section>`
    }
    <section class="card">
      <h2>${drafts.changes}</h2>
      ${drawDiff(scene, compareItems(key, live, draft.value), content.knowledge().categories)}
    </section>
    <section class="card" aria-live="polite">
      <h2>${drafts.effect}</h2>
      ${isSound ? drawMeasured(scene, draft, { effect, share }, content) : html`<p class="hint">${drafts.afterMending}</p>`}
    </section>
    ${previews.length === 0 ? undefined : drawPreviews(scene, previews)}
    ${drawActions(scene, draft, request, { isMeasured: effect !== undefined, isSound })}`;
  const title = fill(drafts.one, { item: clinicItemName({ texts: { ar: scene.texts } }, key, draft.value) });
  return { kind: 'page', status: refused ? 400 : 200, page: drawPage(scene, { title, body }) };
}

interface Measured {
  readonly effect: Effect | undefined;
  /** How far measuring it has come, 0 to 1. */
  readonly share: number;
}

function drawMeasured(scene: Scene, { key }: Draft, { effect, share }: Measured, content: ConsoleContent): Html {
  const { drafts } = scene.texts;
  if (effect !== undefined) return drawEffect(scene, effect, content.knowledge());
  return html`<p id="measuring">${drafts.computing}</p>
    <progress
      data-wait="/staff/drafts/${pathOf(key)}/ready"
      aria-labelledby="measuring"
      max="1"
      value="${share}"
    ></progress>
    <noscript><a href="/staff/drafts/${pathOf(key)}">${drafts.showEffect}</a></noscript>`;
}

interface Readiness {
  readonly isMeasured: boolean;
  /** Nothing in it forbids publishing. */
  readonly isSound: boolean;
}

function drawActions(scene: Scene, draft: Draft, { member }: MemberRequest, { isMeasured, isSound }: Readiness): Html {
  const { drafts } = scene.texts;
  const isReady = isMeasured && isSound;
  const at = `/staff/drafts/${pathOf(draft.key)}`;
  const stamp = html`<input type="hidden" name="stamp" value="${draft.stamp}" />`;
  const topic = draft.key.startsWith('topic:') ? draft.key.slice('topic:'.length) : undefined;
  const mayApprove = member.roles.includes('approves');
  const mayEdit = member.roles.includes('edits');
  return html`<div class="actions">
    ${
      mayApprove && isReady
        ? drawForm(
            scene,
            `${at}/publish`,
            html`${stamp}
            ${topic === undefined ? undefined : html`<p class="hint">${fill(drafts.sign, { name: member.name })}</p>`}
            ${drawSubmit(drafts.publish)}`,
          )
        : undefined
    }
    ${mayApprove && !isReady ? html`<p class="hint">${drafts.notReady}</p>` : undefined}
    ${
      mayEdit && isSound && !draft.waiting && !mayApprove
        ? drawForm(scene, `${at}/send`, html`${stamp} ${drawSubmit(drafts.send)}`)
        : undefined
    }
    ${
      mayEdit && topic !== undefined
        ? html`<a class="button quiet" href="/staff/answers/${topic}">${drafts.edit}</a>`
        : undefined
    }
    ${mayEdit ? drawForm(scene, `${at}/drop`, html`${stamp} ${drawSubmit(drafts.drop, 'danger')}`) : undefined}
  </div>`;
}

async function showList(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { drafts } = scene.texts;
  const all = await content.store.drafts();
  const rows = (waiting: boolean): Html => {
    const some = all.filter((draft) => draft.waiting === waiting);
    return html`<section class="card">
      <h2>${waiting ? drafts.waiting : drafts.open}</h2>
      ${some.length === 0 ? html`<p class="hint">${drafts.none}</p>` : undefined}
      <ul class="rows">
        ${some.map(
          (draft) =>
            html`<li>
              <a href="/staff/drafts/${pathOf(draft.key)}"
                >${clinicItemName({ texts: { ar: scene.texts } }, draft.key, draft.value)}</a
              >
              <small>${draft.by} · ${sayTime(draft.at, scene.language)}</small>
            </li>`,
        )}
      </ul>
    </section>`;
  };
  const body = html`${rows(true)} ${rows(false)}`;
  return { kind: 'page', page: drawPage(scene, { title: drafts.title, lead: drafts.lead, body }) };
}
