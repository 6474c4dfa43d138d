/** Content type of an Adaptive Card attachment. */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** A line of text. Colours are left to the client: fixed ones fail in dark and high-contrast themes. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly spacing?: 'none' | 'small' | 'medium' | 'large';
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  /** Read out as a heading. */
  readonly style?: 'heading';
  readonly isSubtle?: true;
  readonly id?: string;
  /** Until a button shows it. */
  readonly isVisible?: false;
}

/** A button that sends data to the bot, opens an address, or shows what the card holds back. */
export type CardButton =
  | {
      readonly type: 'Action.Submit';
      readonly title: string;
      readonly data: Readonly<Record<string, unknown>>;
      /** The answer is the feedback: Teams would write "Your response was sent to the app" under the card, too. */
      readonly msTeams: { readonly feedback: { readonly hide: true } };
    }
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | { readonly type: 'Action.ToggleVisibility'; readonly title: string; readonly targetElements: readonly string[] };

/** Buttons beside each other. */
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly spacing?: 'small' | 'medium';
  readonly id?: string;
  readonly isVisible?: false;
  readonly actions: readonly CardButton[];
}

/** Elements on a background that the client's theme gives for warnings. */
export interface Container {
  readonly type: 'Container';
  readonly style: 'attention';
  /** Up to the edges of the card. */
  readonly bleed?: true;
  readonly items: readonly (TextBlock | ActionSet)[];
}

/** A box to write in: its text is sent by the buttons of the card, under its id. */
interface InputText {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly isMultiline: true;
  readonly maxLength: number;
}

/** A choice of one: sent in the same way. */
interface InputChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact';
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** The part of Adaptive Cards 1.5 that is used here: what Teams draws alike on desktop, web, iOS and Android. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly rtl: true;
  /** Shown by clients that cannot draw the card. */
  readonly fallbackText: string;
  readonly body: readonly (TextBlock | Container | ActionSet | InputText | InputChoiceSet)[];
}
