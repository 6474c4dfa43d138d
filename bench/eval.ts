/**
 * `npm run eval [-- --held-out] [-- --verbose] [-- --draw] [-- --figures]`: accuracy on messages and questions that the
 * program was not made from. Without a flag it asks those of development (which the calibration saw), with `--held-out`
 * those kept for reporting. It only prints; `--figures` also writes bench/results/figures-*.json, which a test compares
 * the README with, `--draw` bench/results/reliability-*.svg.
 */
import { matchedIds } from '../src/matching/matched-topics';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTerminalAssistant } from '../src/cli/terminal/create-terminal-assistant';
import { keptContent } from '../src/program/content/kept-content';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { calmTalk } from '../src/program/content/load-content';
import { readKnowledgeDirectory } from '../src/program/settings/read-knowledge-directory';
import { createKeptLearning } from '../src/storage/learnt/kept-learning';
import { loadMatcher } from '../src/storage/learnt/load-matcher';
import { loadMessageReader } from '../src/storage/learnt/load-message-reader';
import { loadUrgentReader } from '../src/storage/learnt/load-urgent-reader';
import { loadCalibrationMessages } from './lib/calibration-messages';
import { measureFollowUps, measureInScope, measureOutOfScope, measureTwoQuestions } from './lib/measure-matching';
import { printGroups, printShare } from './lib/print';
import { loadQuestionFiles, type QuestionSet } from './lib/question-files';
import { reportTold } from './lib/measure-told';
import { reportMessages } from './lib/report-messages';
import { createShareListener } from './lib/hear-shares';
import { loadUrgentGrid, loadUrgentMessages, loadUrgentTwins } from './lib/urgent-grid';
import { seeMessages } from './lib/see-messages';
import { binScores, calibrationError, crossValidate, drawReliability } from './lib/reliability';

const flags = process.argv.slice(2);
const set: QuestionSet = flags.includes('--held-out') ? 'held-out' : 'development';
const verbose = flags.includes('--verbose');
const RESULTS = join('bench', 'results');
const heard = createShareListener();

const directory = readKnowledgeDirectory('knowledge');
const knowledge = loadKnowledge(directory, keptContent());
const questions = loadQuestionFiles(set);
const kept = createKeptLearning(join('dist', 'kept'));
const matcher = loadMatcher(knowledge, kept);
const readMessage = loadMessageReader(knowledge, kept);
const readUrgent = loadUrgentReader(knowledge, calmTalk(knowledge), kept);

async function main(): Promise<void> {
  if (flags.includes('--figures')) listen();
  const program = await createTerminalAssistant({ knowledgeDirectory: directory, kept });
  await reportMessages(program, set, verbose);
  await reportTold(program, set, knowledge.topicById, verbose);
  reportQuestions();
  if (flags.includes('--figures')) writeFigures();
}

/** What is printed is kept, too. */
function listen(): void {
  const print = console.log;
  console.log = (text: string) => {
    heard.hear(text);
    print(text);
  };
}

function writeFigures(): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `figures-${set}.json`), `${JSON.stringify(heard.shares(), undefined, 2)}\n`);
}

