import fc from 'fast-check';
import type { Given } from '../../src/eligibility/answer';
import { assessEligibility } from '../../src/eligibility/assess-eligibility';
import type { CheckState, Turned } from '../../src/eligibility/check-state';
import { createCheckFlow, type CheckEvent, type CheckFlow } from '../../src/eligibility/flow';
import { createAnswerReader } from '../../src/eligibility/read-answer';
import { readCheckState } from '../../src/eligibility/read-check-state';
import type { Eligibility } from '../../src/knowledge/schema/eligibility';
import { loadCheckContent } from './check-content';

const { rules, messages, vocabulary } = loadCheckContent();
const MINUTE = 60_000;

function flowOf(content: Eligibility) {
  return createCheckFlow({
    rules: content,
    messages,
    readAnswer: createAnswerReader({ rules: content, vocabulary }),
    idleMinutes: 30,
  });
}

const shipped = flowOf(rules);

/** One check, talked to; its clock goes on by a minute a turn. */
class Talk {
  private clock = Date.UTC(2026, 5, 1);
  private readonly flow: CheckFlow;
  turned: Turned;

  constructor(content: Eligibility = rules) {
    this.flow = content === rules ? shipped : flowOf(content);
    this.turned = this.flow.begin('run', this.clock);
  }

  get state(): CheckState {
    if (this.turned.kind !== 'going') throw new Error('the check is over');
    return this.turned.state;
  }

  get text(): string {
    return this.turned.prompts.map(({ text }) => text).join('\n---\n');
  }

  get titles(): readonly string[] {
    return this.turned.prompts.at(-1)?.choices.map(({ title }) => title) ?? [];
  }

  say(...texts: string[]): this {
    for (const text of texts) this.event({ kind: 'reply', text, at: (this.clock += MINUTE) });
    return this;
  }

  /** Says something that tells answers to other questions too. */
  tell(text: string, ...told: readonly Given[]): this {
    return this.event({ kind: 'reply', text, at: (this.clock += MINUTE), told });
  }

  press(title: string, from: Turned = this.turned): this {
    const button = from.prompts.flatMap(({ choices }) => choices).find((choice) => choice.title === title)?.data;
    if (button === undefined) throw new Error(`no button ${title}`);
    return this.event({ kind: 'pressed', button, at: (this.clock += MINUTE) });
  }

  wait(minutes: number): this {
    this.clock += minutes * MINUTE;
    return this;
  }

  interrupt(): this {
    return this.event({ kind: 'interrupted', at: (this.clock += MINUTE) });
  }

  /** Answers the questions still open with no. */
  noToTheRest(): this {
    while (this.turned.kind === 'going' && this.state.step !== 'summary') this.say('لا');
    return this;
  }

  private event(event: CheckEvent): this {
    this.turned = this.flow.turn(this.state, event);
    return this;
  }
}

const atFirstQuestion = (content?: Eligibility) => new Talk(content).say('موافق', 'لا');

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

