import fc from 'fast-check';
import { urgentSchema } from '../../src/knowledge/schema/urgent';
import { createUrgentReader } from '../../src/safety/create-urgent-reader';

/** Rules of a dentist, small enough to see what each part does: nothing in the reader belongs to one clinic. */
const DENTIST = {
  attached: {
    before: [['و'], ['ب', 'ل'], ['ال']],
    after: [
      ['ه', 'ات'],
      ['ي', 'ك', 'ها'],
    ],
    verbBefore: [['و'], ['ب', 'ه'], ['ا', 'ي', 'ت', 'ن']],
    verbAfter: [['و', 'ت'], ['ني'], ['ش']],
  },
  gluedDenial: { word: 'ما', before: ['ما', 'م'], after: ['ش'] },
  fillers: ['مره'],
  boundaries: ['بس'],
  lookalikes: ['مضروس'],
  concepts: {
    not: ['ما', 'مش'],
    can: ['قادر', '~قدر'],
    cannot: ['<not> <can>'],
    chew: ['~مضغ'],
    tooth: ['ضرس', 'سن'],
    broken: ['~نكسر', 'مكسور'],
    now: ['الحين', 'من امس'],
    perhaps: ['هل', 'ممكن'],
    when: ['لو'],
    please: ['لو سمحت'],
    over: ['وراح'],
    little: ['شويه'],
    denture: ['تركيبه'],
    normal: ['<perhaps> عادي', 'لو لا'],
  },
  frames: ['normal'],
  harmless: ['انكسر قلبي', '<broken> خاطري'],
  overrules: { please: ['when'] },
  calming: {
    denial: { cues: ['not'], side: 'before', bridge: ['tooth'] },
    question: { cues: ['perhaps', 'when'], side: 'before', within: 6, liftedBy: ['now'] },
    memory: { cues: ['over'], side: 'after', within: 5, acrossClauses: true },
  },
  calmedBy: { stated: ['denial', 'question', 'memory'], firm: [] },
  tiers: {
    told: 'teeth',
    rows: [
      { kind: 'emergency', signs: ['jaw'], say: ['فك لا يتحرك'] },
      { kind: 'same-day', signs: ['tooth', 'unclear'], say: [] },
    ],
  },
  signs: [
    { id: 'jaw', when: [{ all: ['cannot', 'chew'], within: 4 }] },
    { id: 'tooth', when: [{ all: ['tooth', 'broken'], within: 4, unless: ['denture', 'little'] }] },
  ],
  foreign: { signs: [{ sign: 'jaw', says: ["can't chew"] }], asking: ['if'], denying: ['no'], past: ['years'] },
  aftermath: { helped: ['عند الطبيب'], notHelped: ['مش'], refusing: ['لا'] },
};
const urgentMessages = {
  urgent: [
    {
      sign: 'unclear',
      messages: ['فمي ينزف كثير وما يوقف الدم', 'خدي منتفخ كثير وما يوقف الوجع'],
    },
  ],
  calm: [
    'كم سعر التنظيف عندكم',
    'متى الدوام عندكم اليوم',
    'وين العياده وكم السعر',
    'ما عندي موعد اليوم',
    'ما احد يرد عليكم',
    'ما ابي اتاخر عن الدوام',
  ],
};

const content = { urgent: urgentSchema.parse(DENTIST), urgentMessages };
const { readUrgent } = createUrgentReader(content);
const signOf = (text: string): string | undefined => readUrgent(text)?.sign;

