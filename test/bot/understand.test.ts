import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Assistant, createAssistant } from '../../src/bot/turn/create-assistant';
import { createTextChannel } from '../../src/bot/turn/text-channel';
import type { Situation, Understanding } from '../../src/bot/understand/understand';
import { MemoryStorage } from 'botbuilder';
import { loadShipped } from '../helpers/load-shipped';
import { PATIENCE, createRooms } from '../helpers/rooms';

// Titles of the cases come from the content, so it is loaded before the cases are.
const knowledge = loadShipped();
let assistant: Assistant;

beforeAll(async () => {
  assistant = createAssistant({
    ...(await createRooms()),
    storage: new MemoryStorage(),
    channelOf: () => createTextChannel(),
    unanswered: { record: () => Promise.resolve() },
    personalData: { erase: () => Promise.resolve() },
    retention: { conversationDays: 30, unansweredDays: 90, backupDays: 0 },
    report: () => undefined,
  });
}, PATIENCE);

const read = (text: string, situation: Situation = {}): Understanding =>
  assistant.understand({ text, extras: 'none' }, situation);

describe('every button, typed', () => {
  it.each(knowledge.topics.map((topic) => [topic.id, topic] as const))(
    '%s: its button and its question',
    (id, topic) => {
      expect(read(topic.button)).toEqual({ kind: 'topic', topic: id });
      expect(read(topic.question)).toEqual({ kind: 'topic', topic: id });
      expect(read(`لو سمحت ${topic.button} شكرا`)).toEqual({ kind: 'topic', topic: id });
    },
  );

  it.each(knowledge.categories.map(({ id, title }) => [title, id]))('the category %s', (title, id) => {
    expect(read(title)).toEqual({ kind: 'category', category: id });
  });

  it('the areas of topics that differ by them', () => {
    const differing = knowledge.topics.filter(({ byArea }) => byArea?.face !== undefined && byArea.hair !== undefined);
    expect(differing.length).toBeGreaterThan(0);
    for (const { id } of differing) {
      expect(read(assistant.compose.shortcuts.areaValue(id, 'hair') ?? '')).toEqual({
        kind: 'topic',
        topic: id,
        area: 'hair',
      });
    }
  });

  it('what messages.yaml lets buttons say', () => {
    const { chat, commands } = knowledge.messages;
    const settings = [chat.welcome, chat.unknown, chat.noneOfThese, commands.help].flatMap(({ choices }) => choices);
    const said = settings.flatMap((choice) => ('say' in choice ? [choice.say] : []));
    const kinds = [...said, chat.menu.button, commands.human.button].map((text) => read(text).kind);
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => kind !== 'command' && kind !== 'wish')).toEqual([]);
  });

  it('what the outcomes of the check let buttons say', () => {
    const buttons = Object.values(knowledge.eligibility.outcomes).flatMap(({ next }) => next.map(({ send }) => send));
    const again = knowledge.messages.eligibility.buttons.again;
    expect(
      [...buttons, again].map((text) => [text, read(text).kind]).filter(([, kind]) => kind === 'question'),
    ).toEqual([]);
  });
});

it('a question at the end of a story of more than a hundred words is heard', () => {
  const story = readFileSync(join(__dirname, '../questions/long-story.txt'), 'utf8').trim();
  expect(story.split(/\s+/u).length).toBeGreaterThan(100);
  expect(read(story)).toMatchObject({ kind: 'question', match: { kind: 'sure', topics: [{ topic: 'price' }] } });
});

describe('the order of what a message may be', () => {
  const offer = { kind: 'suggest', choices: [{ title: 'السعر والتكلفة', value: 'السعر والتكلفة' }] } as const;

  it.each<readonly [string, string, Situation, string]>([
    ['an urgent sign before a greeting', 'السلام عليكم ما اشوف بعيني من بعد الابره', {}, 'urgent'],
    [
      'an urgent sign at the end of a long story',
      `${'كلام طويل '.repeat(900)} ما اشوف بعيني من بعد الابره`,
      {},
      'urgent',
    ],
    ['a command before a choice', 'القائمة', { offer }, 'command'],
    ['a number with an offer', '١', { offer }, 'topic'],
    ['a number without one', '١', {}, 'question'],
    ['none of these', 'لا شيء من هذا', { offer }, 'none-of-these'],
    ['what is kept', 'ماذا تحفظون عني', {}, 'deed'],
    ['yes to nothing', 'نعم', {}, 'social'],
    ['thanks', 'شكرا', { offer }, 'social'],
    ['a wish', 'هل تناسبني البلازما', {}, 'wish'],
    ['a condition told', 'انا حامل ينفع؟', {}, 'told'],
    ['a question about a condition', 'هل الحامل تقدر؟', {}, 'question'],
    ['English', 'What is the price of it?', {}, 'language'],
    ['a message that is too long', 'كلام طويل '.repeat(900), {}, 'unreadable'],
  ])('reads %s', (_name, text, situation, kind) => {
    expect(read(text, situation).kind).toBe(kind);
  });

  it('gives the matcher the question without courtesies', () => {
    expect(read('السلام عليكم، كم سعر الجلسة؟ شكرا')).toMatchObject({ kind: 'question', text: 'كم سعر الجلسة؟' });
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(read(text, { offer }).kind).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});
