import type { LoggerOptions } from 'pino';

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

const MINUTE = 60_000;
/** Pino's numbers: only what is a warning or worse, and does not end the program, is held back. */
const WARN = 40;
const FATAL = 60;
/** Kinds remembered; with more, something names what should have no name, and nothing is held back. */
const MOST_KINDS = 500;

/** Fields that tell one kind of trouble from another. */
const TELLING = ['type', 'code', 'reason', 'kind', 'status', 'channel', 'through', 'signIn'] as const;

/**
 * Writes one line a minute for each kind of warning or error; the rest are counted and told at the end of the minute. A
 * database that is away for an hour fills no disk, and hides nothing else.
 */
export function createLineLimit(): LogMethod {
  const held = new Map<string, number>();
  return function limit(args, method, level) {
    if (level < WARN || level >= FATAL || isCounted(args)) {
      method.apply(this, args);
      return;
    }
    const kind = `${level} ${kindOf(args)}`;
    const times = held.get(kind);
    if (times !== undefined) {
      held.set(kind, times + 1);
      return;
    }
    method.apply(this, args);
    if (held.size >= MOST_KINDS) return;
    held.set(kind, 0);
    setTimeout(() => {
      const unsaid = held.get(kind) ?? 0;
      held.delete(kind);
      if (unsaid > 0) method.apply(this, withTimes(args, unsaid));
    }, MINUTE).unref();
  };
}

/** Whoever writes it counts by itself. */
const isCounted = ([first]: readonly unknown[]): boolean =>
  typeof first === 'object' && first !== null && 'times' in first;

function kindOf([first, second]: readonly unknown[]): string {
  if (typeof first !== 'object' || first === null) return JSON.stringify([first]);
  const fields = first as Readonly<Record<string, unknown>>;
  const error = (fields['err'] ?? {}) as Readonly<Record<string, unknown>>;
  return JSON.stringify([second, TELLING.map((name) => fields[name]), error['name'], error['code']]);
}

function withTimes(args: Parameters<LogMethod>[0], times: number): Parameters<LogMethod>[0] {
  const [first, ...rest] = args as unknown as [unknown, ...unknown[]];
  const told =
    typeof first === 'object' && first !== null ? [{ ...first, times }, ...rest] : [{ times }, first, ...rest];
  return told as unknown as Parameters<LogMethod>[0];
}
