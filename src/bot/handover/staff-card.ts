/** What staff see of a talk in a chat: a title, lines, and what can be done. Free of any channel's form. */
export interface StaffCard {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isUrgent?: boolean;
  readonly talk?: string;
  /** A button to take it; or a box to answer in, with how it can end. */
  readonly deed?:
    | { readonly kind: 'take'; readonly button: string }
    | {
        readonly kind: 'answer';
        readonly label: string;
        readonly button: string;
        readonly end: string;
        readonly outcomeLabel: string;
        readonly outcomes: readonly { readonly title: string; readonly value: string }[];
      };
}

/** What the buttons of a card send, under this key of the activity's value. */
export const HANDOVER_DATA = 'handover';
