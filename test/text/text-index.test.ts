import { createTextIndex, numberTexts } from '../../src/learning/text-index';

const texts = new Map(Array.from({ length: 20_000 }, (_, at) => [`كلمة ${at}`, at] as const));

describe('texts kept by their hashes', () => {
  const numberOf = createTextIndex(numberTexts(texts));

  it('are found again, each with its number', () => {
    for (const [text, number] of texts) expect(numberOf(text)).toBe(number);
  });

  it.each([
    ['empty', ''],
    ['one letter longer', 'كلمة 20000'],
    ['the beginning of one', 'كلمة'],
  ])('any other is not: %s', (_name, text) => {
    expect(numberOf(text)).toBeUndefined();
  });

  it('can be none', () => {
    expect(createTextIndex(numberTexts(new Map()))('كلمة')).toBeUndefined();
  });
});
