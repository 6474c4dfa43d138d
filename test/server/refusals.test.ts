import { readTokenFault } from '../../src/channels/bot-framework/read-token-fault';
import { createLog } from '../../src/server/create-log';
import { createRefusalLog } from '../../src/server/refusal-log';

const APP = '11111111-2222-3333-4444-555555555555';
const NOW = Date.UTC(2026, 10, 30);
const SECONDS = NOW / 1000;
const CHANNEL = { iss: 'https://api.botframework.com', aud: APP, nbf: SECONDS - 60, exp: SECONDS + 3600 };

const token = (claims: object): string =>
  `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

describe('why a token was refused', () => {
  test.each<[string, string, string]>([
    ['none', '', 'no-token'],
    ['another scheme', 'Basic dTpw', 'unreadable-token'],
    ['no token', 'Bearer x', 'unreadable-token'],
    ['of another app', token({ ...CHANNEL, aud: 'another' }), 'audience'],
    ['of nobody known', token({ ...CHANNEL, iss: 'https://evil.example' }), 'issuer'],
    ['over for an hour', token({ ...CHANNEL, exp: SECONDS - 3600 }), 'expired'],
    ['from the future: our clock is behind', token({ ...CHANNEL, nbf: SECONDS + 360 }), 'clock'],
    ['forged', token(CHANNEL), 'signature'],
    ['a clock that is a little behind', token({ ...CHANNEL, nbf: SECONDS + 200 }), 'signature'],
  ])('%s', (_name, authorization, fault) => {
    expect(readTokenFault(authorization, APP, NOW)).toBe(fault);
  });
});

test('each reason has one line a minute, which counts the others', () => {
  const lines: string[] = [];
  let clock = NOW;
  const note = createRefusalLog(
    createLog({ level: 'info', destination: { write: (line) => lines.push(line) } }),
    () => clock,
  );
  for (let times = 1; times <= 10; times += 1) note(401, 'audience');
  note(429, 'too-many');
  clock += 60_000;
  note(401, 'audience');
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { status: 401, reason: 'audience', times: 1 },
    { status: 429, reason: 'too-many', times: 1 },
    { status: 401, reason: 'audience', times: 10 },
  ]);
});
