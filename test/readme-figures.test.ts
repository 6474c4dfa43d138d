import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Shares, sharesSchema } from '../bench/lib/hear-shares';

const ROOT = join(__dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').replace(/\s+/g, ' ');

/** Written by `npm run eval -- --held-out --figures`. */
const shares: Shares = sharesSchema.parse(
  JSON.parse(readFileSync(join(ROOT, 'bench/results/figures-held-out.json'), 'utf8')) as unknown,
);

/** Shares as the README gives them, in percent with so many digits behind the point. */
function percent(heading: string, names: readonly string[], digits = 0): string {
  const shown = names.map((name) => {
    const [part, whole] = shares[`${heading} > ${name}`] ?? [];
    if (part === undefined || whole === undefined) throw new Error(`no figure "${heading} > ${name}"`);
    return ((100 * part) / whole).toFixed(digits);
  });
  return `${shown.join(' / ')} %`;
}

const MESSAGES = 'Messages of patients: held-out';
const SIGNS = 'Urgent: signs of held-out (urgent raised, calm raised)';
const QUESTIONS = 'Questions: held-out';

it.each([
  ['right first', `| ${percent(MESSAGES, ['right'])} |`],
  ['right or offered', `| ${percent(MESSAGES, ['right or offered'])} |`],
  ['wrong and sure', `| ${percent(MESSAGES, ['wrong and sure'])} |`],
  ['right by length', `| ${percent('By length in words: right', ['0+', '15+', '30+', '40+'])} |`],
  ['several questions', `| ${percent(MESSAGES, ['several questions: all answered'])} |`],
  ['later turns', `| ${percent('Later turns of conversations', ['right', 'wrong and sure'])} |`],
  ['within a story', `| ${percent('Questions in frames: right of those that are right alone', ['story'])} |`],
  ['raised without a sign', `| ${percent(MESSAGES, ['alarm without a sign'])} |`],
  ['signs heard', `| ${percent(SIGNS, ['signs, bare', 'signs, a question behind', 'signs, in a story'], 1)} |`],
  ['calm raised', `| ${percent(SIGNS, ['calm, bare', 'calm, a question behind', 'calm, in a story'], 1)} |`],
  ['short questions', `right first ${percent(QUESTIONS, ['right topic first'], 1)}`],
  ['sentences out of scope', `out of scope answered ${percent(QUESTIONS, ['out of scope: answered'], 1)}`],
])('the README tells what was measured: %s', (_name, told) => {
  expect(readme).toContain(told);
});
