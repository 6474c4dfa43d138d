import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readMatcher, writeMatcher } from '../../src/matching/matcher-bytes';
import { createMatcher } from '../../src/matching/create-matcher';
import type { MatcherContent } from '../../src/matching/matcher-content';
import { keyOf } from '../../src/learning/kept-model';
import { createKeptLearning } from '../../src/storage/learnt/kept-learning';
import { loadMatcher } from '../../src/storage/learnt/load-matcher';

/** Another clinic's service: nothing in the matcher is wired to PRP. */
const content: MatcherContent = {
  topics: [
    {
      id: 'whitening',
      category: 'teeth',
      question: 'كم جلسة لتبييض الأسنان؟',
      button: 'التبييض',
      phrasings: ['تبييض الاسنان', 'بدي بيض سناني', 'عايز ابيض سناني'],
    },
    {
      id: 'braces',
      category: 'teeth',
      question: 'ما مدة تقويم الأسنان؟',
      button: 'التقويم',
      phrasings: ['تقويم الاسنان كم ياخذ', 'التقويم الشفاف', 'اعمل تقويم'],
    },
  ],
  vocabulary: {
    concepts: { teeth: ['اسنان', 'سنان', 'سناني', 'ضروس'] },
    arabizi: { snan: 'سنان' },
    protected: [],
    areas: { face: ['وجه'], hair: ['شعر'] },
    askers: ['كم'],
  },
  dialects: { concepts: { want: ['بدي', 'عايز', 'ابغى'] } },
  openQuestions: { openQuestions: [] },
  outOfScope: { groups: { general: { examples: ['كم سعر الدولار', 'كيف الطقس اليوم', 'اطبخ رز'] } } },
};

describe('a kept model', () => {
  const matcher = createMatcher(content);
  const key = keyOf(content);

  it('is what was trained', () => {
    const kept = readMatcher(key, writeMatcher(key, matcher.trained));
    expect(kept?.model).toEqual(matcher.trained.model);
    expect(kept?.neighbours).toEqual(matcher.trained.neighbours);
    expect(kept?.space.rarity).toEqual(matcher.trained.space.rarity);
    const again = kept && createMatcher(content, { kept });
    expect(again?.match('ابغى تبييض سناني')).toEqual(matcher.match('ابغى تبييض سناني'));
  });

  it.each([
    ['of other content', keyOf({ ...content, topics: [] }), (bytes: Buffer) => bytes],
    ['cut short', key, (bytes: Buffer) => bytes.subarray(0, bytes.length - 4)],
    ['empty', key, () => Buffer.alloc(0)],
  ])('%s is not used', (_name, otherKey, damage) => {
    expect(readMatcher(otherKey, damage(writeMatcher(key, matcher.trained)))).toBeUndefined();
  });

  it('is written once and trained anew when damaged', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'matcher-')), 'deep', 'matcher.bin');
    loadMatcher(content, createKeptLearning(dirname(file)));
    const written = readFileSync(file);
    writeFileSync(file, 'damaged');
    expect(loadMatcher(content, createKeptLearning(dirname(file))).match('التقويم الشفاف')).toEqual(
      matcher.match('التقويم الشفاف'),
    );
    expect(readFileSync(file).equals(written)).toBe(true);
  });

  it('serves when the place to keep it cannot be written', () => {
    expect(loadMatcher(content, createKeptLearning(__filename)).match('التقويم الشفاف').kind).toBeDefined();
  });

  it('knows another service, and refuses talk of others', () => {
    expect(matcher.match('snan بدي ابيضها تبييض')).toMatchObject({ topics: [{ topic: 'whitening' }] });
    expect(matcher.match('كم سعر الدولار').kind).toBe('unknown');
  });
});
