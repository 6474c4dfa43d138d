import { atFirstQuestion, rules, Talk } from './check-talk';

describe('the course of a check', () => {
  test('begins with consent: what is asked, that nothing is kept, that it is no diagnosis', () => {
    expect(new Talk().text).toMatch(/أسئلة.*لا نحتفظ.*ليست تشخيصًا/s);
  });

  test('then asks about symptoms, then the first question with its progress and buttons', () => {
    expect(new Talk().say('موافق').text).toContain(rules.symptoms.question);
    const talk = atFirstQuestion();
    expect(talk.text).toContain('1 من 10');
    expect(talk.titles).toEqual(['نعم', 'لا', 'لست متأكدًا', 'لماذا تسألون؟']);
  });

  test('progress counts on with every answer', () => {
    expect(atFirstQuestion().say('لا', 'لا').text).toContain('3 من 10');
  });

  test('the question for women has a button for everybody else, which means no', () => {
    const talk = atFirstQuestion().say('لا');
    expect(talk.titles).toContain('لا ينطبق عليّ');
    expect(talk.press('لا ينطبق عليّ').state.given).toContainEqual({ item: 'pregnancy', answer: 'no' });
  });

  test('ten times no leads to the summary and then to "nothing found"', () => {
    const talk = atFirstQuestion().noToTheRest();
    expect(talk.text).toContain('هذه إجاباتك');
    expect(talk.titles).toEqual(['صحيح، أظهر النتيجة', 'تغيير إجابة']);
    expect(talk.say('صحيح، أظهر النتيجة').turned).toMatchObject({
      kind: 'ended',
      end: { kind: 'finished', outcome: 'nothing-found' },
    });
    expect(talk.text).toContain('لم يظهر في إجاباتك ما يمنع');
    expect(talk.titles).toEqual(['حجز استشارة', 'الاستعداد قبل الجلسة']);
  });

  test('the outcome names the answers that led to it, why, and what to bring, the serious ones first', () => {
    const talk = atFirstQuestion()
      .say('لا', 'لا', 'لا', 'لا', 'نعم', 'لا', 'لا', 'نعم', 'نعم')
      .noToTheRest()
      .say('صحيح');
    expect(talk.turned).toMatchObject({ end: { outcome: 'stop' } });
    expect(talk.text).toMatch(/تليّف أو تشمّع أو قصور \(نعم\): .*\n• المسكّنات والروكتان \(نعم\): /);
    expect(talk.text).toContain('آخر تحاليل الكبد');
    expect(talk.text).toContain('لا توقف دواءً وُصف لك');
    expect(talk.titles).toContain('حجز استشارة');
  });

  test('the follow-up is asked after yes only, under the number of its question', () => {
    const talk = atFirstQuestion()
      .say(...Array<string>(8).fill('لا'))
      .say('نعم');
    expect(talk.text).toContain('9 من 10');
    expect(talk.text).toContain('هل مرضك مستقر');
    expect(talk.say('نعم').text).toContain('10 من 10');
  });

  test('a reply that answers the follow-up too is not asked again', () => {
    const talk = atFirstQuestion()
      .say(...Array<string>(8).fill('لا'))
      .say('عندي سكري بس مضبوط');
    expect(talk.text).toContain('10 من 10');
    expect(talk.noToTheRest().say('صحيح').turned).toMatchObject({ end: { outcome: 'talk-first' } });
  });

  test('three skipped questions lead to "talk to the doctor first", and say so', () => {
    const talk = atFirstQuestion().say('لا', 'لا', 'تخطي', 'تخطي', 'تخطي').noToTheRest().say('صحيح');
    expect(talk.turned).toMatchObject({ end: { outcome: 'talk-first' } });
    expect(talk.text).toContain(rules.limits.reason);
  });

  test('why is answered and the same question asked again', () => {
    const talk = atFirstQuestion().say('لماذا تسألون؟');
    expect(talk.text).toContain(rules.questions[0]!.why);
    expect(talk.text).toContain(rules.questions[0]!.question);
    expect(talk.state.step).toBe('age');
  });
});

