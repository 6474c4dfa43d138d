import type { Response, Server } from 'restify';

/** Asks one part of the program whether it works; rejects, or takes too long, where it does not. */
export type HealthCheck = () => Promise<unknown>;

/** Longer than a healthy database ever takes, shorter than the patience of whoever asks (Docker: 30 s, Azure: 5 s). */
const PATIENCE = 2000;

/** What is told besides: which program answers. */
export type About = Readonly<Record<string, string | number>>;

/**
 * Serves `GET /healthz`: 200 when every part works, else 503; each part by name. And `GET /livez`: 200 as long as the
 * process answers, for whoever restarts it when it hangs; a database that is away is no reason to restart.
 */
export function mountHealth(
  server: Server,
  checks: Readonly<Record<string, HealthCheck>>,
  about: () => About = () => ({}),
): void {
  const answer = async (_request: unknown, response: Response): Promise<void> => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await works(check)) ? 'ok' : 'failed'] as const),
    );
    const healthy = parts.every(([, state]) => state === 'ok');
    response.send(healthy ? 200 : 503, {
      status: healthy ? 'ok' : 'failed',
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

async function works(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const asked = check().then(
    () => true,
    () => false,
  );
  const result = await Promise.race([asked, late]);
  clearTimeout(timer);
  return result;
}
