import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRooms } from '../helpers/rooms';

const { knowledge, readUrgent } = loadRooms();
const { urgent, urgentMessages } = knowledge;

/** label (urgent, soon, normal), dialect, text: none of them among the examples the reader learns from. */
const rows = readFileSync(join(__dirname, 'messages.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([label = '', dialect = '', text = '']) => ({ label, dialect, text }));

const isRaised = (text: string): boolean => readUrgent(text) !== undefined;
const missed = (texts: readonly string[]): string[] => texts.filter((text) => !isRaised(text));

describe('urgent signs: messages in all dialects', () => {
  it.each(['egyptian', 'gulf', 'levantine', 'iraqi', 'maghrebi', 'msa', 'arabizi', 'keywords', 'typos'])(
    'misses no urgent message: %s',
    (dialect) => {
      const urgent = rows.filter((row) => row.dialect === dialect && row.label !== 'normal');
      expect(urgent.length).toBeGreaterThan(2);
      expect(missed(urgent.map(({ text }) => text))).toEqual([]);
    },
  );

  it('raises at most 4 of 100 calm messages', () => {
    const calm = rows.filter(({ label }) => label === 'normal').map(({ text }) => text);
    const raised = calm.filter(isRaised);
    expect({ raised, tooMany: raised.length > 0.04 * calm.length }).toMatchObject({ tooMany: false });
  });

  it('tests with messages that are no examples', () => {
    const examples = new Set([...urgentMessages.urgent.flatMap(({ messages }) => messages), ...urgentMessages.calm]);
    expect(rows.filter(({ text }) => examples.has(text))).toEqual([]);
  });
});

describe('urgent signs: the examples in the rules', () => {
  it.each(urgentMessages.urgent.map((group) => [group.sign, group.messages] as const))(
    'hears every example: %s',
    (_sign, messages) => {
      expect(missed(messages)).toEqual([]);
    },
  );

  it('raises at most 4 of 100 calm examples', () => {
    const raised = urgentMessages.calm.filter(isRaised);
    expect({ raised, tooMany: raised.length > 0.04 * urgentMessages.calm.length }).toMatchObject({ tooMany: false });
  });

  it('knows a sign for each kind of message', () => {
    expect(urgent.signs.map(({ id }) => id)).toContain('self-harm');
    expect(urgentMessages.urgent.map(({ sign }) => sign)).toContain('self-harm');
  });
});

describe('urgent signs: what kind', () => {
  it.each([
    ['loss of vision', 'من ساعة وانا ما اشوف بعيني اليمين', 'emergency', 'vision'],
    ['a crooked mouth', 'فم ابوي مايل ولسانه ثقيل', 'emergency', 'stroke'],
    ['no breath', 'مش قادرة اتنفس', 'emergency', 'breathing'],
    ['a wish to die', 'مش عايزة اعيش', 'emergency', 'self-harm'],
    ['a wish to die, unsaid', 'ما عاد لي خاطر بهالحياة', 'emergency', 'self-harm'],
    ['fever', 'عندي حرارة من امس بعد الجلسة', 'same-day', 'fever'],
    ['pus', 'يطلع صديد من مكان الابرة', 'same-day', 'infection'],
    ['bleeding that does not stop', 'الدم ما يوقف من مكان الابرة', 'emergency', 'bleeding'],
    ['bleeding on a thinner', 'اخذ مميع ومن ساعة وانا انزف', 'emergency', 'bleeding'],
    ['blackened skin', 'الجلد اسود مكان الابرة', 'emergency', 'skin-colour'],
    ['fever with pus', 'عندي حرارة ويطلع صديد من مكان الابرة', 'emergency', 'severe-infection'],
    ['a drooping lid', 'جفني نازل وما ينرفع', 'emergency', 'vision'],
    ['double vision that went away', 'كنت اشوف اثنين من الصبح ورجع نظري', 'emergency', 'vision'],
    ['chest pain', 'صدري يعورني', 'emergency', 'chest'],
    ['the arm of the blood draw', 'ذراعي من سحب الدم متورم وخدران', 'same-day', 'arm'],
  ])('%s', (_name, text, kind, sign) => {
    expect(readUrgent(text)).toEqual({ kind, sign });
  });
});

describe('harm that is no symptom', () => {
  it.each([
    ['a husband who hits', 'جوزي ضربني وفي كدمة تحت عيني', 'harm', 'violence'],
    ['a father who hits', 'ابوي يضربني كل ليلة', 'harm', 'violence'],
    ['a family that forces', 'اهلي غاصبيني اعمل الابر', 'harm', 'violence'],
    ['a child that is hit', 'زوجي بيضرب بنتي', 'harm', 'child-danger'],
    ['throwing up to be thin', 'بستفرغ بعد كل اكل عشان اخس', 'support', 'eating'],
    ['hating her looks', 'اكره شكلي وما اطلع من البيت', 'support', 'looks'],
    ['jumping', 'بفكر انط من البلكونة', 'emergency', 'self-harm'],
    ['cutting', 'بجرح ايدي بالموس كل يوم', 'emergency', 'self-harm'],
    ['words run together', 'ابياموت', 'emergency', 'self-harm'],
  ])('%s', (_name, text, kind, sign) => {
    expect(readUrgent(text)).toEqual({ kind, sign });
  });

  it.each([
    ['a needle is no blow', 'زوجي ضرب ابرة بلازما وطلع زين'],
    ['no liking for a face', 'وشي مش عاجبني وابي نضارة'],
    ['the look of hair', 'كرهت شكل شعري ونفسي يرجع زي الاول'],
    ['a wife who does not answer the telephone', 'زوجتي ما ترد على الجوال ابي احجز لها'],
  ])('%s', (_name, text) => {
    expect(readUrgent(text)).toBeUndefined();
  });

  it('has a text for each', () => {
    const told = knowledge.urgent.tiers.rows.filter(({ kind }) => kind === 'harm' || kind === 'support');
    expect(Object.keys(knowledge.messages.urgent.harm).sort()).toEqual(told.flatMap((row) => row.signs).sort());
  });
});

describe('urgent signs: a question, a denial, a memory, a figure of speech', () => {
  it.each([
    ['asks about a risk', 'هل ممكن تسبب عمى؟'],
    ['asks what if', 'لو صار لي ضيق نفس وش اسوي'],
    ['asks when to call', 'متى اطلب الاسعاف'],
    ['denies', 'ما عندي حرارة ولا ضيق نفس'],
    ['remembers', 'كان عندي حرارة وراحت'],
    ['has heard', 'سمعت انها تسبب جلطة'],
    ['is mild', 'احمرار خفيف من امس'],
    ['laughs', 'بموت من الضحك'],
    ['has seen no result', 'ما اشوف اي نتيجة من امس'],
    ['has an old illness', 'عندي ربو ينفع اسوي بلازما'],
  ])('%s', (_name, text) => {
    expect(readUrgent(text)).toBeUndefined();
  });

  it.each([
    ['a calm clause, then an urgent one', 'ما عندي حرارة بس نفسي ضايق وما اقدر اتنفس'],
    ['a question, then an event', 'هل تسبب عمى؟ لاني ما اشوف بعيني'],
    ['gone, then worse', 'راح الصداع والحين فمي مايل'],
    ['a polite "if"', 'لو سمحتوا ردوا علي ما اقدر اتنفس'],
    ['a denial that is the symptom', 'ما عم شوف'],
    ['not gone', 'من امس عندي حرارة وما راحت'],
  ])('is raised all the same: %s', (_name, text) => {
    expect(readUrgent(text)).toBeDefined();
  });
});
