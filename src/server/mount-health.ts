import type { IncomingMessage } from 'node:http';
import type { Response, Server } from 'restify';
import { StorageUnavailableError } from '../bot/ports/storage-unavailable-error';
import { readQuery } from './read-query';
import { readArrival } from './watch-proxy';

/** What a part says that works, but not as it should. */
export const DEGRADED = 'degraded';

/** Asks one part of the program whether it works; rejects, or takes too long, where it does not. */
export type HealthCheck = () => Promise<unknown>;

/** Longer than a healthy database ever takes, shorter than the patience of whoever asks (Docker: 30 s, Azure: 5 s). */
const PATIENCE = 2000;

/** What is told besides: which program answers. */
export type About = Readonly<Record<string, string | number>>;

/**
 * Serves `GET /healthz`: 200 when every part works, also where one is degraded, else 503; each part by name, and of one that failed why, in a
 * word; asked with `?arrival`, also what the proxy made of the request. And `GET /livez`: 200 as long as the process answers, for whoever restarts it when it hangs; it asks no other part, for a database that
 * is away is no reason to restart.
 */
export function mountHealth(
  server: Server,
  checks: Readonly<Record<string, HealthCheck>>,
  about: () => About = () => ({}),
): void {
  const answer = async (request: IncomingMessage, response: Response): Promise<void> => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => ({ name, ...(await stateOf(check)) })),
    );
    const status = WORST.find((state) => parts.some((part) => part.state === state)) ?? 'ok';
    const faults = parts.flatMap(({ name, fault }) => (fault === undefined ? [] : [[name, fault] as const]));
    response.send(status === 'failed' ? 503 : 200, {
      status,
      checks: Object.fromEntries(parts.map(({ name, state }) => [name, state])),
      ...(faults.length > 0 && { faults: Object.fromEntries(faults) }),
      ...about(),
      ...(readQuery(request).has('arrival') && { arrival: readArrival(request) }),
    });
  };
  server.get('/healthz', answer);
  server.head('/healthz', answer);
  const live = (_request: unknown, response: Response, next: () => void): void => {
    response.send(200, { status: 'ok', checks: { process: 'ok' }, ...about() });
    next();
  };
  server.get('/livez', live);
  server.head('/livez', live);
}

const WORST = ['failed', DEGRADED] as const;

/** How a part is, and why it failed; nothing of an error's own words, which may hold anything. */
interface PartState {
  readonly state: 'ok' | (typeof WORST)[number];
  readonly fault?: string;
}

async function stateOf(check: HealthCheck): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'failed', fault: 'late' }), PATIENCE);
  });
  const asked = check().then(
    (said): PartState => ({ state: said === DEGRADED ? DEGRADED : 'ok' }),
    (error: unknown): PartState =>
      error instanceof StorageUnavailableError ? { state: 'failed', fault: error.fault } : { state: 'failed' },
  );
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
}
