import type { Shown, ShownButton, ShownCard, ShownElement } from './playground';

/** The card of a message; throws where there is none. */
export function cardOf({ attachments }: Shown): ShownCard {
  const card = attachments?.[0];
  if (card?.contentType !== 'application/vnd.microsoft.card.adaptive') throw new Error('the message has no card');
  return card.content;
}

/** Everything a card says, without the signs that only keep directions. */
export function textOf(message: Shown): string {
  const lines = (elements: readonly ShownElement[]): string[] =>
    elements.flatMap(({ text, items = [] }) => [...(text === undefined ? [] : [text]), ...lines(items)]);
  return lines(cardOf(message).body)
    .join('\n')
    .replace(/[\u200F\u2066-\u2069]/g, '');
}

/** The buttons of a card. */
export function buttonsOf(message: Shown): readonly ShownButton[] {
  return cardOf(message).body.flatMap(({ actions = [] }) => actions);
}

/** What pressing a button sends; throws where the card has no such button. */
export function dataOf(message: Shown, title: string): Readonly<Record<string, unknown>> {
  const found = buttonsOf(message).find((button) => button.title === title);
  if (found?.data === undefined) throw new Error(`no button "${title}" among: ${titlesOf(message).join(', ')}`);
  return found.data;
}

export function titlesOf(message: Shown): string[] {
  return buttonsOf(message).map(({ title }) => title);
}
