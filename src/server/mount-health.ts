import type { Response, Server } from 'restify';

/** What a part says that works, but not as it should. */
export const DEGRADED = 'degraded';

/** Asks one part of the program whether it works; rejects, or takes too long, where it does not. */
export type HealthCheck = () => Promise<unknown>;

/** Longer than a healthy database ever takes, shorter than the patience of whoever asks (Docker: 30 s, Azure: 5 s). */
const PATIENCE = 2000;

/** What is told besides: which program answers. */
export type About = Readonly<Record<string, string | number>>;

/**
 * Serves `GET /healthz`: 200 when every part works, also where one is degraded, else 503; each part by name. And `GET /livez`: 200 as long as the
 * process answers, for whoever restarts it when it hangs; a database that is away is no reason to restart.
 */
export function mountHealth(
  server: Server,
  checks: Readonly<Record<string, HealthCheck>>,
  about: () => About = () => ({}),
): void {
  const answer = async (_request: unknown, response: Response): Promise<void> => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await stateOf(check)] as const),
    );
    const status = WORST.find((state) => parts.some(([, one]) => one === state)) ?? 'ok';
    response.send(status === 'failed' ? 503 : 200, {
      status,
      checks: Object.fromEntries(parts),
      ...about(),
    });
  };
  server.get('/healthz', answer);
  server.head('/healthz', answer);
  const live = (_request: unknown, response: Response, next: () => void): void => {
    response.send(200, { status: 'ok' });
    next();
  };
  server.get('/livez', live);
  server.head('/livez', live);
}

const WORST = ['failed', DEGRADED] as const;

async function stateOf(check: HealthCheck): Promise<'ok' | (typeof WORST)[number]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failed'>((resolve) => {
    timer = setTimeout(() => resolve('failed'), PATIENCE);
  });
  const asked = check().then(
    (said) => (said === DEGRADED ? DEGRADED : 'ok'),
    () => 'failed' as const,
  );
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
}
