import type { Arrival } from '../../server/watch-proxy';
import { type Finding, findingsOf } from './finding';

const proxy = findingsOf('proxy');

/** What is set, against what a request looked like that went out to PUBLIC_URL and came in through the proxy. Pure. */
export function checkArrival(
  arrival: Arrival | undefined,
  { publicUrl, trustedProxies }: { readonly publicUrl: string; readonly trustedProxies: number },
): readonly Finding[] {
  if (arrival === undefined) return [];
  const { host, scheme, addresses } = arrival;
  const wanted = new URL(publicUrl);
  const isHost = host === wanted.host;
  const isScheme = scheme === undefined || `${scheme}:` === wanted.protocol;
  return [
    ...(isHost
      ? []
      : [proxy.fault(`Host arrives as ${host}, not as ${wanted.host}`, 'nginx: proxy_set_header Host $http_host')]),
    ...(isScheme
      ? []
      : [proxy.fault(`X-Forwarded-Proto says ${scheme}`, 'nginx: proxy_set_header X-Forwarded-Proto $scheme')]),
    ...checkAddresses(addresses, trustedProxies),
  ];
}

function checkAddresses(addresses: number, trusted: number): readonly Finding[] {
  if (addresses === 0)
    return [
      proxy.fault(
        'no X-Forwarded-For arrives: all patients count as one visitor',
        'nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for',
      ),
    ];
  if (addresses === trusted) return [proxy.ok(`TRUSTED_PROXIES=${trusted} fits`)];
  const said = `TRUSTED_PROXIES=${trusted} is too ${addresses > trusted ? 'low' : 'high'}`;
  const why = addresses > trusted ? 'all patients count as the proxy itself' : 'a patient can claim another address';
  return [proxy.fault(`${said}: ${why}`, `set TRUSTED_PROXIES=${addresses}, unless this machine goes another way`)];
}
