import { createElement } from './create-element';
import { drawIcon } from './draw-icon';
import type { WidgetStrings } from './widget-strings';

/** What opens the chat: our button, or an element of the page. */
export interface Launcher {
  readonly element: HTMLElement;
  /** Says and shows how things stand. */
  readonly show: (isOpen: boolean, unread: number) => void;
}

/** Creates it. @param own an element of the page that takes the place of our button */
export function createLauncher(own: HTMLElement | null, strings: WidgetStrings): Launcher {
  const icon = drawIcon();
  const count = createElement('span', { class: 'n', hidden: '' });
  const element = own ?? createElement('button', { class: 'b', 'aria-haspopup': 'dialog' }, icon.element, count);
  return {
    element,
    show(isOpen, unread) {
      const words = isOpen ? strings.close : strings.open;
      element.setAttribute(
        'aria-label',
        unread ? `${words}. ${strings.unread.replace('{count}', `${unread}`)}` : words,
      );
      element.setAttribute('aria-expanded', `${isOpen}`);
      count.textContent = `${unread}`;
      count.hidden = !unread;
      icon.show(isOpen);
    },
  };
}
