import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckState } from '../../src/eligibility/check-state';
import { createCheckFlow } from '../../src/eligibility/flow';
import { createAnswerReader } from '../../src/eligibility/read-answer';
import type { Heard } from '../../src/eligibility/reading';
import { loadCheckContent } from './check-content';

const { rules, messages, vocabulary } = loadCheckContent();
const flow = createCheckFlow({
  rules,
  messages,
  readAnswer: createAnswerReader({ rules, vocabulary }),
  idleMinutes: 30,
});
const NOW = Date.UTC(2026, 5, 1);

const ROWS = readFileSync(join(__dirname, 'typed-answers.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [name: string, step: string, text: string, reading: string]);

/** A check that stands at a step, with every follow-up asked. */
function standingAt(step: string): CheckState {
  const given = rules.questions.flatMap(({ id, followUp }) =>
    followUp !== undefined && id !== step ? [{ item: id, answer: followUp.when }] : [],
  );
  return { run: 'r', step, given, unclear: 0, doubted: false, at: NOW };
}

function shown(reading: Heard): string {
  if (reading.kind === 'answer') {
    return reading.followUp === undefined ? reading.answer : `${reading.answer}+${reading.followUp}`;
  }
  if (reading.kind === 'correct') return `correct:${reading.item ?? 'last'}=${reading.answer}`;
  return reading.kind === 'change' && reading.item !== undefined ? `change:${reading.item}` : reading.kind;
}

describe('typed answers', () => {
  test.each(ROWS)('%s', (_name, step, text, expected) => {
    expect(shown(flow.read(standingAt(step), text, NOW))).toBe(expected);
  });

  test('every row has a name of its own', () => {
    const names = ROWS.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
