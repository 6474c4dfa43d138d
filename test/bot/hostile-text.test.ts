import { MemoryStorage } from 'botbuilder';
import fc from 'fast-check';
import { type Assistant, createAssistant } from '../../src/bot/create-assistant';
import { LONGEST_MESSAGE } from '../../src/bot/message';
import { createTextChannel } from '../../src/bot/text-channel';
import { PATIENCE, createRooms } from '../helpers/rooms';

let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant({
    ...(await createRooms()),
    storage: new MemoryStorage(),
    channelOf: () => createTextChannel(),
    unanswered: { record: () => Promise.resolve() },
    personalData: { erase: () => Promise.resolve() },
    retention: { conversationDays: 30, unansweredDays: 90 },
    report: () => undefined,
  });
}, PATIENCE);

const ARABIC = fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءة'));
const LATIN = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'));
const long = (letters: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.string({ unit: letters, minLength: 900, maxLength: LONGEST_MESSAGE });
const repeated = fc
  .tuple(fc.constantFrom('لا', 'ما', 'و', 'ال', 'ش', 'ab', 'ما عندي', 'صدري', '؟', '1'), fc.boolean())
  .map(([piece, apart]) => `${piece}${apart ? ' ' : ''}`.repeat(LONGEST_MESSAGE).slice(0, LONGEST_MESSAGE));

/**
 * Each of these once cost from half a second to ten: a hundred of them, and the rest of this file, pass within the time
 * of a test only where none does.
 */
test('no reader takes its time over words without an end', () => {
  const hostile = fc.oneof(long(ARABIC), long(LATIN), long(fc.oneof(ARABIC, LATIN)), repeated);
  fc.assert(
    fc.property(hostile, (text) => {
      expect(assistant.understand({ text, extras: 'none' }, {}).kind).toBeDefined();
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
