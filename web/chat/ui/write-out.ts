import type { Strings } from '../strings';
import type { Clock } from '../text/clock';
import type { Entry } from './entries';

/** The conversation as plain text, to be kept or sent on. */
export function writeOut(entries: readonly Entry[], { bot, you, title }: Strings, clock: Clock): string {
  const lines = entries.map(
    ({ from, text, at }) => `${from === 'bot' ? bot : you} (${clock.day(at)} ${clock.time(at)}):\n${text}`,
  );
  return [title, ...lines].join('\n\n');
}
