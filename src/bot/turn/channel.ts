import type { Activity, TurnContext } from 'botbuilder';
import type { Message } from '../understand/message';
import type { Presenter } from '../reply/presenter';
import type { Reply } from '../reply/reply';

/** What differs from channel to channel. A channel of its own kind (Teams) brings its own. */
export interface Channel {
  readonly presenter: Presenter;
  /** What the person said, without what the channel puts around it (mentions, card data). */
  readMessage(activity: Activity): Message;
  /** Whether others read along: then no question about anybody's health is asked. */
  isPublic(activity: Activity): boolean;
  /** Whether this turn is where a conversation or a person should be greeted. Asked once a conversation update. */
  greets(activity: Activity): boolean;
  /** Whether the channel belongs to somebody else, who keeps copies of the conversation. */
  readonly isElsewhere: boolean;
  /** Milliseconds after which a turn shows that the assistant is typing; undefined: never. Most turns take two. */
  readonly typingAfter?: number;
  /** The first message where it is not the usual one of messages.yaml; undefined: the usual one. */
  welcome?(activity: Activity): Reply | undefined;
  /** What is said in public to somebody who wants the eligibility check or a person; default: the sentence of messages.yaml. */
  inviteToPrivate?(context: TurnContext, wish: 'check' | 'person'): Promise<Reply | undefined>;
}

/** The channel of a Bot Framework channel id ("msteams", "webchat", "emulator" …). */
export type ChannelOf = (channelId: string) => Channel;
