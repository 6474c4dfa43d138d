import { normalize } from '../text/normalize';
import type { Choice } from './reply';

/** The buttons of the last reply: what a number or "none of these" refers to. */
export interface Offer {
  /** "did you mean" asks for one of its choices; the buttons of other replies may be passed over. */
  readonly kind: 'suggest' | 'buttons';
  readonly choices: readonly Choice[];
}

/** Words for choosing, from vocabulary.yaml. */
export interface ChoosingWords {
  readonly number: readonly string[];
  readonly ordinals: readonly (readonly string[])[];
  readonly noneOfThese: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** What a message picks from an offer. */
export type Pick = { readonly kind: 'choice'; readonly choice: Choice } | { readonly kind: 'none-of-these' };

/** Reads a message as an answer to the last offer; undefined when it is none. */
export type PickReader = (words: readonly string[], offer: Offer | undefined) => Pick | undefined;

/** Creates the reader. Numbers count from 1 in any script's digits; ordinals and "number two" are understood. */
export function createPickReader(vocabulary: ChoosingWords): PickReader {
  const fold = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map((phrase) => normalize(phrase)));
  const before = fold(vocabulary.number);
  const ordinals = vocabulary.ordinals.map(fold);
  const none = fold(vocabulary.noneOfThese);
  const yes = fold(vocabulary.yes);
  const no = fold(vocabulary.no);

  const readPosition = (words: readonly string[]): number | undefined => {
    const bare = words.length > 1 && before.has(words[0] ?? '') ? words.slice(1) : words;
    const text = bare.join(' ');
    if (/^\d{1,2}$/.test(text)) return Number(text) - 1;
    const position = ordinals.findIndex((names) => names.has(text));
    return position === -1 ? undefined : position;
  };

  return (words, offer) => {
    const text = words.join(' ');
    if (none.has(text) && offer !== undefined) return { kind: 'none-of-these' };
    if (offer === undefined) return undefined;
    const titled = offer.choices.find(({ title, value }) => normalize(title) === text || normalize(value) === text);
    if (titled !== undefined) return { kind: 'choice', choice: titled };
    if (offer.kind === 'suggest' && no.has(text)) return { kind: 'none-of-these' };
    const position = readPosition(words) ?? (isOneSuggestion(offer) && yes.has(text) ? 0 : undefined);
    const choice = position === undefined ? undefined : offer.choices[position];
    return choice === undefined ? undefined : { kind: 'choice', choice };
  };
}

/** "Did you mean this?": one topic and "none of these". */
function isOneSuggestion({ kind, choices }: Offer): boolean {
  return kind === 'suggest' && choices.length === 2;
}
