import { type RunningServer, startServer } from '../../helpers/start-server';
import { adaptiveCardFaults } from './adaptive-card-rules';
import { BOT, MEGAN, type Playground, type Shown, TEAM, startPlayground } from './playground';
import { buttonsOf, cardOf, dataOf, textOf, titlesOf } from './shown-card';

jest.setTimeout(180_000);

let server: RunningServer;
let client: Playground;
const shown: Shown[] = [];
const next = async (conversation: string): Promise<Shown> => {
  const message = await client.next(conversation);
  shown.push(message);
  return message;
};
beforeAll(async () => {
  server = await startServer();
  client = await startPlayground(server.url);
});
afterAll(async () => {
  await client.stop();
  await server.stop();
});

const MENTION = `<at>${BOT.name}</at>`;
const HEALTH = /الصفائح|السرطان|حامل|حمل|سكري|السيولة|الأسبرين|العمر|مرض|دواء|حرارة|عدوى|السؤال [٠-٩]/;

/** Says something in private and gives the answer. */
const ask = async (text: string): Promise<Shown> => {
  await client.say(client.personal, text);
  return next(client.personal);
};

describe('one-to-one', () => {
  test('somebody who adds the app is greeted once, though Teams says so twice', async () => {
    await client.install(client.personal);
    expect(textOf(await next(client.personal))).toContain('المساعد الآلي');
    await client.install(client.personal);
    expect(textOf(await ask('شكرا'))).toContain('العفو');
  });

  test('a question is answered with a card, right to left, with its source and its buttons', async () => {
    const answer = await ask('كم جلسة احتاج؟');
    expect(cardOf(answer)).toMatchObject({ type: 'AdaptiveCard', version: '1.5', rtl: true });
    expect(textOf(answer)).toMatch(/3 جلسات[\s\S]+المصدر/);
    expect(titlesOf(answer).length).toBeGreaterThan(0);
  });

  test('a pressed button and its typed words lead to the same answer', async () => {
    const answer = await ask('فوائد البلازما للوجه');
    const { title, data } = buttonsOf(answer)[0]!;
    await client.press(client.personal, answer.messageId, data!);
    const pressed = textOf(await next(client.personal));
    expect(textOf(await ask(title))).toBe(pressed);
  });

  test('more choices than Teams would show as suggested actions stand inside the card', async () => {
    const menu = await ask('كل المواضيع');
    expect(titlesOf(menu).length).toBeGreaterThan(6);
    await client.press(client.personal, menu.messageId, dataOf(menu, titlesOf(menu).at(-1)!));
    expect(titlesOf(await next(client.personal)).length).toBeGreaterThan(6);
  });

  test('urgent signs come first, in a card of warning', async () => {
    expect(textOf(await ask('عندي ضيق تنفس شديد بعد الحقن'))).toMatch(/^اطلب الإسعاف/);
    expect(textOf(await ask('رحت الطوارئ'))).toContain('الحمد لله على سلامتك');
  });
});

describe('the eligibility check, one-to-one', () => {
  test('runs from consent to outcome with pressed buttons and typed words', async () => {
    const consent = await ask('هل تناسبني البلازما؟');
    await client.press(client.personal, consent.messageId, dataOf(consent, 'موافق، لنبدأ'));
    let step = await next(client.personal);
    let pressed = true;
    for (let steps = 0; !titlesOf(step).includes('صحيح، أظهر النتيجة'); steps += 1) {
      expect(steps).toBeLessThan(30);
      if (pressed) await client.press(client.personal, step.messageId, dataOf(step, 'لا'));
      else await client.say(client.personal, 'لا');
      pressed = !pressed;
      step = await next(client.personal);
    }
    await client.press(client.personal, step.messageId, dataOf(step, 'صحيح، أظهر النتيجة'));
    const outcome = textOf(await next(client.personal));
    expect(outcome).toContain('ليست تشخيصًا');
    expect(outcome).not.toMatch(/مؤهل/);
    await client.press(client.personal, step.messageId, dataOf(step, 'صحيح، أظهر النتيجة'));
    expect(textOf(await next(client.personal))).toContain('فحص انتهى');
  });

  test('old cards and forged ones change nothing and are answered politely', async () => {
    const consent = await ask('هل تناسبني البلازما؟');
    const agree = dataOf(consent, 'موافق، لنبدأ');
    await client.press(client.personal, consent.messageId, agree);
    const question = textOf(await next(client.personal));
    const forged: [string, object][] = [
      ['the same card again', agree],
      ['a step that was not asked', { ...agree, step: 'summary', value: 'show' }],
      ['another check', { ...agree, check: 'another' }],
      ['a value that is none', { ...agree, step: 'symptoms', value: 'constructor', say: '' }],
    ];
    for (const [name, data] of forged) {
      await client.press(client.personal, consent.messageId, data);
      const texts = [textOf(await next(client.personal))];
      if (!texts[0]!.includes(question)) texts.push(textOf(await next(client.personal)));
      expect([name, texts.join('\n')]).toEqual([name, expect.stringContaining(question.split('\n').at(-1)!)]);
    }
    expect(textOf(await ask('إلغاء'))).toContain('أوقفت الفحص');
  });
});