describe('the reader of urgent messages', () => {
  it.each([
    ['the words as listed', 'ضرس مكسور', 'tooth'],
    ['in any order', 'انكسر الضرس', 'tooth'],
    ['with pronouns and particles', 'وضرسي انكسر', 'tooth'],
    ['other forms of the verb', 'ضرسي بينكسر', 'tooth'],
    ['other spellings of a letter', 'ضِرسـي انكَسَر', 'tooth'],
    ['letters held down', 'ضرسي انكسسسر', 'tooth'],
    ['letters doubled', 'ضررسي انكسسر', 'tooth'],
    ['letters swapped', 'ضرسي انكرس', 'tooth'],
    ['a letter that sounds alike', 'ظرسي انكسر', 'tooth'],
    ['a phrase', 'مش قادر امضغ', 'jaw'],
    ['a phrase with a filler', 'مش مره قادر امضغ', 'jaw'],
    ['a denial glued to its verb', 'مقدرش امضغ', 'jaw'],
    ['a denial glued to its verb, without an ending', 'ماقدر امضغ', 'jaw'],
    ['Latin letters', 'dersi nkasar', 'tooth'],
  ])('hears %s', (_name, text, sign) => {
    expect(signOf(text)).toBe(sign);
  });

  it.each([
    ['half of it', 'ضرسي'],
    ['words too far apart', 'ضرسي حلو وابيض ونظيف وقوي وجديد انكسر'],
    ['a denial', 'ما انكسر ضرسي'],
    ['a denial with a bridge', 'ما ضرسي انكسر'],
    ['a question', 'هل ممكن ينكسر ضرسي'],
    ['a condition', 'لو انكسر ضرسي'],
    ['a memory', 'انكسر ضرسي وراح'],
    ['a memory in the next clause', 'انكسر ضرسي، وراح'],
    ['an excuse', 'سن تركيبه مكسور'],
    ['a figure of speech', 'انكسر قلبي على ضرسي'],
    ['a figure of speech with a concept', 'ضرسي مكسور خاطري'],
    ['a lookalike', 'مضروس انكسر'],
  ])('is not misled by %s', (_name, text) => {
    expect(signOf(text)).toBeUndefined();
  });

  it.each([
    ['a question about what is going on', 'هل الحين انكسر ضرسي'],
    ['a question, and then the event', 'هل ينكسر؟ انكسر ضرسي'],
    ['a question, "but"', 'هل توجع بس انكسر ضرسي'],
    ['a polite condition', 'لو سمحت انكسر ضرسي'],
    ['an excuse of another clause', 'عندي تركيبه. انكسر ضرسي'],
    ['a question about it, before', 'هل عادي انكسر ضرسي'],
    ['a question about it, behind', 'انكسر ضرسي هل عادي لو لا'],
    ['a long story, then the event', `${'متى الدوام عندكم وكم السعر '.repeat(12)}. انكسر ضرسي`],
  ])('is raised all the same: %s', (_name, text) => {
    expect(signOf(text)).toBe('tooth');
  });

  it('names the gravest sign first', () => {
    expect(readUrgent('ضرسي انكسر ومش قادر امضغ')).toEqual({ kind: 'emergency', sign: 'jaw' });
  });

  it('hears what sounds like the examples, and not what sounds calm', () => {
    expect(readUrgent('لثتي ينزف منها كثير وما يوقف')).toEqual({ kind: 'same-day', sign: 'unclear' });
    expect(readUrgent('متى الدوام وكم السعر عندكم')).toBeUndefined();
  });

  it('takes calm sentences from outside', () => {
    const text = 'لثتي ينزف منها كثير وما يوقف';
    const { readUrgent: told } = createUrgentReader(content, {
      calm: { sentences: Array.from({ length: 40 }, () => text), stories: [], framing: [], leaning: [] },
    });
    expect(told(text)).toBeUndefined();
  });

  it('reads the same message the same way twice', () => {
    const texts = ['ضرسي انكسر', 'dersi nkasar', 'لثتي ينزف منها كثير وما يوقف', 'كم السعر'];
    const { readUrgent: another } = createUrgentReader(content);
    expect(texts.map(another)).toEqual(texts.map(readUrgent));
  });

  it('survives any text', () => {
    const word = fc.constantFrom('ضرسي', 'انكسر', 'ما', 'هل', 'لو', 'سمحت', 'مش', 'قادر', 'dersi', '38.5', '؟', '\n');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const urgent = readUrgent(text);
          expect(urgent === undefined || ['jaw', 'tooth', 'unclear'].includes(urgent.sign)).toBe(true);
        },
      ),
    );
  });
});

describe('the schema of the rules', () => {
  const faultsOf = (change: object): string[] =>
    urgentSchema.safeParse({ ...DENTIST, ...change }).error?.issues.map(({ message }) => message) ?? [];

  it.each([
    ['an unknown concept in a phrase', { harmless: ['<gum>'] }, 'no concept is called "gum"'],
    [
      'an unknown concept in a calming',
      { calming: { x: { cues: ['gum'], side: 'after' } } },
      'no concept is called "gum"',
    ],
    ['an unknown concept in a sign', { signs: [{ id: 'x', when: [{ all: ['gum'] }] }] }, 'no concept is called "gum"'],
    ['an unknown frame', { frames: ['gum'] }, 'no concept is called "gum"'],
    ['an unknown concept overruled', { overrules: { gum: [] } }, 'no concept is called "gum"'],
    ['an unknown calming', { calmedBy: { stated: ['sleep'] } }, 'no calming is called "sleep"'],
    [
      'an unknown manner',
      { signs: [{ id: 'x', when: [{ all: ['not'], manner: 'loud' }] }] },
      'calmedBy has no list called "loud"',
    ],
    ['a circle', { concepts: { ...DENTIST.concepts, not: ['<cannot>'] } }, 'refers to itself: not → cannot → not'],
    [
      'a sign without a tier',
      { tiers: { told: 'teeth', rows: [DENTIST.tiers.rows[0]] } },
      '"tooth" stands in the table nowhere',
    ],
    ['a sign given twice', { signs: [DENTIST.signs[0], DENTIST.signs[0]] }, 'two signs are called "jaw"'],
  ])('tells %s', (_name, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });
});
