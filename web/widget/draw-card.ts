import { createElement } from './create-element';
import type { WidgetStrings } from './widget-strings';

/** How to reach the clinic and the ambulance while the chat cannot be loaded. */
export function drawCard({ name, hours, links, example }: WidgetStrings['clinic']): HTMLElement {
  const calls = links.map(({ title, url }) => {
    const number = url.startsWith('tel:') ? url.slice(4) : '';
    return createElement(
      'a',
      { href: url, target: '_blank', rel: 'noopener' },
      `${title} `,
      createElement('bdi', { dir: 'ltr' }, number),
    );
  });
  const lines = [name, ...hours, example].map((line) => createElement('div', {}, line ?? ''));
  return createElement('div', { class: 'k', hidden: '' }, ...calls, ...lines);
}