describe('where others read along', () => {
  test('a group is greeted once, and told that private questions belong elsewhere', async () => {
    await client.install(client.group);
    expect(textOf(await next(client.group))).toContain('محادثة خاصة');
    await client.say(client.group, `${MENTION} شكرا`, { mention: MENTION });
    expect(textOf(await next(client.group))).toContain('العفو');
  });

  test('a mentioned bot answers the question without the mention', async () => {
    await client.say(client.group, `${MENTION} ما هي البلازما`, { mention: MENTION, from: MEGAN });
    expect(textOf(await next(client.group))).toContain('دم');
  });

  test('a channel post is answered in its thread', async () => {
    const thread = await client.say(TEAM, `مرحبا ${MENTION} كم جلسة احتاج؟`, { mention: MENTION });
    expect(thread).toContain(';messageid=');
    expect(textOf(await next(thread))).toContain('3 جلسات');
  });

  test.each<[string, () => Promise<string>]>([
    ['a group chat', () => client.say(client.group, `${MENTION} هل تناسبني البلازما؟`, { mention: MENTION })],
    ['a channel', () => client.say(TEAM, `${MENTION} هل تناسبني البلازما؟`, { mention: MENTION })],
  ])('in %s the check is offered one-to-one, with a link and no question about health', async (_name, say) => {
    const place = await say();
    const offer = await next(place);
    expect(textOf(offer)).not.toMatch(HEALTH);
    const url = new URL(buttonsOf(offer)[0]!.url!);
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(url.searchParams.get('users')).toBe(BOT.id);
  });

  test('a button of a check pressed in public does not begin it', async () => {
    const place = await client.say(TEAM, `${MENTION} شكرا`, { mention: MENTION });
    const card = await next(place);
    for (const value of ['agree', 'yes', 'show']) {
      await client.press(place, card.messageId, { check: 'x', step: 'consent', value, say: 'نعم' });
      expect(textOf(await next(place))).not.toMatch(HEALTH);
    }
  });
});

describe('the search in the compose box', () => {
  const search = async (question: string, queryOptions: object = { skip: 0, count: 25 }) => {
    const parameters =
      question === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'question', value: question }];
    const value = { commandId: 'searchAnswers', parameters, queryOptions };
    return (await client.invoke('composeExtension/query', value)) as {
      composeExtension: {
        type: string;
        text?: string;
        attachments?: { content: object; preview: { content: { title: string; text: string } } }[];
      };
    };
  };
  const titles = async (...query: Parameters<typeof search>): Promise<string[]> =>
    ((await search(...query)).composeExtension.attachments ?? []).map(({ preview }) => preview.content.title);

  test('finds the approved answer first, with a preview, and inserts a card without buttons', async () => {
    const { composeExtension } = await search('كم جلسة');
    const first = composeExtension.attachments?.[0];
    expect(first?.preview.content.title).toContain('كم جلسة');
    expect(adaptiveCardFaults(first?.content)).toEqual([]);
    expect(JSON.stringify(first?.content)).not.toContain('ActionSet');
  });

  test('shows the most useful topics before anything is typed, then all others, page by page', async () => {
    const first = await titles('', { skip: 0, count: 25 });
    const pages = [first, await titles('', { skip: 25, count: 25 }), await titles('', { skip: 50, count: 25 })];
    const everything = pages.flat();
    expect(first).toHaveLength(25);
    expect(new Set(everything).size).toBe(everything.length);
    expect(everything.length).toBeGreaterThanOrEqual(66);
    expect(await titles('', { skip: 1000, count: 25 })).toEqual([]);
  });

  test('refuses what the conversation refuses', async () => {
    expect((await search('ما عاصمة فرنسا')).composeExtension).toMatchObject({ type: 'message' });
  });
});

