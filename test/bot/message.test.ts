import { LONGEST_MESSAGE, readUnreadable } from '../../src/bot/understand/message';
import type { Message } from '../../src/bot/understand/message';

const sent = (text: string, extras: Message['extras'] = 'none'): Message => ({ text, extras });

describe('readUnreadable', () => {
  it.each([
    ['words', sent('كم السعر'), undefined],
    ['a number', sent('٢'), undefined],
    ['the longest message', sent('س'.repeat(LONGEST_MESSAGE)), undefined],
    ['one letter more', sent('س'.repeat(LONGEST_MESSAGE + 1)), 'too-long'],
    ['10,000 characters', sent('كم السعر '.repeat(1112)), 'too-long'],
    ['nothing', sent(''), 'empty'],
    ['blanks', sent(' \u200F\u00A0 '), 'empty'],
    ['question marks', sent('؟؟؟'), 'empty'],
    ['emoji', sent('😂😂'), 'emoji'],
    ['a flag', sent('🇸🇦'), 'emoji'],
    ['a heart with a mark', sent('❤️'), 'emoji'],
    ['a picture', sent('', 'attachment'), 'attachment'],
    ['a picture with words', sent('ما هذا', 'attachment'), undefined],
    ['a sticker', sent('', 'sticker'), 'sticker'],
  ])('reads %s', (_name, message, expected) => {
    expect(readUnreadable(message)).toBe(expected);
  });
});
