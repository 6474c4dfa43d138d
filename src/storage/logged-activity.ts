/** What the chat log stores of an activity: any JSON object. */
export type ActivityBody = Readonly<Record<string, unknown>>;

/** An activity as stored. */
export interface LoggedActivity {
  readonly conversationId: string;
  /** Position in the conversation, rising; the watermark of Direct Line. */
  readonly sequence: number;
  readonly id: string;
  /** The activity with `id` and `timestamp` set. */
  readonly activity: ActivityBody;
}

/** A conversation of the self-hosted Direct Line. Times are milliseconds since 1970. */
export interface ConversationRecord {
  readonly id: string;
  readonly userId: string;
  readonly locale: string | undefined;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Of the last thing said; 0: nothing yet. */
  readonly lastSequence: number;
}