describe('correcting', () => {
  test('back takes back the last answer, again and again, as far as consent', () => {
    const talk = atFirstQuestion().say('لا', 'لا', 'رجوع');
    expect(talk.state).toMatchObject({ step: 'pregnancy', given: [{ item: 'age' }] });
    expect(talk.say('رجوع').state).toMatchObject({ step: 'age', given: [] });
    expect(talk.say('رجوع').state.step).toBe('symptoms');
    expect(talk.say('رجوع').state.step).toBe('consent');
    expect(talk.say('رجوع').text).toContain(messages.firstQuestion);
  });

  test('an earlier answer is changed by its topic, and the check goes on where it was', () => {
    const talk = atFirstQuestion().say('لا', 'لا', 'لا', 'غيّر جوابي عن الحمل');
    expect(talk.state.step).toBe('pregnancy');
    expect(talk.say('نعم').state.step).toBe('blood-thinner');
    expect(talk.state.given).toContainEqual({ item: 'pregnancy', answer: 'yes' });
  });

  test('leaving a change keeps the answer', () => {
    const talk = atFirstQuestion().say('لا', 'لا', 'لا', 'غيّر جوابي عن الحمل', 'رجوع');
    expect(talk.text).toContain(messages.kept);
    expect(talk.state).toMatchObject({ step: 'blood-thinner' });
    expect(talk.state.given).toContainEqual({ item: 'pregnancy', answer: 'no' });
  });

  test('at the summary: by button, by name, by number; then back to the summary', () => {
    const talk = atFirstQuestion().noToTheRest().press('تغيير إجابة');
    expect(talk.titles).toEqual([...rules.questions.map(({ short }) => short), 'لا تغيير']);
    expect(talk.press('الأورام').state.step).toBe('cancer');
    expect(talk.say('نعم').text).toContain('• الأورام: نعم');
    expect(talk.say('الحمل').state.step).toBe('pregnancy');
    expect(talk.say('لا').say('لا').say('٨').state.step).toBe('liver');
    expect(talk.say('نعم', 'لا').state.step).toBe('summary');
  });

  test('changing the answer of a question takes its follow-up with it', () => {
    const talk = atFirstQuestion()
      .say(...Array<string>(8).fill('لا'))
      .say('نعم', 'لا', 'غيّر جوابي عن السكري', 'لا');
    expect(talk.state.given.map(({ item }) => item)).not.toContain('chronic-controlled');
    expect(talk.noToTheRest().say('صحيح').turned).toMatchObject({ end: { outcome: 'nothing-found' } });
  });

  test('starting over forgets the answers and makes old buttons stale', () => {
    const talk = atFirstQuestion();
    const old = talk.turned;
    expect(talk.say('لا', 'ابدأ من جديد').state).toMatchObject({ step: 'consent', given: [] });
    talk.say('موافق', 'لا');
    expect(talk.press('نعم', old).state.given).toEqual([]);
    expect(talk.text).toContain(messages.staleButton);
  });

  test('a button of an earlier question changes nothing', () => {
    const talk = atFirstQuestion();
    const old = talk.turned;
    const before = talk.say('لا').state.given;
    expect(talk.press('نعم', old).state).toMatchObject({ step: 'pregnancy', given: before });
    expect(talk.text).toContain(messages.staleButton);
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

describe('staff change the questions while a check runs', () => {
  const reversed: Eligibility = { ...rules, questions: [...rules.questions].reverse() };
  const fewer: Eligibility = { ...rules, questions: rules.questions.filter(({ id }) => id !== 'pregnancy') };

  test('reordered: answers stay with their questions', () => {
    const state = atFirstQuestion().say('لا', 'نعم').state;
    expect(assessEligibility(state.given, reversed).findings.find(({ item }) => item.id === 'pregnancy')).toMatchObject(
      {
        answer: 'yes',
        verdict: 'stop',
      },
    );
  });

  test('removed: a check that stands at the removed question goes on with the next', () => {
    const state = atFirstQuestion().say('لا').state;
    const turned = flowOf(fewer).turn(state, { kind: 'interrupted', at: state.at });
    expect(turned).toMatchObject({ kind: 'going', state: { step: 'blood' } });
    expect(turned.prompts.at(-1)?.text).toContain('2 من 9');
  });

  test('a check of two questions works the same', () => {
    const short: Eligibility = { ...rules, questions: rules.questions.slice(0, 2) };
    expect(atFirstQuestion(short).text).toContain('1 من 2');
    expect(atFirstQuestion(short).noToTheRest().say('صحيح').turned).toMatchObject({
      end: { outcome: 'nothing-found' },
    });
  });
});

describe('whatever happens', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      'نعم',
      'لا',
      'لست متأكدا',
      'رجوع',
      'تخطي',
      'موافق',
      'صحيح',
      'لماذا',
      '١',
      '٢',
      '٣',
      '٤',
      '٧',
      'عمري ١٧',
    ),
    fc.constantFrom(
      'غيّر جوابي عن الحمل',
      'غير جوابي عن السكري',
      'تغيير إجابة',
      'ابدأ من جديد',
      'بطيخ',
      'عندي سكري بس مضبوط',
      'كم السعر؟',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const presses = fc.record({
    check: fc.constantFrom('run', 'other', 'run~1'),
    step: fc.constantFrom('consent', 'symptoms', 'summary', 'which', ...rules.questions.map(({ id }) => id)),
    value: fc.oneof(
      fc.constantFrom(
        'yes',
        'no',
        'unsure',
        'why',
        'agree',
        'show',
        'change',
        'keep',
        'skip',
        'change:age',
        'change:nothing',
      ),
      fc.string({ maxLength: 8 }),
    ),
  });
  const events = fc.oneof(
    { weight: 5, arbitrary: texts.map((text) => ({ kind: 'reply' as const, text })) },
    { weight: 2, arbitrary: presses.map((button) => ({ kind: 'pressed' as const, button })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'interrupted' as const }) },
  );
  const flow = shipped;

  test('the state stays serialisable and every turn says something or ends', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
        let turned = flow.begin('run', 0);
        for (const [at, event] of happened.entries()) {
          if (turned.kind === 'ended') return;
          const kept: unknown = JSON.parse(JSON.stringify(turned.state));
          expect(readCheckState(kept)).toEqual(turned.state);
          turned = flow.turn(turned.state, { ...event, at });
          const said = turned.prompts.map(({ text }) => text).join('');
          expect(said).not.toMatch(/[{}]|undefined/);
          if (turned.kind === 'going') expect(turned.prompts.at(-1)?.choices.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('four unclear replies in a row end it, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 25 }), (happened) => {
        let turned = flow.begin('run', 0);
        for (const event of happened) {
          if (turned.kind === 'ended') return;
          turned = flow.turn(turned.state, { ...event, at: 0 });
        }
        for (let nth = 0; nth < 4 && turned.kind === 'going'; nth += 1) {
          turned = flow.turn(turned.state, { kind: 'reply', text: 'بطيخ', at: 0 });
        }
        expect(turned.kind).toBe('ended');
      }),
      { numRuns: 150 },
    );
  });

  test('no answer is ever in the state that was not given to its own question', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
        let turned = flow.begin('run', 0);
        for (const event of happened) {
          if (turned.kind === 'ended') return;
          const before: CheckState = turned.state;
          turned = flow.turn(before, { ...event, at: 0 });
          if (turned.kind === 'ended') return;
          const fresh = turned.state.given.filter(
            ({ item, answer }) => !before.given.some((each) => each.item === item && each.answer === answer),
          );
          const followUp = rules.questions.find(({ id }) => id === before.step)?.followUp?.id;
          expect([before.step, followUp]).toEqual(expect.arrayContaining(fresh.map(({ item }) => item)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
