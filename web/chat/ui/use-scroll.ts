import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from './entries';

/** Where the person is in the conversation. */
export interface Scroll {
  readonly pane: RefObject<HTMLDivElement>;
  /** Messages that came below what the person looks at. */
  readonly below: number;
  toEnd(): void;
}

/** So near to the end counts as at the end: a line of text. */
const NEAR = 40;
/** Left free above a message that begins at the top. */
const MARGIN = 12;

/**
 * Follows the conversation while the person is at its end and lets it be while they read further up. An answer longer
 * than the window is shown from its beginning. Jumps rather than glides: nothing moves while somebody reads.
 */
export function useScroll(entries: readonly Entry[], isComplete: boolean, extra: unknown): Scroll {
  const pane = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const known = useRef<ReadonlySet<string>>(new Set());
  const [below, setBelow] = useState(0);

  const toEnd = (): void => {
    const area = pane.current;
    if (area === null) return;
    area.scrollTop = area.scrollHeight;
    isAtEnd.current = true;
    setBelow(0);
  };

  useLayoutEffect(() => {
    const area = pane.current;
    if (area === null) return;
    const arrived = entries.filter(({ key }) => !known.current.has(key));
    known.current = new Set(entries.map(({ key }) => key));
    const [first] = arrived;
    if (!isComplete || arrived.some(({ from, waiting }) => from === 'user' && waiting !== undefined)) toEnd();
    else if (isAtEnd.current) {
      const top = first && (area.querySelector<HTMLElement>(`[data-key="${CSS.escape(first.key)}"]`)?.offsetTop ?? 0);
      area.scrollTop = Math.min(area.scrollHeight, top === undefined ? area.scrollHeight : top - MARGIN);
    } else setBelow((count) => count + arrived.filter(({ from }) => from === 'bot').length);
  }, [entries, isComplete, extra]);

  useEffect(() => {
    const area = pane.current;
    if (area === null) return;
    const look = (): void => {
      isAtEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR;
      if (isAtEnd.current) setBelow(0);
    };
    let height = area.clientHeight;
    const resize = new ResizeObserver(() => {
      // A keyboard that opens must not cover what the person is answering.
      if (isAtEnd.current && area.clientHeight !== height) area.scrollTop = area.scrollHeight;
      height = area.clientHeight;
    });
    area.addEventListener('scroll', look, { passive: true });
    resize.observe(area);
    return () => {
      area.removeEventListener('scroll', look);
      resize.disconnect();
    };
  }, []);

  return { pane, below, toEnd };
}
