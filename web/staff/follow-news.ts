/** Milliseconds before the next try when the server cannot be reached. */
const PAUSE = 3_000;

/**
 * Asks for news again and again; the server answers when there are some, or after a while. A session that has ended
 * shows the page for signing in.
 *
 * @param address gives where to ask, with what is known already
 */
export async function followNews(address: () => string, show: (news: unknown) => void): Promise<never> {
  for (;;) {
    try {
      const response = await fetch(address(), { headers: { accept: 'application/json' } });
      if (response.status === 401 || response.status === 403) location.reload();
      if (!response.ok) throw new Error(String(response.status));
      show(await response.json());
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
