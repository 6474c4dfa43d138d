/**
 * `npm run bench`: our matcher beside Fuse.js, MiniSearch and node-nlp, on the same phrasings and questions, in one run.
 * Prints and writes bench/results/compare.md (accuracy, wrong answers, refusals, time as ratios) and growth.svg.
 * The peers come with `npm ci --prefix bench/peers`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../src/learning/random';
import { keptContent } from '../src/program/content/kept-content';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { OUT_OF_SCOPE } from '../src/matching/labels';
import { trainingContent } from '../src/matching/training-content';
import { createIntentClassifier, type Example } from '../src/matching/intent-classifier';
import { MATCHER_SETTINGS, settingsFor } from '../src/matching/settings';
import { drawGrowth, type Growth } from './lib/draw-growth';
import {
  createFuseDefault,
  createFuseTokens,
  createMiniSearch,
  createNodeNlp,
  createOurs,
  lexiconOf,
  type Engine,
} from './lib/engines';
import { median } from './lib/quantile';
import { loadQuestionFiles, type InScopeRow, type QuestionFiles } from './lib/question-files';
import { sample } from './lib/random';

const RESULTS = join('bench', 'results');
const SIZES = [100, 1_000, 10_000, 50_000];
/** Questions asked at each size: enough for a median, few enough for the slow engines. */
const ASKED = 60;
/** Held-out questions and sentences out of scope, drawn with a fixed seed: the slowest engine takes 0.2 s for each. */
const DRAWN_IN_SCOPE = 400;
const DRAWN_OUT_OF_SCOPE = 250;

interface Row {
  readonly name: string;
  readonly first: number;
  readonly firstOnTypos: number;
  readonly wronglySure: number;
  readonly refusesStray: number;
  readonly ms: number;
}

const knowledge = loadKnowledge('knowledge', keptContent());
const questions = draw(loadQuestionFiles('held-out'));
const { examples } = trainingContent(knowledge);
const topicExamples = examples.filter(({ label }) => /^[a-z]/.test(label));
const lexicon = lexiconOf(knowledge);

function draw(all: QuestionFiles): QuestionFiles {
  const random = createRandom(1);
  return {
    ...all,
    inScope: sample(all.inScope, DRAWN_IN_SCOPE, random),
    outOfScope: sample(all.outOfScope, DRAWN_OUT_OF_SCOPE, random),
  };
}

async function main(): Promise<void> {
  const engines: Engine[] = [
    createOurs(knowledge, 'this matcher'),
    createOurs(knowledge, 'this matcher without Fuse.js', false),
    createFuseDefault(topicExamples),
    createFuseTokens(topicExamples, lexicon),
    createMiniSearch(topicExamples, lexicon),
    await createNodeNlp(examples.map(({ label, text }) => ({ label: strayAsNone(label), text }))),
  ];
  const rows: Row[] = [];
  for (const engine of engines) rows.push(await measure(engine, questions));
  const table = describe(rows);
  console.log(table);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'compare.md'), table);
  writeFileSync(join(RESULTS, 'growth.svg'), drawGrowth(await measureGrowth()));
}

async function measure(engine: Engine, { inScope, outOfScope }: QuestionFiles): Promise<Row> {
  const times: number[] = [];
  const ask = async (text: string) => {
    const asked = performance.now();
    const saying = await engine.ask(text);
    times.push(performance.now() - asked);
    return saying;
  };
  const right = async (rows: readonly InScopeRow[]) => {
    let first = 0;
    let wrong = 0;
    for (const { topic, text } of rows) {
      const saying = await ask(text);
      if (saying.topic === topic) first += 1;
      else if (saying.answers) wrong += 1;
    }
    return { first: first / rows.length, wrong: wrong / rows.length };
  };
  const all = await right(inScope);
  const typos = await right(inScope.filter(({ dialect }) => dialect === 'typos'));
  let refused = 0;
  for (const { text } of outOfScope) if (!(await ask(text)).answers) refused += 1;
  return {
    name: engine.name,
    first: all.first,
    firstOnTypos: typos.first,
    wronglySure: all.wrong,
    refusesStray: refused / outOfScope.length,
    ms: median(times),
  };
}

function describe(rows: readonly Row[]): string {
  const ours = rows[0]?.ms ?? 1;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${percent(row.first)} | ${percent(row.firstOnTypos)} | ${percent(row.wronglySure)} | ${percent(row.refusesStray)} | ${(row.ms / ours).toFixed(1)} × | ${row.ms.toFixed(2)} ms |`,
  );
  return [
    `# Matchers compared`,
    '',
    `${topicExamples.length} phrasings of ${knowledge.topics.length} topics; ${questions.inScope.length} held-out questions, ${questions.outOfScope.length} sentences out of scope; one run.`,
    '',
    '| engine | right topic first | … with typing errors | wrong topic answered | out of scope not answered | median time a question, ours = 1 | in ms, on the machine of this run |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    'Time against the number of phrasings: [growth.svg](growth.svg).',
    '',
  ].join('\n');
}

/** How the time a question grows with the number of phrasings, which are made by joining halves of real ones. */
async function measureGrowth(): Promise<Growth[]> {
  const asked = sample(questions.inScope, ASKED, createRandom(1)).map(({ text }) => text);
  const lines = new Map<string, { phrasings: number; ms: number }[]>();
  for (const phrasings of SIZES) {
    const made = makeExamples(phrasings);
    const classifier = createIntentClassifier(made, {
      lexicon,
      settings: { ...settingsFor(phrasings), training: { ...MATCHER_SETTINGS.training, rounds: 1 } },
    });
    const engines: Engine[] = [
      { name: 'this matcher', ask: (text) => ({ topic: classifier.rank(text).ranked[0]?.label, answers: true }) },
      createFuseDefault(made),
      createMiniSearch(made, lexicon),
    ];
    for (const engine of engines) {
      const times: number[] = [];
      for (const text of asked) {
        const start = performance.now();
        await engine.ask(text);
        times.push(performance.now() - start);
      }
      lines.set(engine.name, [...(lines.get(engine.name) ?? []), { phrasings, ms: median(times) }]);
    }
  }
  return [...lines].map(([name, points]) => ({ name, points }));
}

function makeExamples(count: number): Example[] {
  const random = createRandom(count);
  const pick = (): Example => topicExamples[Math.floor(random() * topicExamples.length)] ?? { label: '', text: '' };
  return Array.from({ length: count }, () => {
    const [one, other] = [pick(), pick()];
    return { label: one.label, text: `${one.text} ${other.text.split(' ').slice(0, 2).join(' ')}` };
  });
}

function strayAsNone(label: string): string {
  return label.startsWith(OUT_OF_SCOPE) || !/^[a-z]/.test(label) ? 'None' : label;
}

void main();
