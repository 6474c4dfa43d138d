import { createAskedDayReader } from '../../../src/knowledge/opening/read-asked-day';
import { saySpecialHours } from '../../../src/knowledge/opening/say-holidays';
import { sayOpening } from '../../../src/knowledge/opening/say-opening';
import type { OpeningHours } from '../../../src/knowledge/schema/opening-hours';
import { loadShipped } from '../../helpers/load-shipped';

const { messages, vocabulary } = loadShipped();
const readDay = createAskedDayReader(vocabulary);

const DAY = ['10:00-14:00', '17:00-20:30'];
const WEEK: OpeningHours['week'] = {
  saturday: DAY,
  sunday: DAY,
  monday: DAY,
  tuesday: DAY,
  wednesday: DAY,
  thursday: ['10:00-14:00'],
  friday: [],
};
const NIGHT = ['21:00-01:00'];
const HOURS: OpeningHours = {
  timeZone: 'Asia/Riyadh',
  week: WEEK,
  ramadan: {
    from: '2027-02-08',
    to: '2027-03-09',
    week: { ...WEEK, saturday: NIGHT, sunday: NIGHT, monday: NIGHT, tuesday: NIGHT, wednesday: NIGHT, thursday: [] },
  },
  holidays: [
    { name: 'عيد الفطر', from: '2027-03-10', to: '2027-03-12' },
    { name: 'اليوم الوطني', from: '2026-09-23', open: ['18:00-22:00'] },
  ],
};

