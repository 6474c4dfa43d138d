import { createTexts } from '../../src/knowledge/create-texts';
import type { Clinic } from '../../src/knowledge/schema/clinic';
import { loadShipped } from '../helpers/load-shipped';

const shipped = loadShipped();

const SPLIT = ['12:00-16:00', '18:00-23:00'];
const NIGHT = ['20:30-00:30'];
/** Unlike the shipped example in everything: closed on Sundays, no price of the face, a doctor without a licence, no WhatsApp. */
const NADA: Clinic = {
  example: false,
  name: 'مركز الندى',
  phone: '0223456789',
  address: 'شارع النيل، القاهرة',
  hours: {
    timeZone: 'Africa/Cairo',
    week: {
      saturday: SPLIT,
      sunday: [],
      monday: SPLIT,
      tuesday: SPLIT,
      wednesday: SPLIT,
      thursday: ['12:00-17:00'],
      friday: ['17:00-22:30'],
    },
    ramadan: {
      from: '2027-02-08',
      to: '2027-03-09',
      week: {
        saturday: NIGHT,
        sunday: [],
        monday: NIGHT,
        tuesday: NIGHT,
        wednesday: NIGHT,
        thursday: NIGHT,
        friday: [],
      },
    },
    holidays: [
      { name: 'إجازة الصيانة السنوية', from: '2026-12-20', to: '2026-12-24' },
      { name: 'عيد الميلاد المجيد', from: '2027-01-07', open: ['18:00-21:00'] },
      { name: 'عيد الفطر', from: '2027-03-10', to: '2027-03-12' },
    ],
  },
  map: 'https://maps.example.org/nada',
  branches: ['مدينة نصر', 'الإسكندرية'],
  doctors: [
    { name: 'د. خالد منصور', title: 'استشاري الجلدية', days: 'السبت والإثنين' },
    { name: 'د. سامح علي', licence: '12-3456', woman: false },
  ],
  prices: [
    { item: 'جلسة بلازما للشعر', price: '1500 جنيه' },
    { item: 'الكشف', price: '300 جنيه' },
  ],
  payment: 'نقدًا وفيزا',
  offers: [{ offer: 'خصم على ثلاث جلسات', until: '2026-12-31' }],
};
/** Says next to nothing of itself. */
const SILENT: Clinic = { example: false, phone: '0500000001' };

