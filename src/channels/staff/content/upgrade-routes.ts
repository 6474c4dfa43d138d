import { digestOf, itemIn, type ItemKey, readItemKey } from '../../../knowledge/published/item';
import { compareItems } from '../../../staff/content/describe-item';
import type { PublishedItem } from '../../../staff/content/content-store';
import { html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { StaffRoute } from '../staff-route';
import { baseOf, type ConsoleContent, keyIn, pathOf } from './content-tools';
import { drawDiff } from './draw-diff';
import { auditName, clinicItemName } from './names';

/** What an update of the program brought for texts that staff had changed: to take, or to leave. */
export function upgradeRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/upgrade',
      needs: 'reads',
      handle: async (request) => {
        const scene = tools.sceneOf(request);
        const { upgrade } = scene.texts;
        const items = await changedByUpdate(content);
        const mayApprove = request.member.roles.includes('approves');
        const body = html`${items.length === 0 ? html`<p class="good">${upgrade.none}</p>` : undefined}
        ${items.map(({ key, value }) => {
          const shipped = itemIn(content.base, key as ItemKey);
          const at = `/staff/upgrade/${pathOf(key)}`;
          return html`<section class="card">
            <h2>${clinicItemName({ texts: { ar: scene.texts } }, key, value)}</h2>
            <p class="hint">${upgrade.fromYours}</p>
            ${drawDiff(scene, compareItems(key, value, shipped))}
            ${
              mayApprove
                ? html`<p class="inline">
                    ${drawForm(scene, `${at}/take`, drawSubmit(upgrade.take, 'quiet'), { className: 'inline' })}
                    ${drawForm(scene, `${at}/leave`, drawSubmit(upgrade.leave, 'quiet'), { className: 'inline' })}
                  </p>`
                : undefined
            }
          </section>`;
        })}`;
        return { kind: 'page', page: drawPage(scene, { title: upgrade.title, lead: upgrade.lead, body }) };
      },
    },
    ...(['take', 'leave'] as const).map((choice): StaffRoute => ({
      method: 'POST',
      path: `/staff/upgrade/:key/${choice}`,
      needs: 'approves',
      handle: async ({ params, member }) => {
        const key = keyIn(params);
        const item = (await changedByUpdate(content)).find((one) => one.key === key);
        if (item === undefined) throw new ConsoleError('otherPage');
        const value = choice === 'take' ? null : item.value;
        const values = { item: auditName(key, item.value) };
        const published = await content.store.publish({
          by: member.name,
          approvedBy: member.name,
          changes: [{ key, value, base: baseOf(content, key), over: item.revision }],
          questions: [],
          events: [{ kind: choice === 'take' ? 'update-taken' : 'update-left', who: member.name, values }],
        });
        if (published === undefined) throw new ConsoleError('otherPage');
        await content.refresh();
        return { kind: 'redirect', to: '/staff/upgrade' };
      },
    })),
  ];
}

/** Published items whose text in the files is no longer what it was when they were published. */
export async function changedByUpdate({ store, base }: ConsoleContent): Promise<readonly PublishedItem[]> {
  return (await store.items()).filter((item) => {
    const key = readItemKey(item.key);
    return key !== undefined && digestOf(itemIn(base, key)) !== item.base;
  });
}
