import { readPostedActivity } from '../../../src/channels/direct-line/posted-activity';

const bounds = { messageCharacters: 10, activityBytes: 500 };

describe('readPostedActivity', () => {
  it.each<readonly [string, unknown, string]>([
    ['a message', { type: 'message', text: 'مرحبا' }, 'accepted'],
    ['a message without text but with a value (a pressed card)', { type: 'message', value: { a: 1 } }, 'accepted'],
    ['a message of exactly the limit', { type: 'message', text: 'ا'.repeat(10) }, 'accepted'],
    ['emoji count as one character each', { type: 'message', text: '🙂'.repeat(10) }, 'accepted'],
    ['an empty list of attachments', { type: 'message', text: 'a', attachments: [] }, 'accepted'],
    ['an event', { type: 'event', name: 'webchat/join' }, 'accepted'],
    ['typing', { type: 'typing' }, 'accepted'],
    ['one character too many', { type: 'message', text: 'ا'.repeat(11) }, 'too-long'],
    ['too much beside the text', { type: 'message', text: 'a', value: 'x'.repeat(600) }, 'too-long'],
    ['a picture', { type: 'message', attachments: [{ contentType: 'image/png' }] }, 'has-files'],
    ['nothing', undefined, 'malformed'],
    ['a list', [], 'malformed'],
    ['no type', { text: 'a' }, 'malformed'],
    ['a text that is no text', { type: 'message', text: { a: 1 } }, 'malformed'],
    ['a nameless event', { type: 'event' }, 'malformed'],
    ['joining members', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, 'malformed'],
    ['an invoke', { type: 'invoke', name: 'x' }, 'malformed'],
    ['the end of the conversation', { type: 'endOfConversation' }, 'malformed'],
    ['an installation', { type: 'installationUpdate' }, 'malformed'],
    ['channel data that is a text', { type: 'message', text: 'a', channelData: 'x' }, 'malformed'],
  ])('%s', (_name, body, kind) => {
    expect(readPostedActivity(body, bounds).kind).toBe(kind);
  });

  it('leaves out everything a client has no say in', () => {
    const forged = {
      id: 'x',
      from: { id: 'somebody', role: 'bot' },
      conversation: { id: 'other' },
      recipient: { id: 'other' },
      channelId: 'msteams',
      serviceUrl: 'https://evil.example',
      timestamp: '2000-01-01',
      deliveryMode: 'expectReplies',
      callerId: 'urn:botframework:azure',
      replyToId: 'y',
      relatesTo: {},
      speak: 'x',
    };
    const said = { type: 'message', text: 'a', channelData: { clientActivityID: '7', other: 1 } };
    expect(readPostedActivity({ ...forged, ...said }, bounds)).toEqual({
      kind: 'accepted',
      activity: said,
      clientActivityId: '7',
    });
  });
});
