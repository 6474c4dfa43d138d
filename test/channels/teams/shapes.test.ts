import {
  type Connector,
  type Conversation,
  type WireActivity,
  converse,
  startConnector,
} from '../../helpers/connector';
import { type RunningServer, startServer } from '../../helpers/start-server';
import { readSaid } from '../contract/contract-talk';

jest.setTimeout(180_000);

const URGENT = 'عندي ضيق تنفس شديد بعد الحقن';
const FILES = 'الصور والملفات';
const QUESTION = /السؤال 2 من/;
const NEXT = /السؤال 3 من/;
const OLDER = /رسالة سابقة[\s\S]*السؤال 2 من/;

let server: RunningServer;
let connector: Connector;
beforeAll(async () => {
  [server, connector] = await Promise.all([startServer(), startConnector()]);
});
afterAll(async () => {
  await server.stop();
  await connector.close();
});

const html = (content: string) => ({ contentType: 'text/html', content });

/** Sends what Teams would; gives what the assistant said. */
async function heard(talk: Conversation, activity: object): Promise<string> {
  const before = connector.received.length;
  const conversation = { id: talk.id, conversationType: 'personal', tenantId: 'tenant' };
  const response = await talk.send({
    type: 'message',
    channelId: 'msteams',
    conversation,
    ...activity,
  } as WireActivity);
  expect(response.status).toBe(200);
  const said = connector.received.slice(before).filter(({ type }) => type === 'message');
  return said.map((one) => readSaid(one).text).join('\n');
}

/** A talk in which the check stands at its second question. */
async function atSecondQuestion(): Promise<Conversation> {
  const talk = converse(server.url, connector);
  for (const text of ['هل تناسبني البلازما؟', 'موافق', 'لا']) await heard(talk, { text });
  expect(await heard(talk, { text: 'لا' })).toMatch(QUESTION);
  return talk;
}

test.each<[string, object, RegExp | string]>([
  ['an emergency that stands in HTML alone', { text: '', attachments: [html(`<p>${URGENT}</p>`)] }, 'اطلب الإسعاف'],
  [
    'an emergency that is edited in, in HTML alone',
    { type: 'messageUpdate', attachments: [html(`<p>${URGENT}</p>`)] },
    'اطلب الإسعاف',
  ],
  ['an emergency without a recipient', { text: URGENT, recipient: null }, 'اطلب الإسعاف'],
  ['an emergency for a recipient without id', { text: URGENT, recipient: { id: '', name: 'x' } }, 'اطلب الإسعاف'],
  ['an answer in HTML alone', { text: null, attachments: [html('<p>لا</p>')] }, NEXT],
  ['words written as XML', { text: '<p>إلغاء</p>', textFormat: 'xml' }, 'أوقفت الفحص'],
  ['a picture that stands in HTML', { attachments: [html('<div><img src="https://x.example/1"></div>')] }, FILES],
  [
    'a moving picture',
    { attachments: [html('<img itemtype="http://schema.skype.com/Giphy" alt="نعم" src="x">')] },
    FILES,
  ],
  ['a voice message', { attachments: [{ contentType: 'audio/ogg', contentUrl: 'https://x.example/1' }] }, FILES],
  ['a quote with what it quotes', { text: '<quoted messageId="1"><p>هل <b>أنت</b></p></quoted> إلغاء' }, 'أوقفت الفحص'],
  ['a quote as an attachment', { text: '<attachment id="1"></attachment> نعم', attachments: [reference('1')] }, OLDER],
  ['a forwarded message', { text: 'نعم', attachments: [html(skype('Forward', '1'))] }, OLDER],
  ['a button of an older check as JSON text', { value: '{"check":"x","step":"age","value":"yes"}' }, QUESTION],
  ['an answer in a thread', { text: 'لا', channelData: { thread: { id: '1' } } }, NEXT],
])('in the check, %s', async (_name, activity, expected) => {
  expect(await heard(await atSecondQuestion(), activity)).toMatch(expected);
});

const UNSEEN = 'لا أستطيع فتح ما أرفقته';
const SESSIONS = 'كم جلسة أحتاج؟';
const picture = { contentType: 'image/*', contentUrl: 'https://x.example/1' };
const upload = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'x.pdf',
  content: { downloadUrl: 'https://x.example/1', uniqueId: '1', fileType: 'pdf' },
};

test.each<[string, object]>([
  ['a picture', picture],
  ['a file that was uploaded', upload],
])('%s beside a question is not passed over: the answer says that nobody has seen it', async (_name, attachment) => {
  const said = await heard(converse(server.url, connector), { text: SESSIONS, attachments: [attachment] });
  expect(said).toMatch(new RegExp(`^${UNSEEN}[^]*العدد 3 جلسات`));
});

test.each<[string, object, string]>([
  ['a file alone', { text: '', attachments: [upload, html('<attachment id="1"></attachment>')] }, FILES],
  ['an emergency with a file', { text: URGENT, attachments: [upload] }, 'اطلب الإسعاف'],
  ['a quoted message', { text: SESSIONS, attachments: [reference('1')] }, 'العدد 3 جلسات'],
  [
    'a preview of a link',
    { text: SESSIONS, attachments: [{ contentType: 'application/vnd.microsoft.card.thumbnail', content: {} }] },
    'العدد 3 جلسات',
  ],
])('no more is said of %s', async (_name, activity, expected) => {
  const said = await heard(converse(server.url, connector), activity);
  expect(said).toContain(expected);
  expect(said).not.toContain(UNSEEN);
});

test('in the check, an answer in the thread of an older question is none to the present one', async () => {
  const talk = converse(server.url, connector);
  for (const text of ['هل تناسبني البلازما؟', 'موافق', 'لا']) await heard(talk, { text });
  const first = `reply-${connector.received.length}`;
  expect(await heard(talk, { text: 'لا' })).toMatch(QUESTION);
  const thread = { conversation: { id: `${talk.id};messageid=${first}`, conversationType: 'personal' } };
  expect(await heard(talk, { text: 'نعم', ...thread })).toMatch(OLDER);
  const shown = `reply-${connector.received.length}`;
  expect(await heard(talk, { text: 'لا', channelData: { thread: { id: shown } } })).toMatch(NEXT);
});

test.each<[string, object]>([
  ['a chat that says so in no property', { conversation: { id: '19:x@thread.v2' } }],
  ['a channel that says so beside the conversation', { conversation: { id: 'x' }, channelData: { team: { id: 't' } } }],
  ['a meeting', { conversation: { id: 'y' }, channelData: { meeting: { id: 'm' } } }],
  ['a group that is neither true nor false', { conversation: { id: 'z', isGroup: 'true' } }],
])('nobody is asked about their health in %s', async (_name, place) => {
  const talk = converse(server.url, connector);
  expect(await heard(talk, { text: 'هل تناسبني البلازما؟', ...place })).toContain('أمام الآخرين');
});

test('a blank id is none: each message is answered', async () => {
  const talk = converse(server.url, connector);
  for (const id of ['', ' ', ' ']) expect(await heard(talk, { id, text: 'شكرا' })).toContain('العفو');
});

function reference(messageId: string): object {
  return { contentType: 'messageReference', content: JSON.stringify({ messageId }) };
}

function skype(kind: string, id: string): string {
  return `<blockquote itemscope itemtype="http://schema.skype.com/${kind}" itemid="${id}"><p>نعم</p></blockquote>`;
}
