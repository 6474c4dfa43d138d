import { SignJWT, UnsecuredJWT } from 'jose';
import { createTokens, TOKEN_DEFAULTS } from '../../../src/channels/direct-line/tokens';

const signingKey = Buffer.alloc(32, 1);
const holder = { user: 'dl_1', conversation: 'c1' };
const START = Date.UTC(2026, 0, 1);
const DAY = 24 * 3600;

describe('tokens', () => {
  it.each<readonly [string, number, object]>([
    ['a fresh one is valid', 0, { kind: 'valid', user: 'dl_1', conversation: 'c1' }],
    ['one that slept a night is valid', 8 * 3600, { kind: 'valid', user: 'dl_1', conversation: 'c1' }],
    ['one of yesterday can be renewed', DAY, { kind: 'renewable', user: 'dl_1', conversation: 'c1' }],
    ['one of six days ago can be renewed', 6 * DAY, { kind: 'renewable', user: 'dl_1', conversation: 'c1' }],
    ['one of last month has expired', 30 * DAY, { kind: 'expired' }],
  ])('%s', async (_name, laterSeconds, reading) => {
    let now = START;
    const tokens = createTokens({ signingKey, now: () => now });
    const token = await tokens.issue(holder);
    now += laterSeconds * 1000;
    expect(await tokens.read(token)).toEqual(reading);
  });

  const payload = { user: 'dl_1', conv: 'c1', iss: 'prp-assistant', aud: 'direct-line' };
  const signed = (key: Uint8Array, claims: object = payload): Promise<string> =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('1h').sign(key);

  it.each<readonly [string, () => string | Promise<string>]>([
    ['nothing', () => ''],
    ['no JWT', () => 'hello'],
    ['signed with another key', () => signed(Buffer.alloc(32, 2))],
    [
      'signed with another algorithm',
      () =>
        new SignJWT(payload)
          .setProtectedHeader({ alg: 'HS512' })
          .setIssuedAt()
          .setExpirationTime('1h')
          .sign(Buffer.alloc(64, 1)),
    ],
    ['not signed', () => new UnsecuredJWT(payload).setIssuedAt().setExpirationTime('1h').encode()],
    ['without a user', () => signed(signingKey, { ...payload, user: undefined })],
    ['without a conversation', () => signed(signingKey, { ...payload, conv: 7 })],
    ['of another issuer', () => signed(signingKey, { ...payload, iss: 'other' })],
    ['without an end', () => new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(signingKey)],
    ['of a stream', () => createTokens({ signingKey }).issueForStream(holder)],
    [
      'with a changed conversation',
      async () => {
        const [header = '', , signature = ''] = (await createTokens({ signingKey }).issue(holder)).split('.');
        const claims = { ...payload, conv: 'c2', iat: 0, exp: 9e9 };
        return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
      },
    ],
  ])('a token %s is not valid', async (_name, make) => {
    expect(await createTokens({ signingKey }).read(await make())).toEqual({ kind: 'invalid' });
  });

  it('signed by the key before is good while that is believed, and renewed with the new one', async () => {
    const before = Buffer.alloc(32, 2);
    const old = await createTokens({ signingKey: before }).issue(holder);
    const rotated = createTokens({ signingKey, formerKeys: [before] });
    expect(await rotated.read(old)).toMatchObject({ kind: 'valid', ...holder });
    expect(await createTokens({ signingKey }).read(await rotated.issue(holder))).toMatchObject({ kind: 'valid' });
    expect(await createTokens({ signingKey }).read(old)).toEqual({ kind: 'invalid' });
  });

  it('a token for requests opens no stream', async () => {
    const tokens = createTokens({ signingKey });
    expect(await tokens.readForStream(await tokens.issue(holder))).toEqual({ kind: 'invalid' });
  });

  it('a stream token works for minutes, without grace', async () => {
    let now = START;
    const tokens = createTokens({ signingKey, now: () => now });
    const token = await tokens.issueForStream(holder);
    now += (TOKEN_DEFAULTS.streamSeconds - 1) * 1000;
    expect((await tokens.readForStream(token)).kind).toBe('valid');
    now += 2000;
    expect((await tokens.readForStream(token)).kind).toBe('expired');
  });

  it('carries the user in the claim that clients read without a key', async () => {
    const [, payloadPart = ''] = (await createTokens({ signingKey }).issue(holder)).split('.');
    expect(JSON.parse(Buffer.from(payloadPart, 'base64url').toString())).toMatchObject({ user: 'dl_1', conv: 'c1' });
  });
});
