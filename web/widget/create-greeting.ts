import { createElement } from './create-element';
import type { WidgetStrings } from './widget-strings';

/**
 * The words above the button, which open the chat or are put away.
 *
 * @param text what it says; empty: our own words
 */
export function createGreeting(
  text: string,
  strings: WidgetStrings,
  onTaken: () => void,
  onHidden: () => void,
): HTMLElement {
  const words = createElement('button', {}, text || strings.greeting);
  const hide = createElement('button', { 'aria-label': strings.closeGreeting }, '\u00D7');
  words.onclick = onTaken;
  hide.onclick = onHidden;
  return createElement('div', { class: 'g' }, words, hide);
}
