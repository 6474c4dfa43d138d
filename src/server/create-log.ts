import { createHmac, randomBytes } from 'node:crypto';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { readSignInFault } from '../bot/turn/turn-failure';
import { createLineLimit } from './line-limit';

/** Settings of the log. */
export interface LogOptions {
  /** A pino level, or `silent`. */
  readonly level: string;
  /** Where lines go; standard output unless told. */
  readonly destination?: DestinationStream;
}

/** Fields that would carry what somebody wrote, who they are, or a secret: whoever logs them by mistake logs nothing. */
const NEVER = ['text', 'body', 'activity', 'name', 'from', 'value', 'answers', 'authorization', 'token', 'headers'];

/**
 * Creates the log: JSON lines without anybody's words. Errors show their kind and place, never their message. A warning or
 * an error is written once a minute for each kind, then with how often it happened (`times`).
 */
export function createLog({ level, destination }: LogOptions): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError, req: () => undefined, res: () => undefined },
    redact: { paths: NEVER.flatMap((field) => [field, `*.${field}`]), remove: true },
    hooks: { logMethod: createLineLimit() },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Codes and numbers of errors name what failed and hold nobody's words. */
const NAMED = ['code', 'errno', 'statusCode', 'fault'] as const;
const MOST_FRAMES = 12;

/**
 * What may be logged of an error. Its message may quote what a patient wrote (JSON.parse does, a database may), so
 * only its class, its codes and numbers, and the places in the code remain.
 */
function describeError(error: unknown): { readonly [field: string]: unknown } {
  if (typeof error !== 'object' || error === null) return { type: typeof error };
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const { cause } = error as { readonly cause?: unknown };
  const signIn = readSignInFault(error);
  return {
    type: classOf(error),
    ...Object.fromEntries(NAMED.flatMap((name) => readNamed(error, name))),
    ...(signIn === undefined ? {} : { signIn }),
    ...(frames.length === 0 ? {} : { stack: frames.slice(0, MOST_FRAMES).map((line) => line.trim()) }),
    ...(cause === undefined || cause === error ? {} : { cause: describeError(cause) }),
  };
}

/** The name of the class; many errors are only called "Error". */
function classOf(error: object): string {
  const { name } = error as { readonly name?: unknown };
  const made = (error.constructor as { readonly name?: unknown } | undefined)?.name;
  const [best] = [name, made].filter((one) => typeof one === 'string' && /^\w{1,64}$/.test(one) && one !== 'Error');
  return typeof best === 'string' ? best : error instanceof Error ? 'Error' : 'object';
}

function readNamed(error: object, name: (typeof NAMED)[number]): (readonly [string, string | number])[] {
  const value = (error as Readonly<Record<string, unknown>>)[name];
  if (typeof value === 'number') return [[name, value]];
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? [[name, value]] : [];
}

const KEY = randomBytes(32);

/** A short stand-in for an id: the same within one run of the program, and of no use to anybody who reads the log. */
export function hashId(id: string): string {
  return createHmac('sha256', KEY).update(id).digest('base64url').slice(0, 10);
}
