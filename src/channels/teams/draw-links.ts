import type { Link } from '../../bot/reply/reply';
import type { ActionSet } from './adaptive-card';
import { isolateForeign } from './isolate-foreign';

const DIALS = /^tel:/;

/**
 * Buttons that call the clinic or open its pages, each on a row of its own. A button that dials shows what: Teams dials on
 * telephones, and does nothing on some computers, where the number has to be read.
 */
export function drawLinks(links: readonly Link[]): ActionSet[] {
  return links.map(({ title, url }) => ({
    type: 'ActionSet',
    spacing: 'small',
    actions: [{ type: 'Action.OpenUrl', title: DIALS.test(url) ? withNumber(title, url) : title, url }],
  }));
}

function withNumber(title: string, url: string): string {
  return isolateForeign(`${title} ${url.replace(DIALS, '')}`);
}
