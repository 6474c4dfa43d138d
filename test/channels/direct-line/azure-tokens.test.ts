import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAzureTokens } from '../../../src/channels/direct-line/azure-tokens';

const SECRET = 'azure-secret-for-tests-0123456789';
const TOKEN = { conversationId: 'c-azure', token: 't-azure', expires_in: 3600 };

type Play = (request: IncomingMessage, response: ServerResponse) => void;
// Not chained: restify, in another test of the same process, makes `writeHead` return nothing.
const say =
  (status: number, body: string, headers: Record<string, string> = {}): Play =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

describe('tokens of Azure', () => {
  let server: Server;
  let play: Play = say(500, '');
  const asked: { readonly headers: IncomingMessage['headers']; readonly url: string; readonly body: unknown }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { headers, url = '' } = request;
        asked.push({ headers, url, body: JSON.parse(Buffer.concat(chunks).toString()) });
        play(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const baseUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3/directline`;

  it('asks with the secret, our user and the pages that may use it', async () => {
    play = say(200, JSON.stringify(TOKEN));
    const ask = createAzureTokens({ secret: SECRET, baseUrl: baseUrl(), onFailure: fail });
    expect(await ask('dl_me', ['https://clinic.example'])).toEqual({
      conversationId: 'c-azure',
      token: 't-azure',
      expiresIn: 3600,
      domain: baseUrl(),
    });
    expect(asked.at(-1)).toMatchObject({
      url: '/v3/directline/tokens/generate',
      headers: { authorization: `Bearer ${SECRET}` },
      body: { user: { id: 'dl_me' }, trustedOrigins: ['https://clinic.example'] },
    });
  });

  it.each<readonly [string, Play, string]>([
    ['a wrong secret', say(403, '{"error":{"code":"BadArgument"}}'), 'status 403'],
    ['too many requests', say(429, ''), 'status 429'],
    ['trouble on their side', say(500, SECRET), 'status 500'],
    ['no JSON', say(200, '<html>'), 'SyntaxError'],
    ['an answer without a token', say(200, '{"conversationId":"c"}'), 'an answer of another form'],
    ['silence', () => undefined, 'TimeoutError'],
    ['a cut connection', (request) => void request.socket.destroy(), 'TypeError'],
    ['a redirect, which would carry the secret away', say(307, '', { Location: 'http://127.0.0.1:1/' }), 'TypeError'],
  ])('%s gives no token and never tells the secret', async (_name, answer, reason) => {
    play = answer;
    const reasons: string[] = [];
    const onFailure = (why: string): void => void reasons.push(why);
    const ask = createAzureTokens({ secret: SECRET, baseUrl: baseUrl(), timeoutMs: 150, onFailure });
    expect(await ask('dl_me', [])).toBeUndefined();
    expect(reasons).toEqual([reason]);
  });
});

function fail(reason: string): void {
  throw new Error(reason);
}
