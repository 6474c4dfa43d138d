import { loadFrames } from './frame-files';
import { measureFrames } from './measure-frames';
import { asksTopic, measureLaterTurns, measureMessages, type Answerer, type MessageResult } from './measure-messages';
import { loadConversations, loadMessages } from './message-files';
import { printGroups, printShare } from './print';
import { loadQuestionFiles, type QuestionSet } from './question-files';

/** Lengths that messages are reported by, in words: each from its number to the next. */
const LENGTHS = [0, 15, 30, 40];
/** Every so manieth development question is also put in frames: the rest would only take time. */
const EACH_FRAMED = 3;

/** Prints how whole messages, frames and conversations are answered by the whole program. Its first lines are the headline of the README. */
export async function reportMessages(program: Answerer, set: QuestionSet, verbose: boolean): Promise<void> {
  const results = await measureMessages(program, loadMessages(set));
  const asking = results.filter(({ row }) => asksTopic(row));
  const several = asking.filter(({ row }) => row.asks.length > 1);
  const share = (name: string, passes: (result: MessageResult) => boolean, among = asking): void =>
    printShare(name, among.filter(passes).length, among.length);

  console.log(`Messages of patients: ${set}\n`);
  share('right', ({ right }) => right);
  share('right or offered', ({ offered }) => offered);
  share('wrong and sure', ({ wronglySure }) => wronglySure);
  share('alarm without a sign', ({ falseAlarm }) => falseAlarm);
  share('several questions: all answered', ({ all }) => all, several);
  const strays = results.filter(({ row }) => !asksTopic(row));
  printGroups('No topic asked: right', strays, ({ row }) => row.asks[0]?.[0] ?? '', isRight);
  printGroups('By length in words: right', asking, ({ row }) => lengthOf(row.text), isRight);
  printGroups('By what they are about: right', asking, ({ row }) => row.about, isRight);
  printGroups('By dialect: right', asking, ({ row }) => row.dialect, isRight);

  const turns = await measureLaterTurns(program, loadConversations(set));
  console.log('\nLater turns of conversations');
  printShare('  right', turns.filter(isRight).length, turns.length);
  printShare('  wrong and sure', turns.filter(({ wronglySure }) => wronglySure).length, turns.length);

  const questions = loadQuestionFiles(set).inScope.filter((_row, at) => at % EACH_FRAMED === 0);
  const { asked, alone, framed } = await measureFrames(program, questions, loadFrames());
  console.log('\nQuestions in frames: right of those that are right alone');
  printShare('  alone', alone, asked);
  for (const [kind, right] of Object.entries(framed)) printShare(`  ${kind}`, right, alone);
  if (verbose) printMisses(results, turns);
}

const isRight = ({ right }: { readonly right: boolean }): boolean => right;

function lengthOf(text: string): string {
  const words = text.split(/\s+/u).length;
  const from = LENGTHS.findLast((length) => words >= length) ?? 0;
  return `${String(from).padStart(2)}+`;
}

function printMisses(messages: readonly MessageResult[], turns: Awaited<ReturnType<typeof measureLaterTurns>>): void {
  console.log('\nMessages and turns that are not right');
  const rows = [
    ...messages.map((result) => ({ ...result, asks: result.row.asks, text: result.row.text })),
    ...turns.map((result) => ({ ...result, asks: result.turn.asks, text: result.turn.text })),
  ];
  for (const { right, reply, asks, text } of rows) {
    if (right) continue;
    const labels = asks.map((each) => each.join('|')).join('+');
    console.log(`  ${labels}\t${reply?.kind ?? 'none'} ${reply?.topics.join(',') ?? ''}\t${text}`);
  }
}
