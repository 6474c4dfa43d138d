import { createHmac, randomBytes } from 'node:crypto';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** Settings of the log. */
export interface LogOptions {
  /** A pino level, or `silent`. */
  readonly level: string;
  /** Where lines go; standard output unless told. */
  readonly destination?: DestinationStream;
}

/** Fields that would carry what somebody wrote, who they are, or a secret: whoever logs them by mistake logs nothing. */
const NEVER = ['text', 'body', 'activity', 'name', 'from', 'value', 'answers', 'authorization', 'token', 'headers'];

/** Creates the log: JSON lines without anybody's words. Errors show their kind and place, never their message. */
export function createLog({ level, destination }: LogOptions): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError, error: describeError, req: () => undefined, res: () => undefined },
    redact: { paths: NEVER.flatMap((field) => [field, `*.${field}`]), remove: true },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What may be logged of an error. Its message may quote what a patient wrote (JSON.parse does, a database may), so
 * only its name, its code and the places in the code remain.
 */
export function describeError(error: unknown): { readonly [field: string]: unknown } {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && /^[\w.-]{1,64}$/.test(code) ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

const KEY = randomBytes(32);

/** A short stand-in for an id: the same within one run of the program, and of no use to anybody who reads the log. */
export function hashId(id: string): string {
  return createHmac('sha256', KEY).update(id).digest('base64url').slice(0, 10);
}
