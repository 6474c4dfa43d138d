/** A reply as the server made it, to be drawn. */
export interface Drawn {
  /** What tells it from the others; undefined: nothing. */
  readonly title?: string;
  readonly asked: string;
  /** An activity of Direct Line. */
  readonly activity: unknown;
  readonly card: Card;
}

/** An Adaptive Card, as far as ours go. */
interface Card {
  readonly body: readonly CardElement[];
}

/** One element of a card. */
export interface CardElement {
  readonly type: string;
  readonly text?: string;
  readonly spacing?: string;
  readonly size?: string;
  readonly weight?: string;
  readonly isSubtle?: boolean;
  readonly isVisible?: boolean;
  readonly style?: string;
  readonly items?: readonly CardElement[];
  readonly actions?: readonly { readonly title: string; readonly url?: string }[];
}
