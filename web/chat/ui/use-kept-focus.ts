import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { focusField } from './focus-field';

/**
 * Whatever had the focus and is taken away (a button that has done its work, a question that was answered) hands it on:
 * to the field, on touch screens to the conversation. On the page itself a keyboard would begin anew.
 */
export function useKeptFocus(field: RefObject<HTMLElement>, pane: RefObject<HTMLElement>): void {
  useEffect(() => {
    let last: Element | null = null;
    const look = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const watcher = new MutationObserver(() => {
      const isLost = last !== null && (!last.isConnected || last.closest('[hidden]') !== null);
      if (isLost && document.activeElement === document.body) focusField(field.current ?? pane.current, pane.current);
    });
    document.addEventListener('focusin', look);
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
    return () => {
      document.removeEventListener('focusin', look);
      watcher.disconnect();
    };
  }, []);
}
