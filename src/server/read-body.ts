import type { IncomingMessage } from 'node:http';

/** What became of reading a request's body. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  /** The client went away: there is nobody to answer. */
  | { readonly kind: 'gone' };

/** Limits of one body. */
export interface BodyLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * Milliseconds a body may take. Clients send theirs at once; one that sends it drop by drop must not hold a socket
 * for long. Lower it and patients on a bad line fail; higher and idle sockets pile up.
 */
export const BODY_PATIENCE = 10_000;

/**
 * Deeper than any card or channel data seen (about 20), far from what would exhaust the stack of a function that
 * walks the value recursively (about 5,000).
 */
const DEEPEST = 64;

/** Reads a JSON body, never more of it than allowed, whatever length the client announces. Never rejects. */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  if (!isJson(request)) return { kind: 'unsupported' };
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) return { kind: 'too-large' };
  const bytes = await readBytes(request, limits);
  return Buffer.isBuffer(bytes) ? readJson(bytes) : bytes;
}

function isJson({ headers }: IncomingMessage): boolean {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return false;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  return (
    type.trim() === 'application/json' &&
    parameters.every((parameter) => !/^\s*charset\s*=/.test(parameter) || /=\s*"?utf-?8"?\s*$/.test(parameter))
  );
}

/** The bytes of a body, or why there are none. Never rejects. */
export function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer | Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => finish({ kind: 'too-slow' }), limits.milliseconds);
    const finish = (result: Buffer | Body): void => {
      clearTimeout(timer);
      request.off('data', take);
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limits.bytes) finish({ kind: 'too-large' });
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('close', () => finish({ kind: 'gone' }));
    request.once('error', () => finish({ kind: 'gone' }));
  });
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Keys that change what an object is once it is copied. */
const HARMFUL = ['__proto__', 'constructor', 'prototype'];
/** Whether one may be among the keys: they may be written in escapes, too. */
const NAMES_HARM = new RegExp([...HARMFUL, String.raw`\\u`].join('|'));

function readJson(bytes: Buffer): Body {
  try {
    const text = UTF8.decode(bytes);
    const value: unknown = JSON.parse(text);
    return isHarmless(value, NAMES_HARM.test(text)) ? { kind: 'json', value } : { kind: 'not-json' };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Neither too deep to walk nor with keys that change what an object is once it is copied. */
function isHarmless(value: unknown, mayHarm: boolean): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const objects = level.filter((item) => typeof item === 'object' && item !== null);
    if (mayHarm && objects.some((item) => HARMFUL.some((key) => Object.hasOwn(item, key)))) return false;
    level = objects.flatMap((item) => Object.values(item) as unknown[]);
  }
  return true;
}
