import type { Activity } from 'botbuilder';

/** An activity as it stands in the log: plain JSON, dates as text. */
export type LoggedActivity = Omit<Partial<Activity>, 'timestamp' | 'localTimestamp' | 'expiration'> & {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly localTimestamp?: string;
};

/** A conversation as it was started. */
export interface LoggedConversation {
  readonly id: string;
  readonly userId: string;
  readonly locale?: string | undefined;
}

/** One place in a conversation. */
export interface LogEntry {
  /** Grows by each entry of a conversation; the watermark of clients. */
  readonly sequence: number;
  readonly activity: LoggedActivity;
}

/** Something to be logged. */
export interface Draft {
  /** Without id and timestamp: the log gives both, the timestamp later than any before it in the conversation. */
  readonly activity: Readonly<Record<string, unknown>> & { readonly type: string };
  /** Names this entry within its conversation: a second draft with the same key is not logged again. */
  readonly key: string;
  /** True for what the bot has to answer. */
  readonly needsTurn: boolean;
}

/** A piece of work: an entry the bot has not answered yet, held by this process for a while. */
export interface Claim {
  readonly entry: LogEntry;
  /** Times it was claimed, this time included. More than a few: it takes the process down with it. */
  readonly attempts: number;
}

/** Where conversations last: what the Direct Line needs of a store. */
export interface ConversationLog {
  /** Keeps a conversation; does nothing if it is kept already. */
  create(conversation: LoggedConversation): Promise<void>;
  find(conversationId: string): Promise<LoggedConversation | undefined>;
  /** Kept conversations, not older than a few seconds. */
  count(): Promise<number>;
  /** Forgets a conversation and everything in it. */
  remove(conversationId: string): Promise<void>;
  append(conversationId: string, draft: Draft): Promise<{ readonly entry: LogEntry; readonly isNew: boolean }>;
  /** Puts an activity in the place of another, with its id and timestamp and a new sequence; undefined if unknown. */
  replace(conversationId: string, activityId: string, activity: Draft['activity']): Promise<LogEntry | undefined>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  /** Entries after a sequence, in order. */
  readAfter(conversationId: string, sequence: number, limit: number): Promise<readonly LogEntry[]>;
  /** Calls back after each append or replacement, of this process or another. Gives back what ends it. */
  subscribe(conversationId: string, wake: () => void): () => void;
  /** Holds the oldest unanswered entry of a conversation; undefined if there is none, or another process holds it. */
  claimTurn(conversationId: string): Promise<Claim | undefined>;
  /** Marks a held entry as answered. */
  finishTurn(conversationId: string, claim: Claim): Promise<void>;
  /** Conversations with unanswered entries nobody holds. */
  findUnanswered(): Promise<readonly string[]>;
}
