import type { InProcessTalker } from './in-process-talker';
import type { Heard } from './transcript';

/** Says something without a card or a picture. */
export const say = (talker: InProcessTalker, text: string): Promise<readonly Heard[]> =>
  talker.say({ text, extras: 'none' });

/** What each reply is. */
export const kinds = (heard: readonly Heard[]): unknown[] => heard.map(({ kind }) => kind);

/** What all replies say, one below the other. */
export const texts = (heard: readonly Heard[]): string => heard.map(({ text }) => text).join('\n');
