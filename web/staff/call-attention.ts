import { createSound } from '../chat/sound';

/** Calls somebody back to a page they do not look at. */
export interface Attention {
  /** How much waits: stands before the page's title. */
  count(count: number): void;
  /** Something new has come: a sound and, where it was allowed and the page is hidden, a notification. */
  call(text: string): void;
}

/** The button `data-notify` asks for notifications; it is shown as long as the browser would ask. */
export function callAttention(document: Document): Attention {
  const { title } = document;
  const sound = createSound();
  const button = document.querySelector<HTMLButtonElement>('[data-notify]');
  if (button !== null && 'Notification' in window && Notification.permission === 'default') {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.hidden = true;
      void Notification.requestPermission();
    });
  }
  return {
    count(count) {
      document.title = count === 0 ? title : `(${count}) ${title}`;
    },
    call(text) {
      sound.play();
      if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
      try {
        // Nothing of what a patient wrote: others may see the screen.
        new Notification(text);
      } catch {
        // Phones show notifications of installed pages only.
      }
    },
  };
}
