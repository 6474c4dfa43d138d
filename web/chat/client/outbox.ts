import type { Result } from './ask';
import { createBackoff } from './backoff';
import type { Outgoing } from './direct-line';
import type { Kept } from './kept';
import { createPause } from './pause';
import { withLock } from './with-lock';

/** A message on its way. */
export interface Waiting extends Outgoing {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed';
  /** Why it failed, where the server said so. */
  readonly sentence?: string;
  /** Milliseconds since 1970 before which the server's limit lets neither it nor what was written after it through. */
  readonly until?: number;
  /** Written in another tab. */
  readonly isElsewhere?: boolean;
}

/** Messages until the server has shown them: sent in order, each once, kept over reloads. */
export interface Outbox {
  entries(): readonly Waiting[];
  add(text: string): void;
  retry(clientId: string): void;
  /** Takes a message away: it has been shown by the server, or the person gave it up. */
  remove(clientId: string): void;
  /** Sends what waits, if there is a way to. */
  flush(): void;
  clear(): void;
}

interface Dependencies {
  readonly kept: Kept<readonly Waiting[]>;
  /** Undefined where there is no connection: the message waits for one. */
  readonly post: (message: Outgoing) => Promise<Result<unknown> | undefined>;
  readonly changed: () => void;
  /** The token was not good: the connection has to see to it. */
  readonly unauthorized: () => void;
}

/** Tries of one message on a working connection before the person is asked. */
const TRIES = 4;
/** Seconds a person may be kept waiting by a limit without being told why. */
const SHORT_WAIT = 20;

export function createOutbox({ kept, post, changed, unauthorized }: Dependencies): Outbox {
  let entries: readonly Waiting[] = (kept.read() ?? []).map(wake);
  const backoff = createBackoff();
  const pause = createPause();
  /** How often a message was refused for its token, or for a limit: the next try mends that, or nothing does. */
  const refusals = new Map<string, number>();
  let timer = 0;
  let isFlushing = false;
  let again = false;

  const save = (next: readonly Waiting[]): void => {
    entries = next;
    const waiting = entries.filter(({ state }) => state !== 'sent');
    kept.write(waiting.length === 0 ? undefined : waiting);
    changed();
  };
  const put = (clientId: string, change: Partial<Waiting>): void =>
    save(entries.map((entry) => (entry.clientId === clientId ? { ...entry, ...change } : entry)));

  /** Begins anew with a message: what became of it before is forgotten. */
  const renew = (id: string, state: 'queued' | 'sending'): void =>
    save(
      entries.map((entry) => {
        const { clientId, text, at } = entry;
        return clientId === id ? { clientId, text, at, state } : entry;
      }),
    );

  /** What other tabs added comes in; what they sent will be shown by the server. */
  const adopt = (): void => {
    const stored = kept.read() ?? [];
    const isStored = ({ clientId }: Waiting): boolean => stored.some((other) => other.clientId === clientId);
    const isKnown = ({ clientId }: Waiting): boolean => entries.some((other) => other.clientId === clientId);
    entries = [
      ...entries.map((entry) => (isStored(entry) ? entry : { ...entry, state: 'sent' as const })),
      ...stored.filter((entry) => !isKnown(entry)).map((entry) => ({ ...wake(entry), isElsewhere: true })),
    ];
    changed();
  };
  kept.watch(adopt);

  const fail = (clientId: string, sentence: string | undefined): void =>
    put(clientId, { state: 'failed', ...(sentence !== undefined && { sentence }) });

  /** Sends one message; false where nothing can be sent for now. */
  const send = async ({ clientId, text }: Waiting): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      if (!entries.some((entry) => entry.clientId === clientId && entry.state !== 'sent')) return true;
      const result = await post({ clientId, text });
      if (result === undefined) return false;
      if (result.kind === 'ok') {
        put(clientId, { state: 'sent' });
        return true;
      }
      const { status = 0, retryAfter = 0, sentence } = result.kind === 'refused' ? result : {};
      const refused = (refusals.get(clientId) ?? 0) + 1;
      if (([401, 403, 404].includes(status) || retryAfter > 0) && refused < TRIES) {
        refusals.set(clientId, refused);
        if (retryAfter === 0) unauthorized();
        else hold(clientId, retryAfter, sentence);
        return false;
      }
      if ((status !== 0 && status < 500) || tries >= TRIES) {
        fail(clientId, sentence);
        return true;
      }
      await pause.wait(backoff.next());
    }
  };
  /** Nothing goes before the server's limit lets it, and then in the order it was written. A long wait is told. */
  const hold = (clientId: string, seconds: number, sentence: string | undefined): void => {
    const isTold = seconds > SHORT_WAIT;
    put(clientId, {
      state: isTold ? 'failed' : 'queued',
      until: Date.now() + seconds * 1000,
      ...(isTold && sentence !== undefined && { sentence }),
    });
  };

  const sendAll = async (): Promise<void> => {
    for (let next = findNext(); next !== undefined; next = findNext()) {
      const { clientId } = next;
      renew(clientId, 'sending');
      if (await send(next)) backoff.reset();
      else {
        if (entries.some((entry) => entry.clientId === clientId && entry.state === 'sending'))
          put(clientId, { state: 'queued' });
        return;
      }
    }
  };
  /** The first that is to go; none where its time has not come, which is waited for. */
  const findNext = (): Waiting | undefined => {
    const first = entries.find(({ state, until }) => state === 'queued' || (state === 'failed' && until !== undefined));
    const wait = (first?.until ?? 0) - Date.now();
    clearTimeout(timer);
    if (wait <= 0) return first;
    timer = setTimeout(run, wait);
    return undefined;
  };
  const run = (): void => {
    again = isFlushing;
    if (isFlushing || findNext() === undefined) return;
    isFlushing = true;
    void withLock('prp-chat.outbox', () => {
      adopt();
      return sendAll();
    }).finally(() => {
      isFlushing = false;
      findNext();
      if (again) run();
    });
  };

  return {
    entries: () => entries,
    add(text) {
      save([...entries, { clientId: createClientId(), text, at: Date.now(), state: 'queued' }]);
      run();
    },
    retry(clientId) {
      renew(clientId, 'queued');
      this.flush();
    },
    remove(clientId) {
      if (entries.some((entry) => entry.clientId === clientId)) {
        save(entries.filter((entry) => entry.clientId !== clientId));
      }
    },
    flush() {
      pause.end();
      run();
    },
    clear() {
      clearTimeout(timer);
      pause.end();
      save([]);
    },
  };
}

/** What was under way when the page went is sent again: the server knows it by its name. */
function wake(entry: Waiting): Waiting {
  return entry.state === 'sending' ? { ...entry, state: 'queued' } : entry;
}

function createClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
