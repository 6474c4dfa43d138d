/** Any JSON object: an activity before it is kept. */
export type ActivityBody = Readonly<Record<string, unknown>>;

/** A conversation as it is kept. */
export interface KeptConversation {
  readonly id: string;
  readonly userId: string;
  /** Sequence of the last thing said; 0: nothing yet. */
  readonly lastSequence: number;
}

/** An activity as it stands in the log. */
export interface KeptActivity {
  readonly conversationId: string;
  /** Position in its conversation, rising; the watermark of clients. */
  readonly sequence: number;
  readonly id: string;
  /** With `id` and a `timestamp` later than any before it in the conversation. */
  readonly activity: ActivityBody;
}

/** What became of something a patient sent. `repeated`: it is kept already, under this id. */
export type Receipt =
  { readonly kind: 'stored' | 'repeated'; readonly id: string } | { readonly kind: 'unknown-conversation' };

/** Where conversations last: what the Direct Line needs of a store (the activity log of the storage room). */
export interface ConversationLog {
  /** Begins a conversation under an unguessable id. */
  create(start: { readonly userId: string }): Promise<KeptConversation>;
  find(conversationId: string): Promise<KeptConversation | undefined>;
  /** Somebody is here: the time until the conversation is forgotten starts anew. */
  touch(conversationId: string): Promise<void>;
  /** Keeps what a patient sent, at once; it waits for its turn until `markHandled`. Of one `clientId` only the first. */
  receive(conversationId: string, activity: ActivityBody, clientId?: string): Promise<Receipt>;
  /** Keeps what the bot says, in order; gives the ids. Within a turn it is written when the turn ends. */
  append(conversationId: string, activities: readonly ActivityBody[]): Promise<readonly string[]>;
  /** Activities after a sequence, in order. */
  read(conversationId: string, after: number, limit: number): Promise<readonly KeptActivity[]>;
  /** Calls back when there may be something new, from this process or another. Gives back what ends it. */
  subscribe(conversationId: string, listener: () => void): () => void;
  /** The turn of something a patient sent is over. */
  markHandled(conversationId: string, activityId: string): Promise<void>;
  /** Kept conversations. */
  count(): Promise<number>;
}
