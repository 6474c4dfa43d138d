import { Conversation } from './conversation';

/** A conversation whose check stands at its first question. */
async function atFirstQuestion(): Promise<Conversation> {
  const conversation = new Conversation();
  await conversation.begin();
  await conversation.say('موافق');
  await conversation.say('لا');
  return conversation;
}

async function sayAll(conversation: Conversation, ...texts: string[]) {
  let seen = await conversation.reprompt();
  for (const text of texts) seen = await conversation.say(text);
  return seen;
}

test('a whole check, the program started again in the middle of it', async () => {
  const conversation = await atFirstQuestion();
  await sayAll(conversation, 'لا', 'لا');
  conversation.restart();
  const summary = await sayAll(conversation, ...Array<string>(8).fill('لا'));
  expect(summary.text).toContain('هذه إجاباتك');
  const outcome = await conversation.say('صحيح، أظهر النتيجة');
  expect(outcome.result).toEqual({ kind: 'said', finished: { outcome: 'nothing-found', reasons: [] } });
  expect(outcome.text).toContain('لم يظهر في إجاباتك ما يمنع');
  expect(await conversation.isRunning()).toBe(false);
});

test('answers are in the state while the check runs', async () => {
  const conversation = await atFirstQuestion();
  await conversation.say('لست متأكدًا');
  expect(conversation.stored).toContain('age');
});

test.each([
  ['finished', ['لست متأكدًا', ...Array<string>(9).fill('لا'), 'صحيح'], 'said'],
  ['cancelled by word', ['لست متأكدًا', 'إلغاء'], 'said'],
  ['left for a person', ['لست متأكدًا', 'التحدث مع موظف'], 'person'],
  ['given up', ['لست متأكدًا', 'بطيخ', 'بطيخ', 'بطيخ', 'بطيخ'], 'said'],
])('answers are gone from the state when the check is %s', async (_name, texts, kind) => {
  const conversation = await atFirstQuestion();
  const seen = await sayAll(conversation, ...texts);
  expect(seen.result).toMatchObject({ kind });
  expect(conversation.stored).not.toMatch(/age|answer|given/);
});

test('answers are gone when the caller cancels, without a word', async () => {
  const conversation = await atFirstQuestion();
  await conversation.say('لست متأكدًا');
  expect((await conversation.cancel()).prompts).toEqual([]);
  expect(conversation.stored).not.toMatch(/age|answer|given/);
  expect(await conversation.isRunning()).toBe(false);
});

test('answers are gone when the check is started over', async () => {
  const conversation = await atFirstQuestion();
  await sayAll(conversation, 'لست متأكدًا', 'ابدأ من جديد');
  expect(conversation.stored).not.toContain('age');
  expect(await conversation.isRunning()).toBe(true);
});

test('symptoms leave the check for the urgent message', async () => {
  const conversation = new Conversation();
  await conversation.begin();
  await conversation.say('موافق');
  expect(await conversation.say('نعم')).toEqual({ result: { kind: 'urgent' }, prompts: [], text: '' });
  expect(await conversation.isRunning()).toBe(false);
});

test('an interruption asks the same step again and loses nothing', async () => {
  const conversation = await atFirstQuestion();
  await sayAll(conversation, 'لا', 'لا');
  expect((await conversation.reprompt()).text).toContain('3 من 10');
  expect((await conversation.say('لا')).text).toContain('4 من 10');
});

describe('a check that went quiet', () => {
  test('ends with a gentle sentence, and the late message is left to the caller', async () => {
    const conversation = await atFirstQuestion();
    conversation.wait(31);
    const seen = await conversation.say('كم السعر؟');
    expect(seen.result).toEqual({ kind: 'expired' });
    expect(seen.text).toContain('مرّ وقت طويل');
    expect(conversation.stored).not.toContain('given');
  });

  test('reads no late message as an answer', async () => {
    const conversation = await atFirstQuestion();
    conversation.wait(31);
    expect(await conversation.reads('نعم')).toBe(false);
  });

  test('is not asked again after a late interruption, but ended', async () => {
    const conversation = await atFirstQuestion();
    conversation.wait(31);
    expect((await conversation.reprompt()).text).toContain('مرّ وقت طويل');
    expect(await conversation.isRunning()).toBe(false);
  });
});

describe('buttons with data', () => {
  test('answer the step they belong to', async () => {
    const conversation = await atFirstQuestion();
    const seen = await conversation.press('لا', await conversation.reprompt());
    expect(seen.text).toContain('2 من 10');
  });

  test('of an earlier step change nothing and say so', async () => {
    const conversation = await atFirstQuestion();
    const first = await conversation.reprompt();
    await conversation.say('لا');
    const seen = await conversation.press('لست متأكدًا', first);
    expect(seen.text).toContain('هذا الزر من سؤال سابق');
    expect(seen.text).toContain('2 من 10');
  });

  test('of an earlier check change nothing in a new one', async () => {
    const conversation = await atFirstQuestion();
    const first = await conversation.reprompt();
    await conversation.begin();
    await sayAll(conversation, 'موافق', 'لا');
    expect((await conversation.press('لست متأكدًا', first)).text).toContain('هذا الزر من سؤال سابق');
  });

  test('of a check that is over are refused politely', async () => {
    const conversation = await atFirstQuestion();
    const first = await conversation.reprompt();
    await conversation.say('إلغاء');
    const data = { value: first.prompts[0]!.choices[0]!.data };
    const refuses = (text: string, activity = {}): Promise<boolean> =>
      conversation.ask((dialogs, context) => dialogs.refuseWithoutCheck(context, text), activity);
    expect(await refuses('نعم', data)).toBe(true);
    expect(await refuses('نعم')).toBe(false);
    expect(await refuses('صحيح، أظهر النتيجة')).toBe(true);
  });
});

describe('what belongs to the check', () => {
  test.each([
    ['an answer', 'اي والله', true],
    ['a fact that answers', 'عمري ٢٥', true],
    ['why', 'لماذا تسألون؟', true],
    ['back', 'رجوع', true],
    ['a change', 'غيّر جوابي عن العمر', true],
    ['a question', 'كم سعر الجلسة؟', false],
    ['a question without a mark', 'ايش فوائد البلازما للشعر', false],
    ['a wish', 'ابغى احجز موعد', false],
    ['nonsense', 'بطيخ', false],
  ])('%s', async (_name, text, belongs) => {
    expect(await (await atFirstQuestion()).reads(text)).toBe(belongs);
  });

  test('nothing, when none runs', async () => {
    expect(await new Conversation().reads('نعم')).toBe(false);
    expect((await new Conversation().say('نعم')).result).toEqual({ kind: 'expired' });
  });
});

test('a state that another version wrote counts as none, and a new check can begin', async () => {
  const conversation = new Conversation();
  await conversation.storage.write({
    'test/conversations/c/': { eligibility: { dialogStack: [{ id: 'eligibility', state: { check: 7 } }] } },
  });
  expect(await conversation.isRunning()).toBe(false);
  expect((await conversation.begin()).text).toContain('هل نبدأ؟');
});
