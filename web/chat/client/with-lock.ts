/**
 * Runs a task while no other tab runs one of the same name. Where the browser has no locks (old, or a page without
 * HTTPS) it just runs: then only the server keeps messages from being doubled.
 */
export function withLock<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? task() : (locks.request(name, task) as Promise<T>);
}
