import { TestAdapter } from 'botbuilder';
import { createAnswerInNeed } from '../../src/bot/turn/answer-in-need';
import { createTurnErrorHandler } from '../../src/bot/turn/turn-error-handler';
import type { AnswerWithoutStorage } from '../../src/bot/turn/turn-without-storage';

const answer: AnswerWithoutStorage = ({ text }) => ({
  kind: text === 'help' ? 'urgent' : 'apology',
  pressing: text === 'help',
  activities: [{ type: 'message', text: text === 'help' ? 'call 112' : 'sorry' }],
  text: '',
});

/** Says something to a bot whose turn hangs until something was heard or the patience is over; then it ends so. */
const sayWhileHanging = async (text: string, end: 'works' | 'fails'): Promise<readonly (string | undefined)[]> => {
  const heard = (): readonly (string | undefined)[] => adapter.activeQueue.map((activity) => activity.text);
  const adapter: TestAdapter = new TestAdapter(async (context) => {
    for (let looks = 0; looks < 20 && heard().length === 0; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    if (end === 'fails') throw new Error('the database hung');
    await context.sendActivity('the turn');
  });
  adapter.use(createAnswerInNeed({ answer, patienceMs: 5, onFailure: (error) => expect(error).toBeUndefined() }));
  adapter.onTurnError = createTurnErrorHandler({
    answerWithoutStorage: answer,
    isStorageTrouble: () => true,
    report: () => undefined,
  } as unknown as Parameters<typeof createTurnErrorHandler>[0]);
  await adapter.processActivity(text);
  return heard();
};

test.each<[string, string, 'works' | 'fails', readonly string[]]>([
  [
    'somebody in need hears at once what needs no memory, and the turn when it goes on',
    'help',
    'works',
    ['call 112', 'the turn'],
  ],
  ['somebody in need hears it once where the turn fails in the end', 'help', 'fails', ['call 112']],
  ['anybody else waits for the turn', 'a question', 'works', ['the turn']],
  ['anybody else is told when the turn has failed', 'a question', 'fails', ['sorry']],
])('while a turn hangs, %s', async (_name, text, end, expected) => {
  expect(await sayWhileHanging(text, end)).toEqual(expected);
});
