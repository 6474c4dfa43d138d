import { assessEligibility } from '../../src/eligibility/assess-eligibility';
import type { Eligibility } from '../../src/knowledge/schema/eligibility';
import { atFirstQuestion, flowOf, rules, messages } from './check-talk';

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
