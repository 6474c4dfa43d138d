import fc from 'fast-check';
import type { CheckState } from '../../src/eligibility/check-state';
import { readCheckState } from '../../src/eligibility/read-check-state';
import { rules, shipped } from './check-talk';

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
