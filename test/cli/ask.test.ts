import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { JsonLine } from '../../src/cli/terminal/json-line';
import { readLines } from '../../src/cli/terminal/read-lines';
import { PATIENCE } from '../helpers/rooms';

const ROOT = join(__dirname, '../..');
const ASK = join(ROOT, 'dist/cli/ask.js');

/** Runs `ask` to its end, from a folder that is not the project's. */
function ask(words: readonly string[], input = '', variables: Record<string, string> = {}) {
  const environment = { PATH: process.env['PATH'], ...variables };
  const run = spawnSync(process.execPath, [ASK, ...words], {
    input,
    cwd: tmpdir(),
    env: environment,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const jsonLines = (text: string): JsonLine[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonLine);

describe('ask --json', () => {
  it(
    'gives one object for each line, in order, each line standing alone',
    () => {
      const questions = [
        'كم سعر الجلسة؟',
        '',
        'السلام عليكم',
        'مساعدة',
        'ابي اكلم موظف',
        'هل تناسبني البلازما؟',
        'موافق',
        'ما اشوف بعيني من بعد الابره',
        'مين فاز بالمباراة امبارح',
        'كم سعر الجلسة؟ وهل الحقن مؤلم؟',
        'x'.repeat(10_000),
      ];
      const { code, out, err } = ask(['--json'], `\uFEFF${questions.join('\r\n')}`);
      const lines = jsonLines(out);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(lines.map(({ question }) => question)).toEqual(questions);
      expect(lines.map(({ kind }) => kind)).toEqual([
        'answer',
        'unknown',
        'social',
        'command',
        'handoff',
        'eligibility',
        'social',
        'urgent',
        'unknown',
        'answer',
        'unknown',
      ]);
      expect(lines[0]?.topics).toEqual(['price']);
      expect(lines[9]?.topics).toHaveLength(2);
      expect(lines.map((line) => Object.keys(line).join())).toEqual(
        questions.map(() => 'question,kind,topics,score,answer,questions,facts'),
      );
      expect(lines.filter(({ answer }) => answer.trim() === '')).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'lists what was told whatever it leads to, and for each answer the question it answers',
    () => {
      const { out } = ask(
        ['--json'],
        'عندي سكر وضغط وغدة، ينفع أعمل بلازما؟\nعندي سكر\nكم سعر الجلسة؟\nانا حامل وعايزة اكلم الدكتورة نفسها\nكم سعر الجلسة؟ وهل الحقن مؤلم؟\n',
      );
      const lines = jsonLines(out);
      expect(lines.map(({ kind }) => kind)).toEqual(['eligibility', 'answer', 'answer', 'handoff', 'answer']);
      expect(lines.map(({ facts }) => facts.length)).toEqual([3, 1, 0, 1, 0]);
      for (const { kind, topics, questions } of lines)
        expect(questions.flatMap((asked) => asked.topics)).toEqual(kind === 'answer' ? topics : []);
    },
    PATIENCE,
  );

  it(
    'takes all lines as turns of one conversation with --conversation',
    () => {
      const { out } = ask(
        ['--json', '--conversation'],
        'كم جلسة احتاج للوجه؟\nوللشعر؟\nهل تناسبني البلازما؟\nموافق\nلا\n',
      );
      const lines = jsonLines(out);
      expect(lines.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'eligibility', 'eligibility', 'eligibility']);
      expect(lines[1]?.topics).toEqual(['number-of-sessions']);
      expect(lines[4]?.answer).toContain('السؤال 1');
    },
    PATIENCE,
  );

  it(
    'answers each line as it comes, and ends quietly when its reader goes away',
    async () => {
      const child = spawn(process.execPath, [ASK, '--json'], { cwd: tmpdir(), stdio: ['pipe', 'pipe', 'pipe'] });
      const ended = once(child, 'close');
      let complaints = '';
      child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
      child.stdin.on('error', () => undefined);
      const answers = readLines(child.stdout);
      const next = async (): Promise<JsonLine> => JSON.parse((await answers.next()).value as string) as JsonLine;
      child.stdin.write('شكرا\n');
      expect(await next()).toMatchObject({ question: 'شكرا', kind: 'social' });
      child.stdin.write('مساعدة\n');
      expect(await next()).toMatchObject({ question: 'مساعدة', kind: 'command' });
      child.stdout.destroy();
      child.stdin.end('كم سعر الجلسة؟\n'.repeat(200));
      expect(await ended).toEqual([0, null]);
      expect(complaints).toBe('');
    },
    PATIENCE,
  );
});

describe('ask', () => {
  it(
    'answers one question with its source and its numbered buttons',
    () => {
      const { code, out, err } = ask(['كم', 'جلسة أحتاج؟']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/المصدر: [\s\S]*1\) للوجه/);
    },
    PATIENCE,
  );

  it(
    'chats until the input ends, beginning with the welcome',
    () => {
      const { code, out } = ask([], 'شكرا\n');
      expect(code).toBe(0);
      expect(out).toMatch(/أهلًا وسهلًا[\s\S]*1\)[\s\S]*العفو/);
    },
    PATIENCE,
  );

  it('tells its use with --help', () => {
    expect(ask(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('--conversation') });
  });

  it('names a flag it does not know, and ends with 2', () => {
    expect(ask(['--jsno'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--jsno') });
  });

  it.each([
    ['a chat', []],
    ['one question', ['كم السعر']],
    ['--json', ['--json']],
  ])('lists what is wrong with the content and ends with 1: %s', (_name, words) => {
    const { code, out, err } = ask(words, '', { KNOWLEDGE_DIR: join(tmpdir(), 'no such knowledge') });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('no such knowledge');
  });
});
