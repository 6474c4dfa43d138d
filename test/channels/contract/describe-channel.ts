import type { WireActivity } from '../../helpers/connector';
import type { ContractDoor, ContractTalk, Said } from './contract-talk';

const PATIENCE = 120_000;
const say = (text: string): WireActivity => ({ type: 'message', text });
const textOf = (said: readonly Said[]): string => said.map(({ text }) => text).join('\n');

/** The door of a channel, opened before the tests of a suite and closed after them. */
function openDoor(open: () => Promise<ContractDoor>): () => ContractDoor {
  let door: ContractDoor;
  beforeAll(async () => {
    door = await open();
  }, PATIENCE);
  afterAll(() => door.close());
  return () => door;
}

/** What every channel keeps, whatever form it gives to it. */
export function describeChannel(name: string, open: () => Promise<ContractDoor>): void {
  describe(name, () => {
    const door = openDoor(open);

    /** A talk in which the check stands at its first question, and what it said then. */
    async function inCheck(): Promise<{ readonly talk: ContractTalk; readonly first: readonly Said[] }> {
      const talk = door().talk();
      for (const text of ['هل تناسبني البلازما؟', 'موافق']) await talk.send(say(text));
      const first = await talk.send(say('لا'));
      expect(textOf(first)).toContain('السؤال 1 من');
      return { talk, first };
    }

    test('an emergency is heard before everything, inside the check too', async () => {
      const { talk } = await inCheck();
      expect(textOf(await talk.send(say('عندي ضيق تنفس شديد بعد الحقن')))).toContain('اطلب الإسعاف');
    });

    test('a message that quotes another is read like one that does not', async () => {
      const talk = door().talk();
      expect(textOf(await talk.send(say('<quoted messageId="177"/> احذف بياناتي')))).toContain('تم الحذف');
    });

    test("the assistant's own name is an address", async () => {
      const { talk } = { talk: door().talk() };
      expect(textOf(await talk.send(say('احذف بياناتي مساعد حقن البلازما')))).toContain('تم الحذف');
    });

    test('an edited message is read like a new one; only an edited answer has the step asked again', async () => {
      if (!door().hasEdits) return;
      const { talk, first } = await inCheck();
      const edit = (text: string, time: string): WireActivity => ({ type: 'messageUpdate', text, timestamp: time });
      expect(textOf(await talk.send(edit('نعم', '2026-11-30T10:00:00.000Z')))).toBe(textOf(first));
      const heard = await talk.send(edit('عندي ضيق تنفس شديد بعد الحقن', '2026-11-30T10:00:01.000Z'));
      expect(textOf(heard)).toContain('اطلب الإسعاف');
    });

    test('a press under an older question changes nothing and says so', async () => {
      const { talk, first } = await inCheck();
      const [old] = first.at(-1)?.presses ?? [];
      // The terminal has no buttons, only their words.
      if (old?.value === undefined) return;
      expect(textOf(await talk.send(say('لا')))).toContain('السؤال 2 من');
      expect(textOf(await talk.send(old))).toMatch(/زر من سؤال سابق[\s\S]*السؤال 2 من/);
    });

    test('a message that is delivered twice is answered once', async () => {
      const { again } = door();
      if (again === undefined) return;
      const talk = door().talk();
      const message = { ...say('كم سعر الجلسة؟'), id: `once ${Math.random()}` };
      expect(await talk.send(message)).toHaveLength(1);
      expect(await talk.send(again(message))).toHaveLength(0);
    });

    test('a message too long to be read gets a sentence', async () => {
      expect(
        textOf(
          await door()
            .talk()
            .send(say('كلام طويل عن البلازما '.repeat(150))),
        ),
      ).toMatch(/أطول مما/);
    });

    test('deletion ends the check', async () => {
      const { talk } = await inCheck();
      expect(textOf(await talk.send(say('احذف بياناتي')))).toContain('تم الحذف');
      expect(textOf(await talk.send(say('تخطي السؤال')))).toContain('لا يوجد فحص جارٍ');
    });

    test('what a channel refuses for a moment is said all the same', async () => {
      const { refuse } = door();
      if (refuse === undefined) return;
      const talk = door().talk();
      refuse(429, 412, 503);
      expect(await talk.send(say('كم سعر الجلسة؟'))).toHaveLength(1);
    });
  });
}

/** What Bot Framework brings that nobody answers. */
export function describeSilence(name: string, open: () => Promise<ContractDoor>): void {
  describe(`${name} brings`, () => {
    const door = openDoor(open);

    test.each<[string, WireActivity]>([
      ['a message of the assistant itself', { ...say('كم سعر الجلسة؟'), from: { id: 'bot-1', name: 'Bot' } }],
      ['an activity nobody knows', { type: 'somethingNew', text: 'كم سعر الجلسة؟' }],
      ['typing', { type: 'typing' }],
      ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ])('%s, and nothing is said', async (_kind, activity) => {
      expect(await door().talk().send(activity)).toEqual([]);
    });
  });
}
