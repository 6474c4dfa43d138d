import { createAftermathReader, isAlarmed } from '../../src/bot/understand/alarm';
import { recallSession } from '../../src/bot/memory/session';
import type { Understanding } from '../../src/bot/understand/understand';
import { loadShipped } from '../helpers/load-shipped';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const read = createAftermathReader(loadShipped().urgent.aftermath);
const TOPIC: Understanding = { kind: 'topic', topic: 'price' };
const SOCIAL: Understanding = { kind: 'social', social: 'thanks' };

describe('a message after an urgent reply', () => {
  it.each([
    ['a shrug', 'طيب', SOCIAL, 'again'],
    ['a refusal', 'مش هروح', TOPIC, 'again'],
    ['no', 'لا', SOCIAL, 'again'],
    ['thanks', 'شكرا', SOCIAL, 'again'],
    ['a plain question', 'كم سعر الجلسة', TOPIC, 'first'],
    ['in hospital', 'انا في المستشفى', SOCIAL, 'over'],
    ['seen by a doctor', 'رحت الطوارئ وشافني الدكتور', TOPIC, 'over'],
    ['the ambulance is on its way', 'اتصلت بالإسعاف وهم بالطريق', SOCIAL, 'over'],
    ['seen by a doctor, the doctor first', 'الدكتور شافني وقال بسيطة', SOCIAL, 'over'],
    ['not in hospital', 'ما رحت المستشفى', SOCIAL, 'again'],
    ['will go tomorrow', 'بكرة عند الدكتور', SOCIAL, 'again'],
  ] as const)('%s', (_name, text, understanding, aftermath) => {
    expect(read(understanding, text)).toBe(aftermath);
  });
});

describe('an urgent reply is remembered', () => {
  const alarm = { urgent: { kind: 'emergency', sign: 'chest' }, at: NOW } as const;

  it.each([
    ['for the next message', 0, true],
    ['after an hour of silence', 1, true],
    ['for two hours', 2, false],
    ['not from the future', -1, false],
  ])('%s', (_name, hours, remembered) => {
    expect(isAlarmed(alarm, NOW + hours * HOUR)).toBe(remembered);
  });

  it('when all else of the conversation is forgotten', () => {
    const kept = { at: NOW, about: { topic: 'price' }, alarm };
    expect(recallSession(kept, NOW + HOUR, { minutes: 30 })).toEqual({ at: NOW + HOUR, alarm });
  });
});
