import { createElement } from './create-element';
import type { ClinicCard } from './widget-strings';

/** How to reach the clinic and the ambulance while the chat cannot be loaded. @param words what stands on the buttons */
export function drawCard({ calls, lines }: ClinicCard, words: readonly string[]): HTMLElement {
  return createElement(
    'div',
    { class: 'k', hidden: '' },
    ...calls.map((href, at) => {
      const number = createElement('bdi', { dir: 'ltr' }, /^tel:(.*)/.exec(href)?.[1] ?? '');
      return createElement('a', { href, target: '_blank' }, `${words[at] ?? ''} `, number);
    }),
    ...lines.map((line) => createElement('div', {}, line)),
  );
}