const at = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+02:00`);
/** A Tuesday. */
const DECEMBER = at('2026-12-01');

function answer(topic: string, question: string, now = DECEMBER, clinic = NADA): string {
  const about = shipped.topicById.get(topic);
  if (about === undefined) throw new Error(`no topic ${topic}`);
  return createTexts({ ...shipped, clinic }, () => now).answer(about, undefined, [question]);
}

describe("another clinic's hours", () => {
  it.each<[question: string, says: string]>([
    ['الجمعة شغالين؟', 'الجمعة 4 ديسمبر 2026 الدوام من 5 مساءً إلى 10:30 مساءً.'],
    ['السبت من كام لكام', 'السبت 5 ديسمبر 2026 الدوام من 12 ظهرًا إلى 4 مساءً ثم من 6 مساءً إلى 11 مساءً.'],
    ['الحد بتفتحو', 'الأحد 6 ديسمبر 2026 العيادة مغلقة، وتفتح الإثنين 7 ديسمبر 2026 الساعة 12 ظهرًا.'],
    ['عقب باكر تداومون', 'بعد غد الخميس الدوام من 12 ظهرًا إلى 5 مساءً.'],
    ['الأسبوع الجاي الثلاثاء', 'الثلاثاء 8 ديسمبر 2026 الدوام'],
    ['التلات الجاي', 'الثلاثاء 8 ديسمبر 2026 الدوام'],
    ['يوم 1 يناير فاتحين', 'الجمعة 1 يناير 2027 الدوام'],
    ['٣ كانون الثاني ٢٠٢٧', 'الأحد 3 يناير 2027 العيادة مغلقة'],
    ['۲۲/۱۲ مسكرين؟', 'الثلاثاء 22 ديسمبر 2026 (إجازة الصيانة السنوية) العيادة مغلقة، وتفتح الجمعة 25 ديسمبر 2026'],
    ['يوم ٢٣ بقدر اجي', 'الأربعاء 23 ديسمبر 2026 (إجازة الصيانة السنوية)'],
    ['5 شهر 1', 'الثلاثاء 5 يناير 2027'],
    ['1-2-2027 دوام؟', 'الإثنين 1 فبراير 2027'],
    ['31 يونيو', 'لا يوجد هذا اليوم في التقويم'],
    ['اجازة الصيانة متى', '• إجازة الصيانة السنوية (20 ديسمبر 2026 – 24 ديسمبر 2026): مغلق'],
    ['عيد الميلاد فاتحين', '• عيد الميلاد المجيد (7 يناير 2027): من 6 مساءً إلى 9 مساءً'],
    [
      'بتشتغلو راس السنة',
      'الجمعة 1 يناير 2027 الدوام من 5 مساءً إلى 10:30 مساءً. هذا دوام يوم عادي، فالعيادة لم تُدخل رأس السنة الميلادية',
    ],
    ['عيد الاضحى بتفتحوا', 'لم تُدخل العيادة إجازة عيد الأضحى هنا بعد'],
    ['١٥ رمضان كم الدوام', 'الإثنين 22 فبراير 2027 (رمضان) الدوام من 8:30 مساءً إلى 12:30 صباحًا.'],
    ['1 شوال', 'الأربعاء 10 مارس 2027 (عيد الفطر) العيادة مغلقة'],
    ['10 محرم', '(التاريخ بحسب تقويم أم القرى'],
  ])('%s', (question, says) => {
    expect(answer('opening-hours', question)).toContain(says);
  });

  it('tells a named day alone, and the week where none is named', () => {
    expect(answer('opening-hours', 'السبت شغالين')).not.toContain('الدوام المعتاد');
    expect(answer('opening-hours', 'متى دوامكم')).toMatch(/^اليوم الثلاثاء[\s\S]*الدوام المعتاد:\n• السبت/);
  });

  it('tells Ramadan and holidays beside the week only when they are near', () => {
    expect(answer('opening-hours', 'متى دوامكم')).toMatch(/عطل قريبة:\n• إجازة الصيانة/);
    expect(answer('opening-hours', 'متى دوامكم')).not.toMatch(/رمضان|عيد/);
    expect(answer('opening-hours', 'متى دوامكم', at('2027-01-15'))).toContain('دوام رمضان');
    expect(answer('opening-hours', 'دوام رمضان')).toMatch(/^دوام رمضان/);
  });

  it('goes by the clock of the clinic', () => {
    expect(answer('opening-hours', 'بكرا فاتحين', Date.parse('2026-12-02T22:30:00Z'))).toContain('غدًا الجمعة');
  });
});

describe("another clinic's data", () => {
  it.each<[name: string, topic: string, question: string, says: RegExp]>([
    ['a price', 'price', 'بكم جلسة الشعر', /للشعر: 1500 جنيه\n\n• الكشف: 300/],
    ['an area without a price', 'price', 'بكام جلسة الوش', /• بلازما الوجه: السعر لم تُدخله العيادة هنا بعد/],
    [
      'the knee, which some spell as others do the neck',
      'price',
      'سعر الركبه',
      /:\n\n• بلازما المفاصل: السعر لم[^\n]*\n\n/,
    ],
    ['the fee of a visit', 'price', 'الكشف بكام', /:\n\n• الكشف: 300 جنيه/],
    ['all prices', 'price', 'بكم الجلسة', /:\n\n• جلسة بلازما للشعر: 1500 جنيه\n• الكشف/],
    [
      'no licence',
      'clinic-doctors',
      'كم رقم الرخصة',
      /خالد منصور، استشاري الجلدية \(رقم الترخيص: لم تُدخله العيادة هنا\)/,
    ],
    [
      'the doctor that was named',
      'clinic-doctors',
      'دكتور سامح عنده ترخيص',
      /كما أدخلتهم:\n\n• د. سامح علي \(رقم الترخيص 12-3456\)\n\n/,
    ],
    ['no word on women', 'female-doctor', 'فيه دكتورة؟', /^لم تُدخل العيادة هنا هل لديها طبيبة[\s\S]*0223456789/],
    ['no WhatsApp', 'whatsapp', 'واتسابكم', /^لم تُدخل العيادة رقم واتساب[\s\S]*0223456789/],
    ['no parking', 'clinic-location', 'فيه باركنج؟', /^لم تُدخل العيادة هنا شيئًا عن مواقف السيارات/],
    ['the branches', 'clinic-location', 'عندكم فرع تاني؟', /الفروع الأخرى: مدينة نصر، الإسكندرية/],
    ['the map', 'clinic-location', 'ابعت اللوكيشن', /^الخريطة: https:\/\/maps.example.org\/nada/],
    ['no instalments', 'offers-instalments', 'ينفع تقسيط', /^لم تُدخل العيادة هنا هل لديها تقسيط/],
    ['ways of paying', 'offers-instalments', 'بتاخدو فيزا', /^طرق الدفع: نقدًا وفيزا/],
    ['offers', 'offers-instalments', 'في خصم؟', /^العروض الآن: خصم على ثلاث جلسات \(حتى 31 ديسمبر 2026\)/],
    ['a telephone', 'contact-clinic', 'رقم التلفون', /^الهاتف: 0223456789$/],
    [
      'no arrangements for visitors',
      'from-another-town',
      'انا من اسيوط',
      /ولم تُدخل العيادة هنا بعد: ترتيبات العيادة لمن يأتي من بعيد\.[\s\S]*القيادة أو السفر/,
    ],
  ])('%s', (_name, topic, question, says) => {
    expect(answer(topic, question)).toMatch(says);
  });

  it('says that a map or branches are missing, with the address', () => {
    const clinic = { ...NADA, map: undefined, branches: undefined };
    expect(answer('clinic-location', 'ابعتو اللوكيشن', DECEMBER, clinic)).toMatch(
      /على الخريطة هنا بعد.\nالعنوان: شارع/,
    );
    expect(answer('clinic-location', 'عندكم فرع تاني', DECEMBER, clinic)).toMatch(/^لم تُدخل العيادة هنا فروعًا أخرى/);
  });

  it('forgets an offer that is over', () => {
    expect(answer('offers-instalments', 'في خصم؟', at('2027-01-01'))).toMatch(/^لم تُدخل العيادة عرضًا قائمًا/);
  });

  it.each(['opening-hours', 'clinic-location', 'whatsapp', 'female-doctor', 'clinic-doctors', 'price'])(
    'of a clinic that has given a telephone only: %s is said to be missing',
    (topic) => {
      expect(answer(topic, '', DECEMBER, SILENT)).toMatch(/لم تُدخل العيادة/);
    },
  );

  it('reads what the words that ask name before what the rest of the message does', () => {
    const about = shipped.topicById.get('opening-hours');
    if (about === undefined) throw new Error('no topic');
    const texts = createTexts({ ...shipped, clinic: NADA }, () => DECEMBER);
    expect(texts.answer(about, undefined, ['بكرا فاتحين', 'عندي موعد اسنان الخميس، بكرا فاتحين'])).toContain(
      'غدًا الأربعاء',
    );
    expect(texts.answer(about, undefined, ['فاتحين؟', 'جاي يوم الجمعة، فاتحين؟'])).toContain('الجمعة 4');
  });
});
