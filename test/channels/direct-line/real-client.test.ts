import type { TurnContext } from 'botbuilder';
import { ConnectionStatus } from 'botframework-directlinejs';
import { fetchToken, openClient, type RealClient } from '../../helpers/direct-line-client';
import { startDirectLine, type DirectLineKit } from '../../helpers/direct-line-kit';

describe('botframework-directlinejs', () => {
  let kit: DirectLineKit;
  const clients: RealClient[] = [];
  const open = (options: Parameters<typeof openClient>[0]): RealClient => {
    const client = openClient(options);
    clients.push(client);
    return client;
  };

  beforeEach(async () => {
    kit = await startDirectLine();
  });
  afterEach(async () => {
    clients.splice(0).forEach((client) => client.end());
    await kit.stop();
    expect(kit.logged).toEqual([]);
  });

  it('talks: one welcome, then message, echo and answer in order', async () => {
    const { token } = await fetchToken(kit.domain);
    const client = open({ domain: kit.domain, token });
    expect(await client.messages(1)).toEqual(['أهلا']);
    const id = await client.say('كم السعر؟', 'mine');
    expect(await client.messages(3)).toEqual(['أهلا', 'كم السعر؟', 'قلت: كم السعر؟']);
    expect(client.received[1]).toMatchObject({
      id,
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      channelData: { clientActivityID: 'mine' },
    });
    expect(client.received[2]).toMatchObject({ replyToId: id, from: { id: 'bot', name: 'المساعد', role: 'bot' } });
    expect(client.received[0]).not.toHaveProperty('replyToId');
    const stamps = client.received.map(({ timestamp }) => Date.parse(timestamp ?? ''));
    expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  it('carries the page’s language to the bot', async () => {
    await kit.stop();
    const locales: unknown[] = [];
    const run = ({ activity }: TurnContext): Promise<void> => {
      locales.push(activity.type, activity.locale);
      return Promise.resolve();
    };
    kit = await startDirectLine({ run });
    const { token } = await fetchToken(kit.domain);
    const client = open({ domain: kit.domain, token, locale: 'ar-SA' });
    await client.say('مرحبا');
    await client.messages(1);
    await kit.stop();
    expect(locales).toEqual(['conversationUpdate', 'ar-SA', 'message', 'ar-SA']);
  });

  it('polls where there is no WebSocket', async () => {
    const { token } = await fetchToken(kit.domain);
    const client = open({ domain: kit.domain, token, webSocket: false });
    await client.messages(1);
    await client.say('سؤال');
    expect(await client.messages(3)).toEqual(['أهلا', 'سؤال', 'قلت: سؤال']);
  });
});
