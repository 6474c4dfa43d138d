import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ask,
  SENTENCES,
  startDirectLine,
  visit,
  type DirectLineKit,
  type KitOptions,
} from '../../helpers/direct-line-kit';

const CLINIC = 'https://clinic.example';
const SECRET = 'azure-secret-for-tests-0123456789';

describe('Direct Line over HTTP', () => {
  let kit: DirectLineKit;
  const serve = async (options: KitOptions = {}): Promise<DirectLineKit> => (kit = await startDirectLine(options));
  afterEach(() => kit.stop());

  describe('pages elsewhere', () => {
    it.each([
      ['begins', 'POST', '/conversations'],
      ['comes back', 'GET', '/conversations/c'],
      ['says something', 'POST', '/conversations/c/activities'],
      ['sends a file', 'POST', '/conversations/c/upload'],
      ['renews its token', 'POST', '/tokens/refresh'],
      ['asks for a session', 'GET', '/session/getsessionid'],
      ['asks for its data to be deleted', 'DELETE', '/conversations/c'],
    ])('the clinic’s page %s: preflight allowed, refusal readable', async (_name, method, path) => {
      await serve();
      const headers = {
        Origin: CLINIC,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      };
      const preflight = await ask(kit, 'OPTIONS', path, { headers });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(CLINIC);
      expect(preflight.headers.get('access-control-allow-methods')).toContain(method);
      expect(preflight.headers.get('access-control-allow-headers')).toBe(
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      );
      const refusal = await ask(kit, method, path, { headers: { Origin: CLINIC } });
      expect(refusal.status).toBe(401);
      expect(refusal.body.error.code).toBe('MissingToken');
      expect(refusal.headers.get('access-control-allow-origin')).toBe(CLINIC);
      expect(refusal.headers.get('access-control-allow-credentials')).toBe('true');
      expect(refusal.headers.get('access-control-expose-headers')).toBe('Retry-After');
    });

    it('another site’s page gets neither permission nor token', async () => {
      await serve();
      const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
      const preflight = await ask(kit, 'OPTIONS', '/conversations', { headers });
      expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
      const refusal = await ask(kit, 'POST', '/tokens/generate', { headers });
      expect(refusal).toMatchObject({ status: 403, body: { error: { code: 'OriginNotAllowed' } } });
      expect(refusal.headers.has('access-control-allow-origin')).toBe(false);
      expect(await kit.log.count()).toBe(0);
    });

    it('a refusal because of size can be read, too', async () => {
      await serve();
      const { id, token } = await visit(kit);
      const body = { type: 'message', text: 'ا'.repeat(60_000) };
      const refusal = await ask(kit, 'POST', `/conversations/${id}/activities`, {
        token,
        body,
        headers: { Origin: CLINIC },
      });
      expect(refusal).toMatchObject({ status: 413, body: { error: { message: SENTENCES.tooLong } } });
      expect(refusal.headers.get('access-control-allow-origin')).toBe(CLINIC);
    });
  });

  describe('beginning', () => {
    it('gives an unguessable user and conversation, and an address for the stream', async () => {
      await serve();
      const { body } = await ask(kit, 'POST', '/tokens/generate', { body: { user: { id: 'dl_chosen', name: 'me' } } });
      const claims = JSON.parse(Buffer.from(body.token.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).toMatchObject({ user: expect.stringMatching(/^dl_[\w-]{22}$/), conv: body.conversationId });
      const start = await ask(kit, 'POST', '/conversations', { token: body.token, body: { user: { id: 'x' } } });
      expect(start.status).toBe(201);
      expect(start.body.streamUrl).toMatch(
        new RegExp(`^ws://127.0.0.1:${kit.port}/v3/directline/conversations/${body.conversationId}/stream\\?`),
      );
      expect(start.headers.get('cache-control')).toBe('no-store');
      const again = await ask(kit, 'POST', '/conversations', { token: body.token, body: {} });
      expect(again).toMatchObject({ status: 200, body: { conversationId: body.conversationId } });
    });

    it('a token alone keeps nothing', async () => {
      await serve();
      await ask(kit, 'POST', '/tokens/generate');
      expect(await kit.log.count()).toBe(0);
    });

    it.each([
      ['the chat’s own address', '/api/chat/token'],
      ['Direct Line’s address', '/v3/directline/tokens/generate'],
    ])('%s: over the limit of an address it says so and when to come back', async (_name, path) => {
      await serve({ limits: { startsPerAddress: { points: 2, seconds: 60 } } });
      const get = (): Promise<Response> => fetch(`${kit.url}${path}`, { method: 'POST' });
      expect([(await get()).status, (await get()).status]).toEqual([200, 200]);
      const refusal = await get();
      expect(refusal.status).toBe(429);
      expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refusal.json()).toMatchObject({ error: { message: SENTENCES.tooManyMessages } });
    });

    it('when the house is full new visitors read a sentence and old ones go on', async () => {
      await serve({ limits: { conversations: 1 } });
      const visitor = await visit(kit);
      await new Promise((resolve) => setTimeout(resolve, 2100));
      const refusal = await ask(kit, 'POST', '/tokens/generate');
      expect(refusal).toMatchObject({ status: 503, body: { error: { message: SENTENCES.unavailable } } });
      expect((await visitor.say('سؤال')).status).toBe(200);
    });
  });

  describe('deleting', () => {
    it('forgets everything, also that the page was there: it goes on as one that comes for the first time', async () => {
      await serve();
      const visitor = await visit(kit);
      await visitor.say('سر');
      await visitor.heard(3);
      const deletion = await ask(kit, 'DELETE', `/conversations/${visitor.id}`, { token: visitor.token });
      expect(deletion.status).toBe(204);
      expect(await visitor.texts()).toEqual([]);
      await ask(kit, 'POST', '/conversations', { token: visitor.token, body: {} });
      await visitor.say('مرة أخرى');
      expect(await visitor.heard(3)).toEqual(['أهلا', 'مرة أخرى', 'قلت: مرة أخرى']);
    });
  });

  describe('reading', () => {
    it('goes page by page, and over the limit shows nothing new instead of an error', async () => {
      await serve({ limits: { smallPerConversation: { points: 3, seconds: 60 } } });
      const { id, token, say } = await visit(kit);
      await say('واحد');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const read = (watermark: string) =>
        ask(kit, 'GET', `/conversations/${id}/activities?watermark=${watermark}`, { token });
      const { body } = await read('');
      expect(body.activities).toHaveLength(3);
      expect((await read(body.watermark)).body).toEqual({ activities: [], watermark: body.watermark });
      await read('');
      expect(await read(body.watermark)).toMatchObject({
        status: 200,
        body: { activities: [], watermark: body.watermark },
      });
    });
  });

  describe('with Azure', () => {
    let azure: Server;
    let healthy = true;
    const asked: string[] = [];
    const baseUrl = (): string => `http://127.0.0.1:${(azure.address() as AddressInfo).port}/v3/directline`;

    beforeAll(async () => {
      azure = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          asked.push(`${request.headers.authorization} ${Buffer.concat(chunks).toString()}`);
          const token = { conversationId: 'azure-1', token: 'azure-token', expires_in: 1800 };
          response.statusCode = healthy ? 200 : 502;
          response.end(JSON.stringify(token));
        });
      });
      await new Promise<void>((resolve) => azure.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      azure.closeAllConnections();
      azure.close();
    });
    const token = (origin?: string): Promise<Response> =>
      fetch(`${kit.url}/api/chat/token`, { method: 'POST', headers: { ...(origin !== undefined && { origin }) } });

    it('the page gets Azure’s token and address, bound to a user of ours and to the pages allowed', async () => {
      await serve({ azure: { secret: SECRET, baseUrl: baseUrl() }, publicUrl: 'https://chat.example' });
      const response = await token(CLINIC);
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({
        conversationId: 'azure-1',
        token: 'azure-token',
        expires_in: 1800,
        domain: baseUrl(),
      });
      expect(text + JSON.stringify([...response.headers])).not.toContain(SECRET);
      expect(asked.at(-1)).toMatch(
        /^Bearer azure-secret.* \{"user":\{"id":"dl_[\w-]{22}"\},"trustedOrigins":\[.*\]\}$/,
      );
      expect(asked.at(-1)).toContain('["https://chat.example","https://clinic.example"]');
    });

    it('another site’s page gets none, and Azure is not asked', async () => {
      await serve({ azure: { secret: SECRET, baseUrl: baseUrl() } });
      const before = asked.length;
      expect((await token('https://evil.example')).status).toBe(403);
      expect(asked).toHaveLength(before);
    });

    it('when Azure fails the patient reads a sentence, and no log holds the secret', async () => {
      await serve({ azure: { secret: SECRET, baseUrl: baseUrl() } });
      healthy = false;
      const response = await token(CLINIC);
      healthy = true;
      expect(response.status).toBe(502);
      expect(await response.json()).toMatchObject({ error: { message: SENTENCES.unavailable } });
      expect(kit.logged).toEqual(['Azure Direct Line gave no token {"reason":"status 502"}']);
    });

    it('without Azure the same address gives a token of ours', async () => {
      await serve();
      const body = (await (await token()).json()) as { readonly domain: string; readonly token: string };
      expect(body.domain).toBe(kit.domain);
      expect((await ask(kit, 'POST', '/conversations', { token: body.token, body: {} })).status).toBe(201);
    });

    it('asked to begin, it gives a conversation with its stream, within the limit of an address', async () => {
      await serve({ limits: { startsPerAddress: { points: 1, seconds: 60 } } });
      const begin = (): Promise<Response> =>
        fetch(`${kit.url}/api/chat/token`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ begin: true, locale: 'ar' }),
        });
      const response = await begin();
      expect(response.status).toBe(201);
      const body = (await response.json()) as Readonly<Record<'conversationId' | 'token' | 'streamUrl', string>>;
      expect(body.streamUrl).toContain(`/conversations/${body.conversationId}/stream?`);
      expect(await kit.log.find(body.conversationId)).toMatchObject({ locale: 'ar' });
      const again = await ask(kit, 'GET', `/conversations/${body.conversationId}`, { token: body.token });
      expect(again.status).toBe(200);
      expect((await begin()).status).toBe(429);
    });
  });
});
