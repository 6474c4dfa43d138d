import type { Logger } from 'pino';

/** Why a request for the door of Bot Framework channels was refused: what an operator has to look for. */
export type RefusalReason =
  | 'not-local'
  | 'malformed'
  | 'body'
  | 'no-token'
  | 'unreadable-token'
  | 'audience'
  | 'issuer'
  | 'expired'
  | 'clock'
  | 'signature'
  | 'another-bot'
  | 'tenant'
  | 'service-url'
  | 'too-many'
  | 'busy';

/** Takes note of refusals: one line a minute for each reason, with how many there were since the last. */
export type RefusalLog = (status: number, reason: RefusalReason, more?: { readonly through: string }) => void;

const MINUTE = 60_000;

/** Creates it. A log that anybody can fill by asking is of no use to whoever has to read it. */
export function createRefusalLog(
  log: Logger,
  elapsed: () => number = () => performance.now(),
  count: (reason: RefusalReason) => void = () => undefined,
): RefusalLog {
  const lines = new Map<RefusalReason, { readonly at: number; unsaid: number }>();
  return (status, reason, more) => {
    count(reason);
    const last = lines.get(reason);
    if (last !== undefined && elapsed() - last.at < MINUTE) {
      last.unsaid += 1;
      return;
    }
    lines.set(reason, { at: elapsed(), unsaid: 0 });
    log.warn({ status, reason, times: (last?.unsaid ?? 0) + 1, ...more }, 'refused a request on /api/messages');
  };
}
