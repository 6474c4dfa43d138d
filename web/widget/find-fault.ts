/** What of the page's own Content-Security-Policy forbade something of ours. */
let forbidding: string | undefined;

/**
 * Asks the server why a chat that was loaded does not speak: a sentence for whoever set it up. Rejects where the server
 * cannot be reached.
 *
 * @param server the origin of the assistant
 */
export async function findFault(server: string): Promise<string> {
  if (forbidding !== undefined) return `${forbidding} forbids ${server}`;
  const response = await fetch(`${server}/widget.json`);
  if (response.status > 499) throw new Error();
  return response.json().then(
    ({ fault }) => fault as string,
    () => `nothing at ${server}`,
  );
}

/** Listens for what the page's policy forbids of the server's. @param signal ends it */
export function watchPolicy(server: string, signal: AbortSignal): void {
  addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective }) => {
      if (blockedURI.startsWith(server)) forbidding = effectiveDirective;
    },
    { signal },
  );
}
