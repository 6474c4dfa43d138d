/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

const texts = new Map<string, string>();
let hand: (texts: Texts) => void = () => undefined;

/**
 * A storage for a frame that may keep nothing itself (third parties blocked, private windows): the page around keeps the
 * texts from page to page of the site and hands them over when the frame says hello. Without such a page they live as
 * long as this one.
 */
export const handed: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
  getItem: (name) => texts.get(name) ?? null,
  setItem(name, text) {
    texts.set(name, text);
    hand(Object.fromEntries(texts));
  },
  removeItem(name) {
    texts.delete(name);
    hand(Object.fromEntries(texts));
  },
};

/** Takes over what the page around has kept. @param give hands it what is to be kept from now on, at each change */
export function takeOver(kept: Texts, give: (texts: Texts) => void): void {
  for (const [name, text] of Object.entries(kept)) texts.set(name, text);
  hand = give;
}
