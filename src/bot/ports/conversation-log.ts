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

/** One place in a conversation. */
export interface KeptEntry {
  /** Grows by each entry of a conversation; the watermark of clients. */
  readonly sequence: number;
  readonly activity: KeptActivity;
}

/** Something to be kept. */
export interface ActivityDraft {
  /** Without id and timestamp: the log gives both, the timestamp later than any before it in the conversation. */
  readonly activity: ActivityBody;
  /** Names this entry within its conversation: a second draft with the same key is not kept again. */
  readonly key: string;
  /** True for what the bot has to answer. */
  readonly needsTurn: boolean;
}

/** A piece of work: an entry the bot has not answered yet, held by this process for a while. */
export interface TurnClaim {
  readonly entry: KeptEntry;
  /** Where it was said; undefined when it was deleted meanwhile. */
  readonly conversation: KeptConversation | undefined;
  /** Times it was claimed, this time included. */
  readonly attempts: number;
}

/** Where conversations last: what the Direct Line needs of a store. */
export interface ConversationLog {
  /** Keeps a conversation; does nothing if it is kept already. */
  create(conversation: KeptConversation): Promise<void>;
  find(conversationId: string): Promise<KeptConversation | undefined>;
  /** Somebody is here: the time until the conversation is forgotten starts anew. */
  touch(conversationId: string): Promise<void>;
  /** Kept conversations, as of a few seconds ago. */
  count(): Promise<number>;
  /**
   * Keeps an activity; within a turn it is written when the turn ends.
   *
   * @throws an error named UnknownConversationError when the conversation is not kept, or no more
   */
  append(conversationId: string, draft: ActivityDraft): Promise<{ readonly entry: KeptEntry; readonly isNew: boolean }>;
  /** Puts an activity in the place of another, with its id and timestamp and a new sequence; undefined if unknown. */
  replace(conversationId: string, activityId: string, activity: ActivityBody): Promise<KeptEntry | undefined>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  /** Entries after a sequence, in order. */
  readAfter(conversationId: string, sequence: number, limit: number): Promise<readonly KeptEntry[]>;
  /** Calls back when there may be something new, of this process (perhaps with it) or another. Gives back what ends it. */
  subscribe(conversationId: string, wake: (news?: KeptEntry) => void): () => void;
  /** Holds the oldest unanswered entry of a conversation; undefined if there is none, or it is held already. */
  claimTurn(conversationId: string): Promise<TurnClaim | undefined>;
  /** Marks a held entry as answered; within a turn, written when the turn ends. Does nothing when that has been done. */
  finishTurn(conversationId: string, claim: TurnClaim): Promise<void>;
  /**
   * Lets a held entry go unanswered, so that it is taken up again, by this process or another. Where the database cannot
   * be told (it rejects then), the entry is let go all the same.
   */
  releaseTurn(conversationId: string, claim: TurnClaim): Promise<void>;
  /** Whether an entry is still to be answered, here or elsewhere. */
  isUnanswered(conversationId: string, activityId: string): Promise<boolean>;
  /** Conversations with unanswered entries nobody holds. */
  findUnanswered(): Promise<readonly string[]>;
}
