import { readStreamOrigin } from '../../../src/channels/direct-line/stream-url';
import type { RouteRequest } from '../../../src/channels/direct-line/route';

describe('readStreamOrigin', () => {
  it.each<readonly [string, RouteRequest['headers'], { publicUrl?: string; behindProxy: boolean }, string | undefined]>(
    [
      ['a plain host', { host: 'localhost:3978' }, { behindProxy: false }, 'ws://localhost:3978'],
      ['IPv6', { host: '[::1]:3978' }, { behindProxy: false }, 'ws://[::1]:3978'],
      [
        'TLS told by a trusted proxy',
        { host: 'a.example', 'x-forwarded-proto': 'https' },
        { behindProxy: true },
        'wss://a.example',
      ],
      [
        'TLS told by anybody',
        { host: 'a.example', 'x-forwarded-proto': 'https' },
        { behindProxy: false },
        'ws://a.example',
      ],
      [
        'a public address',
        { host: 'evil.example' },
        { publicUrl: 'https://a.example', behindProxy: false },
        'wss://a.example',
      ],
      ['a host with a path', { host: 'a.example/x?' }, { behindProxy: false }, undefined],
      ['a host with a user', { host: 'me@a.example' }, { behindProxy: false }, undefined],
      ['no host', {}, { behindProxy: false }, undefined],
    ],
  )('%s', (_name, headers, settings, origin) => {
    const request: RouteRequest = { headers, params: {}, query: {}, body: { kind: 'unsupported' }, remoteAddress: '' };
    expect(readStreamOrigin(request, settings)).toBe(origin);
  });
});
