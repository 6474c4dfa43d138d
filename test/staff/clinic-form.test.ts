import type { Clinic } from '../../src/knowledge/schema/clinic';
import { checkClinic } from '../../src/staff/clinic/check-clinic';
import { clinicFields } from '../../src/staff/clinic/form-fields';
import { mend } from '../../src/staff/clinic/mend';
import { mergeClinic } from '../../src/staff/clinic/merge-clinic';
import { readClinicForm } from '../../src/staff/clinic/read-clinic-form';
import { describeItem } from '../../src/staff/content/describe-item';
import { loadShipped } from '../helpers/load-shipped';
import { readForm } from '../../src/channels/staff/staff-form';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What the form makes of these fields, sent as a browser sends them. */
function read(fields: Fields) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return readClinicForm(readForm(new URLSearchParams(pairs).toString()), clinicFields());
}

const valueOf = (fields: Fields): unknown => {
  const reading = read(fields);
  return reading.kind === 'clinic' ? reading.value : reading.faults;
};

const faultsOf = (fields: Fields): readonly string[] => {
  const reading = read(fields);
  return reading.kind === 'faults' ? reading.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

const ONE_DAY = { 'hours.timeZone': 'Asia/Riyadh', 'hours.week.sunday.from': '10:00', 'hours.week.sunday.to': '20:00' };

describe('a number is kept as telephones know it', () => {
  it.each([
    ['Arabic digits', '٠٥٠٠١٢٣٤٥٦', '0500123456'],
    ['Persian digits', '۰۵۰۰۱۲۳۴۵۶', '0500123456'],
    ['invisible signs of copying', '\u202a+966\u00a050\u200f 000 0000\u202c', '+966 50 000 0000'],
    ['a plus at the other end', '966500000000+', '+966500000000'],
    ['dots between groups', '050.000.0000', '050 000 0000'],
    ['long dashes', '050–000–0000', '050-000-0000'],
    ['a link in its place', 'wa.me/966500000000', 'https://wa.me/966500000000'],
  ])('%s', (_name, typed, kept) => {
    expect(mend(typed, 'digits')).toBe(kept);
  });
});

describe('opening hours', () => {
  it('have two shifts, in their order, from any digits', () => {
    const shifts = { 'hours.week.sunday.from': ['17:00', '٩'], 'hours.week.sunday.to': ['00:00', '14.30'] };
    expect(valueOf({ 'hours.timeZone': 'Africa/Cairo', ...shifts })).toMatchObject({
      hours: { timeZone: 'Africa/Cairo', week: { sunday: ['09:00-14:30', '17:00-00:00'], friday: [] } },
    });
  });

  it('hold Ramadan and holidays', () => {
    const ramadan = {
      'hours.ramadan.from': '2027-02-08',
      'hours.ramadan.to': '2027-03-09',
      'hours.ramadan.week.sunday.from': '21:00',
      'hours.ramadan.week.sunday.to': '01:00',
    };
    const holidays = {
      'hours.holidays.name': ['عيد الفطر', ''],
      'hours.holidays.from': ['٢٠٢٧/٣/١٠', ''],
      'hours.holidays.to': ['13-3-2027', ''],
    };
    expect(valueOf({ ...ONE_DAY, ...ramadan, ...holidays })).toMatchObject({
      hours: {
        ramadan: { from: '2027-02-08', to: '2027-03-09', week: { sunday: ['21:00-01:00'] } },
        holidays: [{ name: 'عيد الفطر', from: '2027-03-10', to: '2027-03-13' }],
      },
    });
  });

  it('that nobody filled in are unknown, not closed', () => {
    expect(valueOf({ 'hours.timeZone': 'Asia/Riyadh' })).toEqual({ example: false });
  });

  it('written as sentences stay until the days are filled in', () => {
    expect(valueOf({ 'hours.lines': 'كل يوم\nمن العاشرة' })).toMatchObject({ hours: ['كل يوم', 'من العاشرة'] });
    expect(valueOf({ ...ONE_DAY, 'hours.lines': 'كل يوم' })).toMatchObject({ hours: { timeZone: 'Asia/Riyadh' } });
  });

  it.each([
    ['only one end', { ...ONE_DAY, 'hours.week.sunday.to': '' }, ['hours-week-sunday halfShift']],
    ['no time', { ...ONE_DAY, 'hours.week.sunday.to': '25:00' }, ['hours-week-sunday halfShift']],
    ['the same time twice', { ...ONE_DAY, 'hours.week.sunday.to': '10:00' }, ['hours-week-sunday sameTime']],
    [
      'shifts that overlap',
      { ...ONE_DAY, 'hours.week.sunday.from': ['10:00', '19:00'], 'hours.week.sunday.to': ['20:00', '22:00'] },
      ['hours-week-sunday overlap'],
    ],
    ['no country', { ...ONE_DAY, 'hours.timeZone': '' }, ['hours-timeZone timeZone']],
    [
      'a holiday without a week',
      { 'hours.holidays.name': 'عيد', 'hours.holidays.from': '2027-03-10' },
      ['hours-week weekEmpty'],
    ],
    [
      'Ramadan that ends before it begins',
      {
        ...ONE_DAY,
        'hours.ramadan.from': '2027-03-09',
        'hours.ramadan.to': '2027-02-08',
        'hours.ramadan.week.sunday.from': '21:00',
        'hours.ramadan.week.sunday.to': '23:00',
      },
      ['hours-ramadan-to dayOrder'],
    ],
    [
      'a day that is none',
      { ...ONE_DAY, 'hours.holidays.name': 'عيد', 'hours.holidays.from': '2027-02-30' },
      ['hours-holidays-0-from day'],
    ],
  ])('with %s are refused where the fault is', (_name, fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
  });
});

it('doctors have a licence and say whether they are women', () => {
  const doctors = {
    'doctors.name': ['د. منى', 'د. سامي', ''],
    'doctors.title': ['', 'طبيب جلدية', ''],
    'doctors.licence': ['12-34', '', ''],
    'doctors.days': ['', '', ''],
    'doctors.woman': ['yes', 'no', ''],
  };
  expect(valueOf(doctors)).toEqual({
    example: false,
    doctors: [
      { name: 'د. منى', licence: '12-34', woman: true },
      { name: 'د. سامي', title: 'طبيب جلدية', woman: false },
    ],
  });
});

it('each fault names its field', () => {
  const fields = { phone: 'لا', map: 'هنا', 'prices.item': ['جلسة'], 'prices.price': [''], emergency: '9' };
  expect(faultsOf(fields)).toEqual(['phone digits', 'map link', 'prices-0-price rows', 'emergency digits']);
});

describe('two people change the data', () => {
  const opened = { phone: '1', name: 'عيادة', prices: [{ item: 'أ', price: '1' }] };

  it('in different fields: both are kept', () => {
    const merge = mergeClinic(opened, { ...opened, phone: '2' }, { ...opened, prices: [] });
    expect(merge).toEqual({ kind: 'merged', value: { phone: '2', name: 'عيادة', prices: [] } });
  });

  it('in the same field: the second is told', () => {
    const merge = mergeClinic(opened, { ...opened, phone: '2' }, { ...opened, phone: '3' });
    expect(merge).toEqual({ kind: 'clash', fields: ['phone'] });
  });

  it('one takes a field away', () => {
    const { name, prices } = opened;
    expect(mergeClinic(opened, { name, prices }, opened)).toEqual({ kind: 'merged', value: { name, prices } });
  });
});

it.each([
  ['an address', { address: 'شارع '.repeat(400) }, ['address tooLong']],
  ['many branches', { branches: Array.from({ length: 400 }, () => 'فرع') }, ['branches tooLong']],
  ['a price', { prices: [{ item: 'جلسة', price: '9'.repeat(2000) }] }, ['prices-0-price tooLong']],
  ['what a clinic writes', { address: 'شارع '.repeat(40), branches: ['فرع', 'فرع'] }, []],
])('a whole page pasted into a field goes to no patient: %s', (_name, value, faults) => {
  const found = checkClinic(value as unknown as Clinic, loadShipped());
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

it('a change of hours is told day by day', () => {
  const hours = { timeZone: 'Asia/Riyadh', week: { saturday: ['10:00-14:00', '17:00-21:00'], sunday: [] } };
  const days = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
  const parts = describeItem('clinic', { hours: { ...hours, week: { ...hours.week, ...days } } });
  expect(parts.slice(0, 3)).toEqual([
    { field: 'hours.timeZone', text: 'Asia/Riyadh' },
    { field: 'hours.saturday', text: '10:00-14:00 · 17:00-21:00' },
    { field: 'hours.sunday', text: '—' },
  ]);
});
