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
  /** What is shown while the chat cannot be loaded. */
  readonly clinic: {
    readonly name?: string;
    readonly hours: readonly string[];
    readonly links: readonly { readonly title: string; readonly url: string }[];
    readonly example?: string;
  };
}
