import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { findProxy } from './find-proxy';
import { readRemoteAddress } from './remote-address';

/** What the operator says of the way in. */
export interface WayIn {
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
}

/** Something about the proxy in front that does not fit the settings. */
export interface ProxyFault {
  readonly reason: 'host' | 'other-host' | 'scheme' | 'unsaid' | 'too-low' | 'too-high' | 'no-address';
  /** What to do about it. */
  readonly remedy: string;
}

/** Milliseconds until the same fault is told again. */
const AGAIN = 3_600_000;

/** Looks at each request, and tells of each fault of the proxy once an hour. */
export function createProxyWatch(
  { publicUrl, trustedProxies }: WayIn,
  log: Pick<Logger, 'warn'>,
  elapsed: () => number = () => performance.now(),
): (request: IncomingMessage) => void {
  const told = new Map<string, number>();
  return (request) => {
    for (const { reason, remedy } of readProxyFaults(request, { publicUrl, trustedProxies })) {
      if (elapsed() - (told.get(reason) ?? -Infinity) < AGAIN) continue;
      told.set(reason, elapsed());
      log.warn(
        { reason, remedy, host: hostOf(request), publicUrl, trustedProxies },
        'the proxy in front does not fit the settings',
      );
    }
  };
}

/** What can be seen from one request. None where it came without a proxy: health checks do. Pure. */
export function readProxyFaults(request: IncomingMessage, { publicUrl, trustedProxies }: WayIn): readonly ProxyFault[] {
  if (findProxy(request, []) === undefined) return [];
  return [...readHostFaults(request, publicUrl), ...readAddressFaults(request, publicUrl, trustedProxies)];
}

/** What a request looks like when it has arrived, told to whoever sent it: the doctor compares it with the settings. */
export interface Arrival {
  readonly host: string;
  /** As the proxy says; undefined where it says nothing. */
  readonly scheme: string | undefined;
  /** Entries of X-Forwarded-For: to one who sends none, as many as there are proxies. */
  readonly addresses: number;
}

/** Reads it. Pure. */
export function readArrival(request: IncomingMessage): Arrival {
  const scheme = readFirst(request, 'x-forwarded-proto');
  return { host: hostOf(request), scheme, addresses: addressesOf(request).length };
}

function addressesOf({ headers }: IncomingMessage): readonly string[] {
  return [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .filter((entry) => entry.trim() !== '');
}

function readHostFaults(request: IncomingMessage, publicUrl: string | undefined): ProxyFault[] {
  if (publicUrl === undefined) return [];
  const { host, protocol } = new URL(publicUrl);
  const asked = hostOf(request);
  const scheme = readFirst(request, 'x-forwarded-proto');
  return [
    ...(asked === host
      ? []
      : isInner(asked)
        ? [{ reason: 'host' as const, remedy: 'let the proxy pass Host on (nginx: proxy_set_header Host $host)' }]
        : [
            {
              reason: 'other-host' as const,
              remedy: `set PUBLIC_URL to the address patients use, or lead them to ${host}`,
            },
          ]),
    ...(scheme === undefined || `${scheme}:` === protocol
      ? []
      : [
          {
            reason: 'scheme' as const,
            remedy: `PUBLIC_URL begins with ${protocol}, and requests come over ${scheme}: redirect them, or mend it`,
          },
        ]),
  ];
}

function readAddressFaults(request: IncomingMessage, publicUrl: string | undefined, trusted: number): ProxyFault[] {
  const entries = addressesOf(request);
  if (entries.length === 0) {
    const remedy = 'let the proxy send X-Forwarded-For: all patients count as one visitor';
    return [{ reason: 'no-address', remedy }];
  }
  if (trusted === 0 && publicUrl === undefined) {
    return [
      {
        reason: 'unsaid',
        remedy: 'requests come through a proxy: set PUBLIC_URL, and TRUSTED_PROXIES to how many there are',
      },
    ];
  }
  if (trusted > entries.length) {
    const remedy = `set TRUSTED_PROXIES to ${entries.length}: as it is, a patient can claim another address`;
    return [{ reason: 'too-high', remedy }];
  }
  // Nobody's address on the net lies behind one of an inner network.
  if (isInner(readRemoteAddress(request, trusted)) && entries.some((entry) => !isInner(entry.trim()))) {
    return [{ reason: 'too-low', remedy: 'raise TRUSTED_PROXIES: as it is, all patients count as the proxy itself' }];
  }
  return [];
}

/** The host a request names; empty where it is none that can be written to a log. */
function hostOf({ headers }: IncomingMessage): string {
  const host = headers.host?.toLowerCase() ?? '';
  return /^[\w.:[\]-]{1,120}$/.test(host) ? host : '';
}

function readFirst({ headers }: IncomingMessage, name: string): string | undefined {
  const first = [headers[name] ?? []].flat()[0]?.split(',')[0]?.trim();
  return first === 'http' || first === 'https' ? first : undefined;
}

/** An address or a host name of this machine or of an inner network: no patient asks for it, and none comes from it. */
function isInner(host: string): boolean {
  const bare = host
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/i, '');
  if (/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(bare))
    return true;
  return /^(::1?|f[cde][\da-f]{2}:.*)$/i.test(bare) || !/[.:]/.test(bare);
}
