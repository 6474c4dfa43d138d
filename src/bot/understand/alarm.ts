import type { UrgentRules } from '../../knowledge/schema/urgent';
import type { Urgent } from '../../safety/create-urgent-reader';
import { normalize } from '../../text/normalize';
import { tokenize } from '../../text/tokenize';
import type { Understanding } from './understand';

/** An urgent reply that was given: what was heard, and when, in milliseconds since 1970. */
export interface Alarm {
  readonly urgent: Urgent;
  readonly at: number;
}

/**
 * How long an urgent reply is remembered, in milliseconds: whoever writes again within two hours and has not said that
 * help was had is still in the same need. Up: an old scare stands before answers a day later.
 */
const REMEMBERED = 2 * 60 * 60 * 1000;

/**
 * What a message after an urgent reply calls for: the reply `again`; the reply and then its answer (`first`); an end to
 * it, because help was had (`over`).
 */
type Aftermath = 'again' | 'first' | 'over';

/** Says what a message after an urgent reply calls for. */
export type AftermathReader = (understanding: Understanding, text: string) => Aftermath;

/** Longest refusal, in words: what is longer is read as what it says. */
const LONGEST_REFUSAL = 4;

/** True while the alarm counts; not when it is dated in the future by a clock that was set back. */
export function isAlarmed(alarm: Alarm | undefined, now: number): alarm is Alarm {
  return alarm !== undefined && now >= alarm.at && now - alarm.at < REMEMBERED;
}

/** Creates the reader from the words of urgent.yaml, section aftermath. */
export function createAftermathReader({ helped, notHelped, refusing }: UrgentRules['aftermath']): AftermathReader {
  const fold = (phrases: readonly string[]): string[] => phrases.map((phrase) => ` ${wordsOf(phrase).join(' ')} `);
  const said = fold(helped);
  const unless = new Set(notHelped.flatMap(wordsOf));
  const refusals = new Set(refusing.flatMap(wordsOf));

  return (understanding, text) => {
    const words = wordsOf(text);
    const line = ` ${words.join(' ')} `;
    if (said.some((phrase) => line.includes(phrase)) && !words.some((word) => unless.has(word))) return 'over';
    if (words.length <= LONGEST_REFUSAL && refusals.has(words[0] ?? '')) return 'again';
    return isAnswerable(understanding) ? 'first' : 'again';
  };
}

/** True for what has a plain answer; talk, wishes and what was not understood only get the reply again. */
function isAnswerable(understanding: Understanding): boolean {
  switch (understanding.kind) {
    case 'topic':
    case 'category':
    case 'told':
    case 'denied':
      return true;
    case 'question':
      return understanding.match.kind === 'sure';
    case 'command':
      return ['help', 'menu', 'human'].includes(understanding.command);
    default:
      return false;
  }
}

function wordsOf(text: string): string[] {
  return tokenize(normalize(text));
}