function reportQuestions(): void {
  const inScope = measureInScope(matcher, questions.inScope);
  const stray = measureOutOfScope(matcher, questions.outOfScope);
  const two = measureTwoQuestions(matcher, questions.twoQuestions);
  const followUps = measureFollowUps(matcher, questions.followUps);
  const alarms = questions.vignettes.map((row) => ({ row, raised: readUrgent(row.text) !== undefined }));
  const calm = alarms.filter(({ row }) => row.label === 'normal');
  const pressing = alarms.filter(({ row }) => row.label !== 'normal');

  console.log(`\nQuestions: ${set}\n`);
  printShare('right topic first', inScope.filter(({ first }) => first).length, inScope.length);
  printShare('right topic first or offered', inScope.filter(({ among }) => among).length, inScope.length);
  printShare('wrong topic given as sure', inScope.filter(({ wronglySure }) => wronglySure).length, inScope.length);
  printShare(
    'one question cut in two',
    inScope.filter(({ match }) => match.kind === 'sure' && match.topics.length === 2).length,
    inScope.length,
  );
  printShare('refused though in scope', inScope.filter(({ match }) => match.kind === 'unknown').length, inScope.length);
  printShare(
    'out of scope: answered',
    stray.filter(({ match }) => match.kind === 'sure').length,
    questions.outOfScope.length,
  );
  printShare(
    'out of scope: topics offered',
    stray.filter(({ match }) => match.kind === 'unsure').length,
    questions.outOfScope.length,
  );
  printShare('two questions: both answered', two.answered.length, two.pairs.length);
  printShare('two-clause question wrongly cut', two.cut.length, two.singles.length);
  printShare('follow-ups: right answer', followUps.right.length, followUps.asked.length);
  printShare('follow-ups: right answer or offered', followUps.among.length, followUps.asked.length);
  printShare('urgent messages caught', pressing.filter(({ raised }) => raised).length, pressing.length);
  printShare('calm messages raised as urgent', calm.filter(({ raised }) => raised).length, calm.length);

  for (const [title, parts] of [
    ['Urgent: the grid (urgent raised, calm raised)', loadUrgentGrid()],
    [`Urgent: signs of ${set} (urgent raised, calm raised)`, loadUrgentMessages(set)],
    ['Urgent: signs and calm messages that look like them', loadUrgentTwins()],
  ] as const) {
    console.log(`\n${title}`);
    for (const [name, { texts }] of Object.entries(parts))
      printShare(`  ${name}`, texts.filter((text) => readUrgent(text) !== undefined).length, texts.length);
  }

  printGroups(
    'By dialect: right topic first',
    inScope,
    ({ row }) => row.dialect,
    ({ first }) => first,
  );
  printGroups(
    'By category: right topic first',
    inScope,
    ({ row }) => knowledge.topicById.get(row.topic)?.category ?? row.topic,
    ({ first }) => first,
  );

  console.log('\nConfusions (asked → first answered or offered)');
  const confusions = new Map<string, number>();
  for (const { row, match, first } of inScope) {
    if (first) continue;
    const key = `${row.topic} → ${matchedIds(match)[0] ?? 'unknown'}`;
    confusions.set(key, (confusions.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...confusions].sort((a, b) => b[1] - a[1])) console.log(`  ${count} × ${key}`);

  if (verbose) {
    console.log('\nWrongly sure, cut, refused, answered out of scope');
    for (const { row, match, first } of inScope) {
      if (!first || (match.kind === 'sure' && match.topics.length === 2))
        console.log(
          `  ${row.topic}\t${match.kind} ${matchedIds(match).join(',')} ${match.score.toFixed(2)}\t${row.text}`,
        );
    }
    for (const { row, match } of stray)
      console.log(`  ${row.kind}\t${match.kind} ${matchedIds(match).join(',')} ${match.score.toFixed(2)}\t${row.text}`);
    for (const { row, match } of two.pairs.filter((asked) => !two.answered.includes(asked)))
      console.log(`  ${row.topic1}+${row.topic2}\t${match.kind} ${matchedIds(match).join(',')}\t${row.text}`);
    for (const { row, match } of followUps.asked.filter((asked) => !followUps.right.includes(asked)))
      console.log(
        `  ${row.opening_topic} > ${row.topic}\t${match.kind} ${matchedIds(match).join(',')}\t${row.follow_up}`,
      );
    for (const { row, raised } of alarms.filter((alarm) => alarm.raised === (alarm.row.label === 'normal')))
      console.log(`  ${row.label}\t${raised ? 'raised' : 'missed'}\t${row.text}`);
  }

  const bins = binScores(
    set === 'development'
      ? crossValidate(seeMessages(matcher, loadCalibrationMessages(readMessage, knowledge)).topic)
      : scoredAsIs(),
  );
  console.log('\nReliability of the score (score given, share right, questions)');
  for (const bin of bins) {
    if (bin.questions > 0)
      console.log(
        `  ${bin.from.toFixed(1)}+   ${bin.meanScore.toFixed(2)}   ${bin.rightShare.toFixed(2)}   ${bin.questions}`,
      );
  }
  console.log(`  expected calibration error ${calibrationError(bins).toFixed(3)}`);
  if (flags.includes('--draw')) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, `reliability-${set}.svg`), drawReliability(bins));
  }

  /** Held-out questions are scored as the product scores them. */
  function scoredAsIs(): { score: number; right: boolean }[] {
    return [
      ...inScope.map(({ match, first }) => ({ score: match.score, right: first })),
      ...questions.outOfScope.map(({ text }) => ({ score: matcher.match(text).score, right: false })),
    ];
  }
}

void main();
