/**
 * Runs a task while no other tab runs one of the same name. Where the browser has no locks (old, a page without HTTPS)
 * or gives none (a frame that may keep nothing) it just runs: then only the server keeps messages from being doubled.
 */
export async function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  const begun: { task?: Promise<T> } = {};
  if (locks === undefined) return task();
  try {
    return await locks.request(name, () => (begun.task = task()));
  } catch {
    return begun.task ?? task();
  }
}
