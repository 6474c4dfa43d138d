import { createElement } from './create-element';
import type { ClinicCard } from './widget-strings';

/** How to reach the clinic and the ambulance while the chat cannot be loaded. @param words what stands on the buttons */
export function drawCard({ calls, lines }: ClinicCard, words: readonly string[]): HTMLElement {
  return createElement(
    'div',
    { class: 'k', hidden: '' },
    // What follows the sign is a number, to be read from left to right.
    ...calls.map((href, at) =>
      createElement('a', { href, target: '_blank' }, `${words[at] ?? ''} \u2066${href.split('tel:')[1] ?? ''}`),
    ),
    ...lines.map((line) => createElement('div', {}, line)),
  );
}
