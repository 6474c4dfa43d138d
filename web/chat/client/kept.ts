/** A value kept in the browser, the same in all tabs. */
export interface Kept<T> {
  read(): T | undefined;
  /** Undefined takes it away. */
  write(value: T | undefined): void;
  /** Calls back when another tab changed it. */
  watch(listener: () => void): () => void;
}

/**
 * Keeps a value under a name in localStorage; where the browser forbids that (blocked storage, private windows), for as
 * long as the page lives.
 */
export function createKept<T>(name: string, read: (value: unknown) => T | undefined): Kept<T> {
  let memory: string | null = null;
  let storage = findStorage();
  const load = (): string | null => (storage === undefined ? memory : storage.getItem(name));
  return {
    read() {
      try {
        return read(JSON.parse(load() ?? 'null'));
      } catch {
        return undefined;
      }
    },
    write(value) {
      memory = value === undefined ? null : JSON.stringify(value);
      try {
        if (memory === null) storage?.removeItem(name);
        else storage?.setItem(name, memory);
      } catch {
        // A full storage: what is kept lives as long as the page.
        storage = undefined;
      }
    },
    watch(listener) {
      const heard = (event: StorageEvent): void => {
        if (event.key === name || event.key === null) listener();
      };
      addEventListener('storage', heard);
      return () => removeEventListener('storage', heard);
    },
  };
}

function findStorage(): Storage | undefined {
  try {
    const name = 'prp-chat.try';
    localStorage.setItem(name, '');
    localStorage.removeItem(name);
    return localStorage;
  } catch {
    return undefined;
  }
}