/** Riyadh is three hours ahead of UTC all year. */
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+03:00`);
const ask = (question: string, now: number, hours = HOURS): string =>
  sayOpening(
    readDay(
      question,
      hours.holidays?.map(({ name }) => name),
    ),
    hours,
    now,
    messages,
  );

/** 2026-12-04 is a Friday. */
const FRIDAY = at('2026-12-04', '11:00');
const MONDAY_NOON = at('2026-11-30', '12:00');

describe('opening hours', () => {
  it.each<[name: string, question: string, now: number, says: string]>([
    [
      'open now',
      'فاتحين الحين؟',
      MONDAY_NOON,
      'اليوم الإثنين الدوام من 10 صباحًا إلى 2 مساءً ثم من 5 مساءً إلى 8:30 مساءً، والعيادة مفتوحة الآن حتى 2 مساءً.',
    ],
    [
      'between two shifts',
      'دلوقتي فاتحين',
      at('2026-11-30', '15:00'),
      'اليوم الإثنين الدوام من 10 صباحًا إلى 2 مساءً ثم من 5 مساءً إلى 8:30 مساءً، وتفتح العيادة 5 مساءً.',
    ],
    [
      'after the last shift',
      'كل يوم لمتى',
      at('2026-11-30', '21:00'),
      'اليوم الإثنين كان الدوام من 10 صباحًا إلى 2 مساءً ثم من 5 مساءً إلى 8:30 مساءً وانتهى، وتفتح العيادة غدًا الثلاثاء الساعة 10 صباحًا.',
    ],
    ['on the day off', 'اليوم الجمعة فاتحين؟', FRIDAY, 'اليوم الجمعة العيادة مغلقة، وتفتح غدًا السبت الساعة 10 صباحًا.'],
    [
      'a day off that is still to come',
      'الجمعه دوام؟',
      MONDAY_NOON,
      'الجمعة 4 ديسمبر 2026 العيادة مغلقة، وتفتح السبت 5 ديسمبر 2026 الساعة 10 صباحًا.',
    ],
    ['tomorrow', 'بكرا بتفتحو؟', at('2026-12-02', '23:50'), 'غدًا الخميس الدوام من 10 صباحًا إلى 2 مساءً.'],
    [
      'the day after tomorrow',
      'بعد بكره شغالين',
      at('2026-12-01', '09:00'),
      'بعد غد الخميس الدوام من 10 صباحًا إلى 2 مساءً.',
    ],
    [
      'a day of the week before "today"',
      'اليوم ولا الخميس افضل؟',
      MONDAY_NOON,
      'الخميس 3 ديسمبر 2026 الدوام من 10 صباحًا إلى 2 مساءً.',
    ],
    [
      'a holiday',
      'فاتحين اليوم',
      at('2027-03-11', '12:00'),
      'اليوم الخميس (عيد الفطر) العيادة مغلقة، وتفتح بعد غد السبت الساعة 10 صباحًا.',
    ],
    [
      'a holiday with hours of its own',
      'اليوم الوطني بتفتحوا اليوم؟',
      at('2026-09-23', '12:00'),
      '• اليوم الوطني (23 سبتمبر 2026): من 6 مساءً إلى 10 مساءً',
    ],
    [
      'after midnight in a shift that began the evening before',
      'فاتحين؟',
      at('2027-02-16', '00:30'),
      'اليوم الثلاثاء (رمضان) الدوام من 9 مساءً إلى 1 صباحًا، والعيادة مفتوحة الآن حتى 1 صباحًا.',
    ],
    [
      'the first minute after closing',
      'مفتوح؟',
      at('2026-12-03', '14:00'),
      'اليوم الخميس كان الدوام من 10 صباحًا إلى 2 مساءً وانتهى، وتفتح العيادة بعد غد السبت الساعة 10 صباحًا.',
    ],
  ])('%s', (_name, question, now, says) => {
    expect(ask(question, now)).toBe(says);
  });

  it('tells Ramadan when asked, with its days', () => {
    expect(ask('متى دوامكم برمضان', MONDAY_NOON)).toBe(
      [
        'دوام رمضان (8 فبراير 2027 – 9 مارس 2027):',
        '• من السبت إلى الأربعاء: من 9 مساءً إلى 1 صباحًا',
        '• من الخميس إلى الجمعة: مغلق',
      ].join('\n'),
    );
  });

  it.each([
    ['Ramadan', 'رمضان تفتحون؟', /لم تُدخل العيادة دوام رمضان/],
    ['holidays', 'بالعيد تداومون؟', /لم تُدخل العيادة إجازة العيد/],
    ['days off', 'عندكم إجازات؟', /لم تُدخل العيادة أيام العطل/],
  ])('says that nothing was entered on %s', (_name, question, says) => {
    const { timeZone, week } = HOURS;
    expect(ask(question, MONDAY_NOON, { timeZone, week })).toMatch(says);
  });

  it('forgets what is over', () => {
    expect(saySpecialHours(HOURS, at('2027-03-13', '08:00'), messages)).toBeUndefined();
  });

  it('goes by the clock of the clinic, not of the server', () => {
    const riyadh = { ...HOURS, timeZone: 'Asia/Riyadh' };
    expect(ask('فاتحين', Date.parse('2026-12-03T21:30:00Z'), riyadh)).toMatch(/^اليوم الجمعة/);
    expect(ask('فاتحين', Date.parse('2026-12-03T20:30:00Z'), riyadh)).toMatch(/^اليوم الخميس/);
  });

  it('promises no opening where none is in sight', () => {
    const never = { ...WEEK, saturday: [], sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [] };
    expect(ask('فاتحين', FRIDAY, { timeZone: 'Asia/Riyadh', week: never })).toBe(
      'اليوم الجمعة العيادة مغلقة، فاسأل الاستقبال متى تفتح.',
    );
  });
});

describe('the day a question is about', () => {
  it.each([
    ['الجمعه فاتحين', 'friday'],
    ['بالجمعة دوامكم', 'friday'],
    ['وقتاش تحلو نهار السبت؟', 'saturday'],
    ['el gom3a fat7in?', 'friday'],
    ['وللخميس؟', 'thursday'],
    ['vous êtes ouverts dimanche ?', 'sunday'],
  ])('%s', (question, weekday) => {
    expect(readDay(question)).toMatchObject({ kind: 'weekday', weekday });
  });

  it.each([
    ['باجر تفتحون؟', 'tomorrow'],
    ['demain ?', 'tomorrow'],
    ['عقب بكره دوام', 'dayAfter'],
    ['شوكت تفتحون', 'today'],
    ['احد يرد علي؟', 'today'],
    ['', 'today'],
  ])('%s: %s', (question, kind) => {
    expect(readDay(question)).toEqual({ kind });
  });
});
