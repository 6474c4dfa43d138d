/**
 * Asks the server why a chat that was loaded does not speak: a sentence for whoever set it up. Rejects where the server
 * cannot be reached.
 *
 * @param server the origin of the assistant
 */
export async function findFault(server: string): Promise<string> {
  const response = await fetch(`${server}/widget.json`);
  if (response.status > 499) throw new Error();
  return response.json().then(
    ({ fault }) => fault as string,
    () => `nothing at ${server}`,
  );
}
