import type { Strings } from '../strings';
import type { Clock } from '../text/clock';
import type { Entry } from './entries';

/** The conversation as plain text, to be kept or sent on: who said what, when, and what has not reached the assistant. */
export function writeOut(
  entries: readonly Entry[],
  { bot, you, state }: Pick<Strings, 'bot' | 'you' | 'state'>,
  title: string,
  clock: Clock,
): string {
  const messages = entries.map(({ from, text, at, waiting }) => {
    const fate = waiting === undefined || waiting.state === 'sent' ? '' : ` – ${state[waiting.state]}`;
    return `${from === 'bot' ? bot : you} (${clock.date(at)} ${clock.time(at)}${fate}):\n${text}`;
  });
  return [title, ...messages].join('\n\n');
}