describe('what else Teams sends', () => {
  let sent = 0;
  /** Posts an activity as Teams does, into the personal chat. */
  const post = (activity: object): Promise<Response> =>
    fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: `activity-${(sent += 1)}`,
        channelId: 'msteams',
        serviceUrl: `${client.url}/_connector`,
        conversation: { id: client.personal, conversationType: 'personal', tenantId: 'tenant' },
        from: { id: 'user-id-0', name: 'Alex' },
        recipient: BOT,
        timestamp: new Date().toISOString(),
        ...activity,
      }),
    });
  const heard = async (activity: object): Promise<string> => {
    expect((await post(activity)).status).toBe(200);
    return textOf(await next(client.personal));
  };

  test('an edited message is answered anew, each edit once', async () => {
    const edit = { type: 'messageUpdate', id: 'edited', channelData: { eventType: 'editMessage' } };
    expect(await heard({ type: 'message', id: 'edited', text: 'كم جلسة احتاج؟' })).toContain('3 جلسات');
    expect(await heard({ ...edit, text: 'كم السعر', timestamp: '2026-01-01T00:00:01Z' })).toContain('100');
    await post({ ...edit, text: 'كم السعر', timestamp: '2026-01-01T00:00:01Z' });
    expect(await heard({ ...edit, text: 'شكرا', timestamp: '2026-01-01T00:00:02Z' })).toContain('العفو');
  });

  test('an edit during the check asks the present step again', async () => {
    await heard({ type: 'message', text: 'هل تناسبني البلازما؟' });
    const step = await heard({ type: 'message', text: 'موافق' });
    const edit = { type: 'messageUpdate', id: 'edited', timestamp: '2026-01-01T00:00:03Z', text: 'نعم' };
    expect(await heard(edit)).toContain(step.split('\n').at(-1));
    expect(await heard({ type: 'message', text: 'إلغاء' })).toContain('أوقفت الفحص');
  });

  test.each<[string, object]>([
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' }],
    ['a reaction taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId: '1' }],
    ['a message taken back', { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } }],
    ['a message restored', { type: 'messageUpdate', text: 'كم السعر', channelData: { eventType: 'undeleteMessage' } }],
    ['somebody typing', { type: 'typing' }],
    ['an event', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['the app being removed', { type: 'installationUpdate', action: 'remove' }],
    ['a person who leaves', { type: 'conversationUpdate', membersRemoved: [{ id: 'user-id-0' }] }],
    ['a channel renamed', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
  ])('%s says nothing and does no harm', async (_name, activity) => {
    expect((await post(activity)).status).toBe(200);
    expect(await heard({ type: 'message', text: 'شكرا' })).toContain('العفو');
  });

  test('the app added again after it was removed is greeted anew', async () => {
    expect(await heard({ type: 'installationUpdate', action: 'add' })).toContain('المساعد الآلي');
    expect(await heard({ type: 'message', text: 'شكرا' })).toContain('العفو');
  });

  test('people who join a group later are not greeted', async () => {
    const conversation = { id: client.group, conversationType: 'groupChat', isGroup: true };
    const members = { type: 'conversationUpdate', conversation, membersAdded: [{ id: 'user-id-2' }] };
    expect((await post(members)).status).toBe(200);
    await client.say(client.group, `${MENTION} شكرا`, { mention: MENTION });
    expect(textOf(await next(client.group))).toContain('العفو');
  });

  test.each<[string, object, string]>([
    ['an image', { attachments: [{ contentType: 'image/*', contentUrl: 'https://x.example/1' }] }, 'الصور والملفات'],
    [
      'a file, with the empty paragraph Teams puts beside it',
      {
        text: '',
        attachments: [
          { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf' },
          { contentType: 'text/html', content: '<p></p>' },
        ],
      },
      'الصور والملفات',
    ],
    [
      'a question in bold, which comes as HTML too',
      { text: 'كم جلسة احتاج؟', attachments: [{ contentType: 'text/html', content: '<b>كم جلسة احتاج؟</b>' }] },
      '3 جلسات',
    ],
    ['a press without data', { text: null, value: null }, 'فارغة'],
    ['a press with data of somebody else', { value: { say: { $ne: 1 }, check: 7, step: [] } }, 'فارغة'],
  ])('%s gets a sentence', async (_name, message, answer) => {
    expect(await heard({ type: 'message', ...message })).toContain(answer);
  });

  test.each<[string, string, unknown, number]>([
    ['an invoke nobody knows', 'task/fetch', { data: {} }, 501],
    ['a file consent', 'fileConsent/invoke', { action: 'accept' }, 501],
    ['an invoke without value', 'composeExtension/query', undefined, 200],
    ['a search with odd values', 'composeExtension/query', { parameters: 'x', queryOptions: { skip: -1 } }, 200],
    ['a search for an object', 'composeExtension/query', { parameters: [{ name: 'question', value: { a: 1 } }] }, 200],
    ['settings', 'composeExtension/querySettingUrl', {}, 200],
    ['a picked result', 'composeExtension/selectItem', { a: 1 }, 200],
    ['a link', 'composeExtension/queryLink', { url: 'https://x.example' }, 501],
  ])('%s gets a proper status', async (_name, name, value, status) => {
    expect((await post({ type: 'invoke', name, value })).status).toBe(status);
  });
});

test('every card of this talk keeps the rules of Adaptive Cards 1.5', () => {
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.flatMap((message) => adaptiveCardFaults(cardOf(message)))).toEqual([]);
});
