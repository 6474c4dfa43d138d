/** What a site can hear of. Nothing of what is said leaves the chat. */
interface Events {
  readonly open: undefined;
  readonly close: undefined;
  readonly unread: { readonly count: number };
  readonly message: { readonly from: 'bot' | 'user' };
}

type Listener<Name extends keyof Events> = (detail: Events[Name]) => void;

/** Who listens to what. */
export interface Emitter {
  readonly on: <Name extends keyof Events>(name: Name, listener: Listener<Name>) => void;
  readonly off: <Name extends keyof Events>(name: Name, listener: Listener<Name>) => void;
  readonly emit: <Name extends keyof Events>(name: Name, detail: Events[Name]) => void;
}

export function createEmitter(): Emitter {
  const listeners: Partial<Record<string, Set<unknown>>> = {};
  return {
    on: (name, listener) => void (listeners[name] ??= new Set()).add(listener),
    off: (name, listener) => void listeners[name]?.delete(listener),
    emit: (name, detail) => listeners[name]?.forEach((listener) => (listener as Listener<typeof name>)(detail)),
  };
}
