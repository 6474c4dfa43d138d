import type { IncomingMessage } from 'node:http';

/** What proxies add to requests; a program on this machine that asks by itself sends none of them. */
const TRACES = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-forwarded-port',
  'x-real-ip',
  'x-client-ip',
  'x-original-host',
  'x-original-for',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
  'cdn-loop',
];

/**
 * The proxy a request has come through, in words; undefined where there is none. Where the operator has set one up, every
 * request counts as come through it: one that hides whom it asks for makes the whole world look like this machine.
 *
 * @param configured the variables that say there is a proxy, such as `PUBLIC_URL`
 */
export function findProxy({ headers }: IncomingMessage, configured: readonly string[]): string | undefined {
  const trace = TRACES.find((name) => headers[name] !== undefined);
  if (trace !== undefined) return `a proxy that sends ${trace}`;
  return configured.length === 0 ? undefined : `the proxy that ${configured.join(' and ')} tell of`;
}
