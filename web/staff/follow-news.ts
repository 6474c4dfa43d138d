/** Milliseconds before the next try when the server cannot be reached. */
const PAUSE = 3_000;

/**
 * Asks for news again and again; the server answers when there are some, or after a while. A session that has ended
 * shows the page for signing in. Nothing is asked once the page is leaving: what it knows is old by then, so that it would be
 * answered at once, and each reload would break off the one before it.
 *
 * @param address gives where to ask, with what is known already
 * @param show true: the page is old, and is to be loaded again
 */
export async function followNews(address: () => string, show: (news: unknown) => boolean): Promise<void> {
  const page = { isLeaving: false };
  // The answer to a form that is sent off shows how things stand; a reload meanwhile would break it off.
  document.addEventListener('submit', (event) => {
    page.isLeaving ||= !event.defaultPrevented;
  });
  const reload = (): void => {
    if (!page.isLeaving) location.reload();
    page.isLeaving = true;
  };
  while (!page.isLeaving) {
    try {
      const response = await fetch(address(), { headers: { accept: 'application/json' } });
      if (response.status === 401 || response.status === 403) {
        reload();
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      if (show(await response.json())) reload();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