describe('what a reply tells by the way', () => {
  const answer = (item: string, given: 'yes' | 'no') => ({ item, answer: given });

  test('a confession changes that answer and is said back', () => {
    const talk = atFirstQuestion().say('لا', 'لا').tell('انا باخد وارفارين', answer('blood-thinner', 'yes'));
    expect(talk.text).toContain('فهمت، وسجّلت: مميّعات الدم الموصوفة: نعم.');
    expect(talk.state).toMatchObject({ step: 'blood' });
    expect(talk.state.given).toContainEqual(answer('blood-thinner', 'yes'));
  });

  test('a denial takes back a yes, and is no answer to what was not asked', () => {
    const talk = atFirstQuestion().say('لا', 'نعم').tell('لا مش حامل كنت امزح', answer('pregnancy', 'no'));
    expect(talk.text).toContain('فهمت، وسجّلت: الحمل والرضاعة: لا.');
    expect(talk.tell('ما عندي سكر', answer('chronic', 'no')).text).not.toContain('سجّلت');
  });

  test.each([
    ['the answer before', ['لا', 'لا'], 'قصدي نعم', 'الحمل والرضاعة: نعم', 'blood'],
    ['an answer by its name', ['لا', 'نعم', 'لا'], 'الحمل لا مش نعم', 'الحمل والرضاعة: لا', 'blood-thinner'],
    ['an answer by its number', ['لا', 'نعم', 'لا'], 'السؤال الثاني جوابي لا', 'الحمل والرضاعة: لا', 'blood-thinner'],
  ])(
    'a correction of %s changes that one, is said back, and answers nothing else',
    (_name, said, text, noted, step) => {
      const talk = atFirstQuestion().say(...said, text);
      expect(talk.text).toContain(`فهمت، وسجّلت: ${noted}.`);
      expect(talk.state).toMatchObject({ step });
    },
  );

  test('an age told as a correction ends it, and a no to what was not asked is none', () => {
    expect(atFirstQuestion().say('لا', 'لا', 'غلطت بالعمر انا 16').turned).toMatchObject({ end: { outcome: 'stop' } });
    expect(atFirstQuestion().say('لا', 'بخصوص السكري جوابي لا').state).toMatchObject({ step: 'pregnancy' });
  });

  test('under 18 ends it at once, kindly, whenever it is said', () => {
    for (const talk of [
      atFirstQuestion().say('16'),
      atFirstQuestion().say('لا', 'لا').tell('انا كذبت عمري 16', answer('age', 'yes')),
    ]) {
      expect(talk.turned).toMatchObject({ kind: 'ended', end: { kind: 'finished', outcome: 'stop' } });
      expect(talk.text).toMatch(/وليّ الأمر.*الطبيب/s);
    }
  });
});

describe('leaving', () => {
  test.each([
    ['no to consent', ['لا'], 'declined'],
    ['cancelling at consent', ['إلغاء'], 'declined'],
    ['cancelling in the middle', ['موافق', 'لا', 'لا', 'الغاء'], 'cancelled'],
    ['symptoms after a session', ['موافق', 'نعم'], 'urgent'],
    ['doubt about symptoms, twice', ['موافق', 'مو متأكدة', 'ما ادري'], 'urgent'],
    ['asking for a person', ['موافق', 'لا', 'التحدث مع موظف'], 'person'],
    ['four replies nobody understands', ['موافق', 'لا', 'بطيخ', 'بطيخ', 'بطيخ', 'بطيخ'], 'gave-up'],
  ])('%s', (_name, texts, end) => {
    expect(new Talk().say(...texts).turned).toMatchObject({ kind: 'ended', end: { kind: end } });
  });

  test('doubt about symptoms is heard in plainer words first', () => {
    expect(new Talk().say('موافق', 'مو متأكدة').text).toContain(rules.symptoms.easier);
  });

  test('half an hour without a reply ends it gently; a minute less does not', () => {
    expect(atFirstQuestion().wait(29).say('لا').state.given).toHaveLength(1);
    const late = atFirstQuestion().wait(31).say('لا');
    expect(late.turned).toMatchObject({ kind: 'ended', end: { kind: 'expired' } });
    expect(late.text).toContain('مُحيت إجاباتك');
  });

  test('an interruption keeps it alive and asks the same step', () => {
    const talk = atFirstQuestion().say('لا').wait(20).interrupt().wait(20).interrupt();
    expect(talk.state.step).toBe('pregnancy');
  });
});

describe('replies nobody understands', () => {
  test('get the question again, then easier words, then a person', () => {
    const talk = atFirstQuestion().say('بطيخ');
    expect(talk.text).toContain(rules.questions[0]!.question);
    expect(talk.say('بطيخ').text).toContain(rules.questions[0]!.easier);
    expect(talk.say('بطيخ').titles).toEqual(expect.arrayContaining(['نعم', 'تخطي السؤال', 'التحدث مع موظف']));
  });

  test('are counted in a row only', () => {
    const talk = atFirstQuestion().say('بطيخ', 'بطيخ', 'لا', 'بطيخ', 'بطيخ', 'لا');
    expect(talk.state).toMatchObject({ step: 'blood', unclear: 0 });
  });

  test('asking what a question means gets the easier words at once', () => {
    expect(atFirstQuestion().say('مش فاهم السؤال').text).toContain(rules.questions[0]!.easier);
  });
});
