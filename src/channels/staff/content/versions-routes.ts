import { compareItems } from '../../../staff/content/describe-item';
import type { Version } from '../../../staff/content/content-store';
import { itemIn } from '../../../knowledge/published/item';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import { sayTime } from '../say-time';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { baseOf, type ConsoleContent, keyIn, liveValue, pathOf } from './content-tools';
import { drawDiff } from './draw-diff';
import { auditName, clinicItemName } from './names';

/** What was published of an item, each time with the difference, and the way back to any of it. */
export function versionsRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/versions/:key',
      needs: 'reads',
      handle: (request) => show(request, tools, content),
    },
    {
      method: 'POST',
      path: '/staff/versions/:key/undo',
      needs: 'edits',
      handle: (request) => undo(request, tools, content),
    },
  ];
}

/** Back to a version. The clinic's own data go live at once; a medical text becomes a draft the physician approves. */
async function undo(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const key = keyIn(request.params);
  const { member, form } = request;
  const number = Number(form.text('revision'));
  const version = (await content.store.history(key)).find((one) => one.number === number);
  if (version === undefined && number !== 0) throw new ConsoleError('notFound');
  const shipped = itemIn(content.base, key);
  const value = version?.value ?? shipped;
  const values = { item: auditName(key, value), revision: String(number) };
  const undone = { kind: 'undone', who: member.name, values } as const;
  if (key === 'clinic') {
    const change = { key, value: version?.value ?? null, base: baseOf(content, key) };
    await content.store.publish({
      by: member.name,
      approvedBy: '',
      changes: [change],
      questions: [],
      events: [undone],
    });
    await content.refresh();
    return { kind: 'redirect', to: `/staff/versions/${pathOf(key)}` };
  }
  if (value === undefined) throw new ConsoleError('notFound');
  const draft = await content.store.findDraft(key);
  const questions = draft?.questions ?? [];
  const saved = await content.store.saveDraft({ key, value, by: member.name, waiting: false, questions }, draft?.stamp);
  if (saved === undefined) throw new ConsoleError('otherPage');
  await tools.store.audit(undone);
  return { kind: 'redirect', to: `/staff/drafts/${pathOf(key)}` };
}

async function show(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): Promise<StaffReply> {
  const key = keyIn(request.params);
  const scene = tools.sceneOf(request);
  const { versions } = scene.texts;
  const history = await content.store.history(key);
  const shipped = itemIn(content.base, key);
  const live = await liveValue(content, key);
  if (live === undefined && history.length === 0) throw new ConsoleError('notFound');
  const mayUndo = request.member.roles.includes('edits');
  const body = html`${history.map((version, at) => {
    const before = history[at + 1]?.value ?? shipped;
    return drawVersion(scene, key, version, before, shipped, at > 0 && mayUndo);
  })}
  ${
    shipped === undefined
      ? undefined
      : html`<section class="card">
          <h2>${versions.shipped}</h2>
          ${history.length > 0 && mayUndo ? drawUndo(scene, key, 0) : html`<p class="hint">${versions.isShipped}</p>`}
        </section>`
  }`;
  const isJustLive = /^\d+$/.test(request.query['live'] ?? '');
  const title = fill(versions.title, { item: clinicItemName({ texts: { ar: scene.texts } }, key, live) });
  return { kind: 'page', page: drawPage(scene, { title, notice: isJustLive ? versions.isLive : undefined, body }) };
}

function drawVersion(
  scene: Scene,
  key: string,
  version: Version,
  before: unknown,
  shipped: unknown,
  mayUndo: boolean,
): Html {
  const { versions } = scene.texts;
  const { number, at, by, approvedBy, value } = version;
  const who =
    approvedBy === '' || approvedBy === by ? by : fill(versions.approved, { name: by, physician: approvedBy });
  return html`<section class="card">
    <h2>${fill(versions.number, { number })} <small>${sayTime(at, scene.language)} · ${who}</small></h2>
    ${drawDiff(scene, compareItems(key, before, value ?? shipped))}
    ${mayUndo ? drawUndo(scene, key, number) : undefined}
  </section>`;
}

const drawUndo = (scene: Scene, key: string, revision: number): Html =>
  drawForm(
    scene,
    `/staff/versions/${pathOf(key)}/undo`,
    html`<input type="hidden" name="revision" value="${revision}" />${drawSubmit(scene.texts.versions.undo, 'quiet')}`,
    { className: 'inline' },
  );
