import { normalize } from '../text/normalize';
import { tokenize } from '../text/tokenize';
import type { CheckMessages } from './check-messages';

/**
 * Creates what says whether a text is, word for word, a control of the check: skip, show the result, change an answer.
 * Outside a check these words mean nothing else; yes and no do.
 */
export function createControlReader({ buttons }: Pick<CheckMessages, 'buttons'>): (text: string) => boolean {
  const { notApplicable, skip, why, agree, show, change, changeOne, keep } = buttons;
  const known = new Set([notApplicable, skip, why, agree, show, change, keep].map(keyOf));
  // Whatever answer it names, by its whole name or a part of it.
  const [beforeName = ''] = changeOne.split('{short}');
  return (text) => {
    const key = keyOf(text);
    return known.has(key) || key.startsWith(`${keyOf(beforeName)} `);
  };
}

const keyOf = (text: string): string => tokenize(normalize(text)).join(' ');
