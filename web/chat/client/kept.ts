import { handed } from './handed';

/** A value kept in the browser, the same in all tabs. */
export interface Kept<T> {
  read(): T | undefined;
  /** Undefined takes it away. */
  write(value: T | undefined): void;
  /** Calls back when another tab changed it. */
  watch(listener: () => void): () => void;
}

/** For all tabs and later visits, or for this tab. */
type Where = 'localStorage' | 'sessionStorage';

/** Keeps a value under a name in the browser's storage; where the browser allows none or it is full, with the page around. */
export function createKept<T>(
  name: string,
  read: (value: unknown) => T | undefined,
  where: Where = 'localStorage',
): Kept<T> {
  let storage: typeof handed = findStorage(where) ?? handed;
  return {
    read() {
      try {
        return read(JSON.parse(storage.getItem(name) ?? 'null'));
      } catch {
        return undefined;
      }
    },
    write(value) {
      const text = value === undefined ? undefined : JSON.stringify(value);
      const put = (): void => (text === undefined ? storage.removeItem(name) : storage.setItem(name, text));
      try {
        put();
      } catch {
        storage = handed;
        put();
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

/** The browser's storage; undefined where this page may keep nothing in it. */
export function findStorage(where: Where = 'localStorage'): Storage | undefined {
  try {
    const name = 'prp-chat.try';
    const storage = window[where];
    storage.setItem(name, '');
    storage.removeItem(name);
    return storage;
  } catch {
    return undefined;
  }
}
