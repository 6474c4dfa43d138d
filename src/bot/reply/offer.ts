import { normalize } from '../../text/normalize';
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
  /** The button that turns all of them down. */
  readonly noneButton: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** What a message picks from an offer. */
type Pick = { readonly kind: 'choice'; readonly choice: Choice } | { readonly kind: 'none-of-these' };

/** Reads a message as an answer to the last offer; undefined when it is none. */
export type PickReader = (words: readonly string[], offer: Offer | undefined) => Pick | undefined;

/** Creates the reader. Numbers count from 1 in any script's digits; ordinals and "number two" are understood. */
export function createPickReader(vocabulary: ChoosingWords): PickReader {
  const fold = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map((phrase) => normalize(phrase)));
  const before = fold(vocabulary.number);
  const ordinals = vocabulary.ordinals.map(fold);
  const noneButton = normalize(vocabulary.noneButton);
  const none = fold([...vocabulary.noneOfThese, noneButton]);
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
    if (text === noneButton) return { kind: 'none-of-these' };
    if (offer === undefined) return undefined;
    if (none.has(text) || (offer.kind === 'suggest' && no.has(text))) return { kind: 'none-of-these' };
    const titled = offer.choices.find(({ title, value }) => normalize(title) === text || normalize(value) === text);
    const position = readPosition(words) ?? (isOneSuggestion(offer) && yes.has(text) ? 0 : undefined);
    const choice = titled ?? (position === undefined ? undefined : offer.choices[position]);
    if (choice === undefined) return undefined;
    return normalize(choice.value) === noneButton ? { kind: 'none-of-these' } : { kind: 'choice', choice };
  };
}

/** "Did you mean this?": one topic and "none of these". */
function isOneSuggestion({ kind, choices }: Offer): boolean {
  return kind === 'suggest' && choices.length === 2;
}
