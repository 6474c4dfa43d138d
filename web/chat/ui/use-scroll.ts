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
 * than the window is shown from its beginning, below its question. Jumps rather than glides: nothing moves while
 * somebody reads.
 */
export function useScroll(entries: readonly Entry[], isComplete: boolean, extra: unknown): Scroll {
  const pane = useRef<HTMLDivElement>(null);
  /** Heights as they were when the person last could scroll: what has come since is not their doing. */
  const heights = useRef({ content: 0, window: 0 });
  const known = useRef<ReadonlySet<string>>(new Set());
  const [below, setBelow] = useState(0);

  const isAtEnd = (area: HTMLElement): boolean =>
    heights.current.content - area.scrollTop - heights.current.window < NEAR;
  const measure = (area: HTMLElement): void => {
    heights.current = { content: area.scrollHeight, window: area.clientHeight };
    if (isAtEnd(area)) setBelow(0);
  };
  const scrollTo = (area: HTMLElement, top: number): void => {
    area.scrollTop = top;
    measure(area);
  };
  const toEnd = (): void => {
    if (pane.current !== null) scrollTo(pane.current, pane.current.scrollHeight);
  };

  useLayoutEffect(() => {
    const area = pane.current;
    if (area === null) return;
    if (entries.length === 0) {
      // Nothing to measure: that would only hold up the first message.
      known.current = new Set();
      heights.current = { content: 0, window: 0 };
      setBelow(0);
      return;
    }
    const isFirstSight = known.current.size === 0;
    const arrived = entries.filter(({ key }) => !known.current.has(key));
    known.current = new Set(entries.map(({ key }) => key));
    if (!isComplete || arrived.some(isOwn)) toEnd();
    else if (isAtEnd(area)) {
      // Of a conversation that was held before, the person wants to see where it ended.
      const shown = isFirstSight ? arrived.at(-1) : arrived[0];
      scrollTo(area, Math.min(area.scrollHeight, topOf(shown, area) - MARGIN));
    } else {
      measure(area);
      setBelow((count) => count + arrived.filter(({ from }) => from === 'bot').length);
    }
  }, [entries, isComplete, extra]);

  useEffect(() => {
    const area = pane.current;
    if (area === null) return;
    const look = (): void => measure(area);
    // A keyboard that opens must not cover what the person is answering.
    const resize = new ResizeObserver(() => {
      if (isAtEnd(area)) toEnd();
      else measure(area);
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

/** Whoever writes here wants to see it; what comes from another tab is news like any other. */
const isOwn = ({ waiting }: Entry): boolean => waiting !== undefined && waiting.isElsewhere !== true;

function topOf(entry: Entry | undefined, area: HTMLElement): number {
  const element = entry && area.querySelector<HTMLElement>(`[data-key="${CSS.escape(entry.key)}"]`);
  if (!element) return area.scrollHeight;
  const question = element.previousElementSibling;
  const isShort = question instanceof HTMLElement && element.offsetTop - question.offsetTop < area.clientHeight / 3;
  return isShort && question.matches('.user') ? question.offsetTop : element.offsetTop;
}
