import { setTimeout as pause } from 'node:timers/promises';
import { type Connector, type WireActivity, converse, startConnector } from '../../helpers/connector';
import { createInProcessTalkers } from '../../helpers/in-process-talker';
import { createRooms } from '../../helpers/rooms';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { type ContractDoor, type ContractTalk, readSaid } from './contract-talk';

/** What serves `/api/messages`. */
interface MessagesServer {
  readonly url: string;
  stop(): Promise<unknown>;
}

/** The Emulator's or Teams' way in: activities to `/api/messages`, replies to a connector. */
export async function openBotFramework(
  channelId: string,
  start: () => Promise<MessagesServer> = startServer,
): Promise<ContractDoor> {
  const [server, connector] = await Promise.all([start(), startConnector()]);
  return {
    talk: () => talkThrough(server, connector, channelId),
    again: (activity) => activity,
    hasEdits: true,
    refuse: (...statuses) => connector.answer(...statuses.map((status) => ({ status }))),
    async close() {
      await server.stop();
      await connector.close();
    },
  };
}

function talkThrough(server: Pick<MessagesServer, 'url'>, connector: Connector, channelId: string): ContractTalk {
  const talk = converse(server.url, connector);
  const conversation = { id: talk.id, conversationType: 'personal', isGroup: false, name: '' };
  return {
    async send(activity) {
      const before = connector.received.length;
      expect((await talk.send({ channelId, conversation, ...activity })).status).toBe(200);
      return connector.received
        .slice(before)
        .filter(({ type }) => type === 'message')
        .map(readSaid);
    },
  };
}

/** The self-hosted Direct Line, as a client that polls. */
export async function openDirectLine(): Promise<ContractDoor> {
  const server = await startServer();
  return {
    talk: () => talkDirectly(server),
    again: (activity) => activity,
    hasEdits: false,
    async close() {
      await server.stop();
    },
  };
}

/** A turn is over when a question put behind it is answered; it changes nothing, in the check neither. */
const PROBE: WireActivity = { type: 'message', text: 'مساعدة' };

/** Looks of a fifth of a second before the chat counts as silent. */
const MOST_LOOKS = 100;

function talkDirectly({ url }: RunningServer): ContractTalk {
  const line = `${url}/v3/directline`;
  let sent = 0;
  let watermark = '';
  const opened = (async () => {
    const made = await fetch(`${line}/tokens/generate`, { method: 'POST' });
    const { token } = (await made.json()) as { token: string };
    const begun = await fetch(`${line}/conversations`, { method: 'POST', headers: headersOf(token), body: '{}' });
    return (await begun.json()) as { token: string; conversationId: string };
  })();
  /** Gives the id of what was taken. */
  const post = async (activity: WireActivity): Promise<string | undefined> => {
    const { token, conversationId } = await opened;
    sent += 1;
    const body = JSON.stringify({ channelData: { clientActivityID: activity.id ?? `mine ${sent}` }, ...activity });
    const request = { method: 'POST', headers: headersOf(token), body };
    const response = await fetch(`${line}/conversations/${conversationId}/activities`, request);
    return ((await response.json()) as { id?: string }).id;
  };
  const read = async (): Promise<readonly WireActivity[]> => {
    const { token, conversationId } = await opened;
    const address = `${line}/conversations/${conversationId}/activities?watermark=${watermark}`;
    const response = await fetch(address, { headers: headersOf(token) });
    const page = (await response.json()) as { activities: readonly WireActivity[]; watermark: string };
    ({ watermark } = page);
    return page.activities.filter(({ type, from }) => type === 'message' && from?.role === 'bot');
  };
  const readUntilProbe = async (): Promise<readonly WireActivity[]> => {
    const probe = await post(PROBE);
    const seen: WireActivity[] = [];
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      seen.push(...(await read()));
      if (seen.some(({ replyToId }) => replyToId === probe)) return seen;
      await pause(200);
    }
    throw new Error('the chat did not answer');
  };
  const began = readUntilProbe();
  return {
    async send(activity) {
      await began;
      const id = await post(activity);
      return (await readUntilProbe()).filter(({ replyToId }) => replyToId === id).map(readSaid);
    },
  };
}

const headersOf = (token: string): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  'Content-Type': 'application/json',
});

/** The terminal's way: the same program, called in this process. */
export async function openTerminal(): Promise<ContractDoor> {
  const talkers = createInProcessTalkers(await createRooms());
  return {
    talk() {
      const talker = talkers();
      return {
        send: async ({ type, text, value }) =>
          (await talker.send({ type: type ?? 'message', text: text ?? '', value: value as unknown })).map(
            ({ text: said, buttons }) => ({
              text: said,
              presses: buttons.map((button) => ({ type: 'message', text: button })),
            }),
          ),
      };
    },
    hasEdits: true,
    close: () => Promise.resolve(),
  };
}
