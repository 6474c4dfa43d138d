/** What a site can hear of. Nothing of what is said leaves the chat. */
export interface Events {
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
  const listeners: [string, unknown][] = [];
  return {
    on: (name, listener) => void listeners.push([name, listener]),
    off(name, listener) {
      const at = listeners.findIndex(([known, other]) => known === name && other === listener);
      if (at >= 0) listeners.splice(at, 1);
    },
    emit(name, detail) {
      for (const [known, listener] of [...listeners]) if (known === name) (listener as Listener<typeof name>)(detail);
    },
  };
}
