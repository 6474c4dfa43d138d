import type { Milestone } from '../../src/bot/turn/milestone';
import type { Match } from '../../src/matching/match';
import type { Content } from '../../src/program/content/load-content';
import { createInProcessTalkers } from '../helpers/in-process-talker';
import { createRooms, PATIENCE } from '../helpers/rooms';

let rooms: Content;

beforeAll(async () => {
  rooms = await createRooms();
}, PATIENCE);

/** A matcher that is never sure. */
const unsure = (): Match => ({ kind: 'unsure', score: 0.3, topics: [{ topic: 'what-is-prp', score: 0.3 }] });

it.each<[name: string, offers: boolean, said: readonly string[], counted: readonly Milestone[]]>([
  ['an offer that is taken by its number', true, ['البلازما', '1'], ['taken']],
  ['an offer that is turned down', true, ['البلازما', 'لا شيء مما سبق'], []],
  ['an offer that is passed over', true, ['البلازما', 'شكرا'], []],
  ['a question that needed no offer', false, ['ما هي البلازما الغنية بالصفائح'], []],
  ['a check that is left', false, ['هل تناسبني البلازما؟', 'إلغاء'], ['check-begun']],
  [
    'a check that comes to its outcome',
    false,
    ['هل تناسبني البلازما؟', 'موافق', 'لا', 'عمري ١٧'],
    ['check-begun', 'check-ended'],
  ],
])('%s counts once', async (_name, offers, said, counted) => {
  const heard: Milestone[] = [];
  const matcher = { ...rooms.matcher, match: unsure, matchStory: unsure, phrasedAs: () => undefined };
  const tally = {
    began: () => undefined,
    answered: (_replies: unknown, milestones: readonly Milestone[]) => heard.push(...milestones),
    revisionOf: () => 0,
    rated: () => undefined,
  };
  const talker = createInProcessTalkers(offers ? { ...rooms, matcher } : rooms, { tally })();
  for (const text of said) await talker.say({ text, extras: 'none' });
  expect(heard).toEqual(counted);
});
