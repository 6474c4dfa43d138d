/**
 * `npm run --silent bench:intents -- --train FILE.csv --test FILE.csv… [--shots N] [--seed S]`
 *
 * Builds the engine of the product from any labelled file (columns `label,text`) and prints one JSON line a test file:
 * accuracy of the best label, time to build, median time a question. `--shots` takes N phrasings a label at random.
 */
import { parseArgs } from 'node:util';
import { createRandom } from '../src/learning/random';
import { keptContent } from '../src/program/content/kept-content';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { createIntentClassifier, type Example } from '../src/matching/intent-classifier';
import { createLexicon } from '../src/matching/lexicon';
import { settingsFor } from '../src/matching/settings';
import { LabelledFileError, loadLabelledCsv } from './lib/labelled-csv';
import { median } from './lib/quantile';
import { sample } from './lib/random';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    train: { type: 'string' },
    test: { type: 'string', multiple: true },
    shots: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const tests = [...(values.test ?? []), ...positionals];
if (values.train === undefined || tests.length === 0) {
  console.error('usage: bench:intents -- --train FILE.csv --test FILE.csv… [--shots N] [--seed S]');
  process.exit(2);
}

const { vocabulary, dialects } = loadKnowledge('knowledge', keptContent());
const lexicon = createLexicon({
  concepts: [vocabulary.concepts, dialects.concepts],
  arabizi: vocabulary.arabizi,
  protected: vocabulary.protected,
});
const examples = takeShots(load(values.train), values.shots, Number(values.seed));

const started = performance.now();
const classifier = createIntentClassifier(examples, { lexicon, settings: settingsFor(examples.length) });
const buildMs = performance.now() - started;

for (const file of tests) {
  const questions = load(file);
  const times: number[] = [];
  let right = 0;
  for (const { label, text } of questions) {
    const asked = performance.now();
    if (classifier.rank(text).ranked[0]?.label === label) right += 1;
    times.push(performance.now() - asked);
  }
  const line = {
    file,
    n: questions.length,
    accuracy: Number((right / Math.max(1, questions.length)).toFixed(4)),
    buildMs: Math.round(buildMs),
    msPerQuery: Number(median(times).toFixed(3)),
  };
  console.log(JSON.stringify(line));
}

/** A file that cannot be used ends the run with one line that says where and why. */
function load(file: string): Example[] {
  try {
    return loadLabelledCsv(file);
  } catch (error) {
    if (!(error instanceof LabelledFileError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function takeShots(all: readonly Example[], shots: string | undefined, seed: number): Example[] {
  if (shots === undefined) return [...all];
  const random = createRandom(seed);
  const labels = [...new Set(all.map(({ label }) => label))];
  return labels.flatMap((label) =>
    sample(
      all.filter((example) => example.label === label),
      Number(shots),
      random,
    ),
  );
}
