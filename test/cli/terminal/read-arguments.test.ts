import { readArguments } from '../../../src/cli/terminal/read-arguments';

describe('readArguments', () => {
  it.each([
    ['nothing: a chat', [], { kind: 'chat' }],
    ['a question', ['كم السعر؟'], { kind: 'once', question: 'كم السعر؟' }],
    ['a question in several words', ['كم', 'السعر'], { kind: 'once', question: 'كم السعر' }],
    ['an empty question', [''], { kind: 'once', question: '' }],
    ['--json', ['--json'], { kind: 'json', conversation: false }],
    ['--json --conversation', ['--conversation', '--json'], { kind: 'json', conversation: true }],
    ['--help before all', ['--help', '--json'], { kind: 'help' }],
    ['-h', ['-h'], { kind: 'help' }],
  ])('reads %s', (_name, words, expected) => {
    expect(readArguments(words)).toEqual(expected);
  });

  it.each([
    ['an unknown flag', ['--jsno'], '--jsno'],
    ['a question with --json', ['--json', 'كم السعر'], 'standard input'],
    ['--conversation alone', ['--conversation'], '--json'],
    ['a value for --json', ['--json=yes'], '--json'],
  ])('names what is wrong with %s', (_name, words, named) => {
    const read = readArguments(words);
    expect(read.kind).toBe('wrong');
    expect(read).toHaveProperty('problem', expect.stringContaining(named));
  });
});
