import { connect } from 'node:net';
import { ask, startDirectLine, visit, type DirectLineKit, type KitOptions } from '../../helpers/direct-line-kit';

describe('hostile clients', () => {
  let kit: DirectLineKit;
  const serve = async (options: KitOptions = {}): Promise<DirectLineKit> => (kit = await startDirectLine(options));
  afterEach(async () => {
    await kit.stop();
    expect(kit.logged).toEqual([]);
  });

  it('nobody speaks as somebody else: what the server knows overrides what the client says', async () => {
    const seen: unknown[] = [];
    await serve({
      run: ({ activity }) => {
        seen.push(activity);
        return Promise.resolve();
      },
    });
    const mine = await visit(kit);
    const other = await visit(kit);
    const forged = {
      type: 'message',
      text: 'أنا غيري',
      id: 'forged',
      from: { id: 'bot', name: 'Doctor', role: 'bot' },
      conversation: { id: other.id },
      recipient: { id: 'somebody' },
      channelId: 'msteams',
      serviceUrl: 'https://evil.example',
      timestamp: '1999-01-01T00:00:00Z',
      deliveryMode: 'expectReplies',
    };
    const posted = await ask(kit, 'POST', `/conversations/${mine.id}/activities`, { token: mine.token, body: forged });
    expect(posted.status).toBe(200);
    await mine.heard(1);
    await kit.directLine.stop();
    const activity = seen.at(-1) as Record<string, unknown>;
    expect(activity).toMatchObject({
      id: posted.body.id,
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      conversation: { id: mine.id },
      recipient: { id: 'bot' },
      channelId: 'directline',
      serviceUrl: 'urn:prp-assistant:direct-line',
    });
    expect(activity['deliveryMode']).toBeUndefined();
    expect((activity['timestamp'] as Date).getTime()).toBeGreaterThan(Date.now() - 10_000);
    expect(await other.texts()).toEqual([]);
  });

  it.each([
    ['reads another’s talk', 'GET', (id: string) => `/conversations/${id}/activities`, 403],
    ['speaks in another’s talk', 'POST', (id: string) => `/conversations/${id}/activities`, 403],
    ['sends a file to another’s talk', 'POST', (id: string) => `/conversations/${id}/upload`, 403],
    ['enters another’s talk', 'GET', (id: string) => `/conversations/${id}`, 403],
    ['deletes another’s talk', 'DELETE', (id: string) => `/conversations/${id}`, 403],
    ['asks for a talk that never was', 'GET', () => '/conversations/nowhere', 403],
  ])('who %s is refused', async (_name, method, path, status) => {
    await serve();
    const [mine, other] = [await visit(kit), await visit(kit)];
    await other.heard(1);
    const body = method === 'POST' ? { type: 'message', text: 'x' } : undefined;
    const response = await ask(kit, method, path(other.id), { token: mine.token, body });
    expect(response.status).toBe(status);
    expect(await other.texts()).toEqual(['أهلا']);
  });

  it.each([
    ['no token', undefined],
    ['an empty one', ''],
    ['junk', 'junk'],
    ['an unsigned one', 'eyJhbGciOiJub25lIn0.eyJ1c2VyIjoiZGxfMSIsImNvbnYiOiJjIn0.'],
    ['a very long one', 'a'.repeat(8000)],
  ])('%s opens nothing', async (_name, token) => {
    await serve();
    for (const path of ['/conversations', '/tokens/refresh', '/conversations/c/activities']) {
      const response = await ask(kit, 'POST', path, { ...(token !== undefined && { token }), body: {} });
      expect(response.status).toBe(401);
    }
  });

  it.each<readonly [string, unknown, number]>([
    ['no JSON', '{', 400],
    ['a list', [], 400],
    ['no type', { text: 'x' }, 400],
    ['members who join', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 400],
    ['an invoke', { type: 'invoke', name: 'signin/verifyState', value: {} }, 400],
    ['an installation', { type: 'installationUpdate', action: 'add' }, 400],
    ['keys that change what objects are', '{"type":"message","text":"x","channelData":{"__proto__":{"a":1}}}', 400],
    ['a nest of lists', `{"type":"message","value":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['a book', { type: 'message', text: 'كلمة '.repeat(2000) }, 413],
    ['a library', { type: 'message', text: 'كلمة '.repeat(200_000) }, 413],
    ['a heavy value', { type: 'message', text: 'x', value: 'x'.repeat(20_000) }, 413],
    [
      'a file by address',
      { type: 'message', attachments: [{ contentUrl: 'http://127.0.0.1/', contentType: 'a/b' }] },
      415,
    ],
  ])(
    '%s is refused and kept nowhere; what clients show no reason for is told in the chat',
    async (_name, body, status) => {
      await serve();
      const visitor = await visit(kit);
      await visitor.heard(1);
      const before = (await kit.log.readAfter(visitor.id, 0, 50)).length;
      const response = await ask(kit, 'POST', `/conversations/${visitor.id}/activities`, {
        token: visitor.token,
        body,
      });
      expect(response.status).toBe(status);
      expect((await kit.log.readAfter(visitor.id, 0, 50)).length - before).toBe(status === 400 ? 0 : 1);
    },
  );

  it('a big file is refused without being read', async () => {
    await serve();
    const { id, token } = await visit(kit);
    const socket = connect(kit.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v3/directline/conversations/${id}/upload?userId=x HTTP/1.1\r\nHost: 127.0.0.1:${kit.port}\r\n` +
        `Authorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=b\r\n` +
        `Content-Length: 1000000000\r\n\r\n--b\r\n`,
    );
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (chunk) => resolve(chunk.toString()));
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
  });
});
