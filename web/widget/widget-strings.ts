/** What the button on the clinic's page says, in one language. */
export interface WidgetStrings {
  readonly title: string;
  readonly greeting: string;
  readonly open: string;
  readonly close: string;
  readonly closeGreeting: string;
  readonly unread: string;
  readonly connecting: string;
  readonly unreachable: string;
  /** What stands on the buttons of the clinic's card, in its order. */
  readonly calls: readonly string[];
}

/** What is shown while the chat cannot be loaded. */
export interface ClinicCard {
  /** Addresses to call or write to. */
  readonly calls: readonly string[];
  /** The clinic's name, its hours. */
  readonly lines: readonly string[];
}
