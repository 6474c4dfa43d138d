import { MemoryStorage } from 'botbuilder';
import fc from 'fast-check';
import type { createAssistant as CreateAssistant } from '../../src/bot/turn/create-assistant';
import type { createTextChannel as CreateTextChannel } from '../../src/bot/turn/text-channel';
import type { Understand } from '../../src/bot/understand/understand';
import type { createRooms as CreateRooms } from '../helpers/rooms';
import { createWorkCounter, type WorkCounter } from '../helpers/count-work';

/** Longest message that is read, in characters. */
const LONGEST = 1000;
/** Text made to cost time may cost this many times what patients' own words of the same length do, in all readers together. */
const MOST_TIMES = 2.5;
const PATIENCE = 180_000;

let understand: Understand;
let countWork: WorkCounter;
let ordinary: number;
beforeAll(async () => {
  // Only what is loaded afterwards is counted.
  countWork = createWorkCounter();
  const { createAssistant } = jest.requireActual<{ createAssistant: typeof CreateAssistant }>(
    '../../src/bot/turn/create-assistant',
  );
  const { createTextChannel } = jest.requireActual<{ createTextChannel: typeof CreateTextChannel }>(
    '../../src/bot/turn/text-channel',
  );
  const { createRooms } = jest.requireActual<{ createRooms: typeof CreateRooms }>('../helpers/rooms');
  const rooms = await createRooms();
  const assistant = createAssistant({
    ...rooms,
    storage: new MemoryStorage(),
    channelOf: () => createTextChannel(),
    unanswered: { record: () => Promise.resolve() },
    personalData: { erase: () => Promise.resolve() },
    retention: { conversationDays: 30, unansweredDays: 90, backupDays: 0 },
    report: () => undefined,
  });
  ({ understand } = assistant);
  const told = rooms.knowledge.storyFiles.flatMap(({ messages }) => messages.flat().map(({ text }) => text));
  const long = Array.from({ length: 5 }, (_, at) =>
    told
      .slice(at * 500)
      .join(' ')
      .slice(0, LONGEST),
  );
  // What is made once is made for the first.
  ordinary = Math.max(...long.map(workOf).slice(1));
}, PATIENCE);

const workOf = (text: string): number => countWork(() => understand({ text, extras: 'none' }, {}));

const ARABIC = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءة');
const LATIN = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const WORDS = ['و', 'ال', 'ما', 'لا', 'كم', 'هل', 'عندي', 'صدري', 'البلازما', 'وجهي', 'سكر', 'مش', 'انا', 'امي'];
const filled = (pieces: fc.Arbitrary<string>, between: string): fc.Arbitrary<string> =>
  fc.array(pieces, { minLength: LONGEST, maxLength: LONGEST }).map((all) => all.join(between).slice(0, LONGEST));
const wordOf = (letters: readonly string[]): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });

test.each([
  ['letters without a space', filled(fc.constantFrom(...ARABIC), '')],
  ['Latin letters without a space', filled(fc.constantFrom(...LATIN), '')],
  ['unknown words', filled(wordOf(ARABIC), ' ')],
  ['unknown words in Latin letters', filled(wordOf(LATIN), ' ')],
  ['questions of one word', filled(wordOf(ARABIC), '؟ ')],
  ['small words of the content', filled(fc.constantFrom(...WORDS), ' ')],
  [
    'small words glued to unknown ones',
    filled(
      fc.tuple(fc.constantFrom(...WORDS), wordOf(ARABIC)).map((two) => two.join('')),
      ' ',
    ),
  ],
  [
    'one piece repeated',
    fc.constantFrom(...WORDS, '؟', '1', 'ab').map((piece) => piece.repeat(LONGEST).slice(0, LONGEST)),
  ],
  ['one word repeated', fc.constantFrom(...WORDS, 'ab').map((word) => `${word} `.repeat(LONGEST).slice(0, LONGEST))],
  ['signs that stand for many letters', filled(fc.constantFrom('ﷺ', 'ﷻ', '﷽', 'ﳲ'), '')],
])('no message costs much: %s', (_name, hostile) => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(workOf(text) / ordinary).toBeLessThan(MOST_TIMES);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
