/** Any JSON object that has a type: an activity before it is kept. */
export type ActivityBody = Readonly<Record<string, unknown>> & { readonly type: string };

/** An activity as it is kept: plain JSON, dates as text. */
export type KeptActivity = ActivityBody & { readonly id: string; readonly timestamp: string };

/** A conversation as it was begun. */
export interface KeptConversation {
  readonly id: string;
  readonly userId: string;
  readonly locale?: string | undefined;
}

/** An activity in its place. */
export interface KeptEntry {
  /** Rises within a conversation; the watermark of clients. 0 for what is stored only when the turn ends. */
  readonly sequence: number;
  readonly activity: KeptActivity;
}

/** What is to be kept. */
export interface ActivityDraft {
  /** Without id and timestamp: the log gives both, the timestamp later than any before it in the conversation. */
  readonly activity: ActivityBody;
  /** Names it within its conversation: a second draft of this name is not kept again. */
  readonly key: string;
  /** True for what the bot has to answer. */
  readonly needsTurn: boolean;
}

/** An activity the bot has not answered yet, held by this process for a while. */
export interface TurnClaim {
  readonly entry: KeptEntry;
  /** Where it was said; undefined when it was deleted meanwhile. */
  readonly conversation: KeptConversation | undefined;
  /** Times it was claimed, this time included. */
  readonly attempts: number;
}

/** The conversations of the self-hosted Direct Line and everything said in them: what that channel asks of a store. */
export interface ConversationLog {
  /** Keeps a conversation; does nothing when it is kept already. */
  create(conversation: KeptConversation): Promise<void>;
  /** A conversation that has neither expired nor been deleted. */
  find(conversationId: string): Promise<KeptConversation | undefined>;
  /** Somebody is here: the time until the conversation expires starts anew. Appending does the same. */
  touch(conversationId: string): Promise<void>;
  /** How many conversations are kept, as of two seconds ago at most. */
  count(): Promise<number>;
  /**
   * Keeps an activity; within a turn, together with the turn, so that what the bot says and what it remembers are
   * stored both or not at all.
   *
   * @throws UnknownConversationError, except within a turn: what is said into a deleted conversation is lost
   */
  append(conversationId: string, draft: ActivityDraft): Promise<{ readonly entry: KeptEntry; readonly isNew: boolean }>;
  /** Puts an activity in the place of another, with its id and timestamp and a new sequence; undefined if unknown. */
  replace(conversationId: string, activityId: string, activity: ActivityBody): Promise<KeptEntry | undefined>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  /** Entries after a sequence (0: from the start), in order. */
  readAfter(conversationId: string, sequence: number, limit: number): Promise<readonly KeptEntry[]>;
  /**
   * Calls `wake` when there may be something new to read, perhaps with it, stored by this instance or another, and when
   * news may have been missed. Returns what ends that. `wake` must not throw.
   */
  subscribe(conversationId: string, wake: (news?: KeptEntry) => void): () => void;
  /** Holds the oldest unanswered entry of a conversation; undefined when there is none, or it is held already. */
  claimTurn(conversationId: string): Promise<TurnClaim | undefined>;
  /** Marks a held entry as answered; within a turn, stored with it. Does nothing when that has been done. */
  finishTurn(conversationId: string, claim: TurnClaim): Promise<void>;
  /**
   * Lets a held entry go unanswered, so that it is taken up again, by this process or another. Where the database cannot
   * be told (it rejects then), the entry is let go all the same.
   */
  releaseTurn(conversationId: string, claim: TurnClaim): Promise<void>;
  /** Whether an entry is still to be answered, here or elsewhere. */
  isUnanswered(conversationId: string, activityId: string): Promise<boolean>;
  /** Conversations with unanswered entries nobody holds: not yet taken up, or their process was killed. */
  findUnanswered(): Promise<readonly string[]>;
}
