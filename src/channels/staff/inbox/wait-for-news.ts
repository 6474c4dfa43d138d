/**
 * Milliseconds a request for news is held: below the time the server lets requests finish when it stops, and below what
 * proxies wait for an answer.
 */
const HELD_MS = 8_000;

type Listen = (wake: () => void) => () => void;

/**
 * Gives what `read` gives once it is news, or after a while whatever it is then. The listening begins before the first
 * reading: nothing that happens in between is missed.
 */
export async function waitForNews<News>(
  listen: Listen,
  read: () => Promise<News>,
  isNews: (news: News) => boolean,
  heldMs = HELD_MS,
): Promise<News> {
  const end = performance.now() + heldMs;
  const bell = createBell();
  const stop = listen(bell.ring);
  try {
    for (;;) {
      const heard = bell.heard();
      const news = await read();
      const left = end - performance.now();
      if (isNews(news) || left <= 0) return news;
      await bell.after(heard, left);
    }
  } finally {
    stop();
  }
}

/** Counts its rings, so that one between two looks is not lost. */
function createBell() {
  let rings = 0;
  let wake = (): void => undefined;
  return {
    ring: () => {
      rings += 1;
      wake();
    },
    heard: () => rings,
    /** Resolves at a ring after that many, and at the latest after a time. */
    after: (heard: number, milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (rings > heard) wake();
      }),
  };
}
