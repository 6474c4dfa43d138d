import { markRightToLeft } from '../../src/bot/reply/right-to-left';

const MARK = '\u200F';

describe('markRightToLeft', () => {
  it.each([
    ['an Arabic line', 'حقن البلازما', 'حقن البلازما'],
    ['a bulleted Arabic line', '• حقن البلازما', '• حقن البلازما'],
    ['a line that begins with PRP', 'PRP علاج', `${MARK}PRP علاج`],
    ['a bulleted line that begins with PRP', '• PRP علاج', `${MARK}• PRP علاج`],
    ['a numbered line', '1. كم جلسة أحتاج؟', `${MARK}1. كم جلسة أحتاج؟`],
    ['a line that is marked already', `${MARK}PRP علاج`, `${MARK}PRP علاج`],
    ['a telephone number', '+966 50 000 0000', '+966 50 000 0000'],
    ['an English sentence', 'I only speak Arabic.', 'I only speak Arabic.'],
    ['each line by itself', 'PRP علاج\nhttps://example.com\nحقن', `${MARK}PRP علاج\nhttps://example.com\nحقن`],
    ['nothing', '', ''],
  ])('marks %s as it needs', (_name, text, expected) => {
    expect(markRightToLeft(text)).toBe(expected);
  });
});
