import { scoreInto } from '../../src/learning/linear-model';
import { extractFeatures, toVector } from '../../src/matching/features';
import { createIntentClassifier } from '../../src/matching/intent-classifier';
import { createLexicon } from '../../src/matching/lexicon';
import { MATCHER_SETTINGS } from '../../src/matching/settings';

const { features } = MATCHER_SETTINGS;
const lexicon = createLexicon({ concepts: [{ want: ['بدي', 'عايز'] }], arabizi: { snan: 'سنان' }, protected: [] });
const classifier = createIntentClassifier(
  [
    { label: 'whitening', text: 'بدي بيض سناني' },
    { label: 'whitening', text: 'كم جلسة لتبييض الأسنان' },
    { label: 'braces', text: 'تقويم الاسنان كم ياخذ' },
    { label: 'braces', text: 'عايز اعمل تقويم شفاف' },
    { label: 'price', text: 'كم سعر التقويم والتبييض' },
  ],
  { lexicon, settings: MATCHER_SETTINGS },
);
const { space, model } = classifier.trained;
const many = Array.from({ length: 99 }, (_, at) => `كلمة${'ابتثجحخدذر'[at % 10]}${'سشصضطظعغفق'[Math.floor(at / 10)]}`);

const messages: readonly (readonly [name: string, text: string])[] = [
  ['of new words', 'وين عيادتكم بالضبط'],
  ['with a word said twice', 'تقويم تقويم الاسنان الاسنان سنان كم كم كم'],
  ['with a slip', 'بدي تبيييض الاسنام'],
  ['in Latin letters', 'bedi abyad snan'],
  ['of a hundred words', `${many.join(' ')} تقويم`],
  ['of no words', '؟'],
];

describe('what the words of a message say together', () => {
  it.each(messages)('is what the classifier learnt to weigh: a message %s', (_name, text) => {
    const { ranked, energy, knownShare, reading } = classifier.rank(text);
    const vector = toVector(extractFeatures(reading, features), space, features);
    const expected = new Float64Array(classifier.read.labels.length);
    expect(energy).toBeCloseTo(scoreInto(expected, model, vector), 5);
    expect(knownShare).toBe(vector.knownShare);
    for (const { label, belief } of ranked)
      expect(belief).toBeCloseTo(expected[classifier.read.labels.indexOf(label)] ?? NaN, 5);
  });

  it('is the same whether its words are new or remembered', () => {
    const texts = messages.map(([, text]) => text);
    const first = texts.map((text) => classifier.rank(text).ranked);
    expect(texts.map((text) => classifier.rank(text).ranked)).toEqual(first);
  });
});
