/** Where botbuilder's `PrivateConversationState` keeps what belongs to one person in one conversation, without namespace. */
export const personalKey = (channelId: string, conversationId: string, userId: string): string =>
  `${channelId}/conversations/${conversationId}/users/${userId}/`;

/** The part of the stored keys that belongs to one person in one conversation. */
export interface KeptPlace {
  readonly channelId: string;
  readonly userId: string;
  readonly conversationId: string;
}

/** Keys from `from` on, and before `to`, compared byte by byte. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

const SLASH_AND_NEXT = /\/$/;

/** All keys that begin with `prefix`, which ends in a slash; '0' is the character after '/'. */
const startingWith = (prefix: string): KeyRange => ({ from: prefix, to: prefix.replace(SLASH_AND_NEXT, '0') });

/** The keys of one person in one conversation. */
export interface KeptKeys {
  readonly conversation: KeyRange;
  /** The private states of everyone in this conversation: within `conversation`. */
  readonly everyone: KeyRange;
  readonly own: readonly KeyRange[];
}

/**
 * Where botbuilder's `ConversationState`, `UserState` and `PrivateConversationState` keep what belongs to one person
 * and one conversation, under any namespace (each ends its key with a slash and the namespace).
 */
export const readKeptKeys = ({ channelId, userId, conversationId }: KeptPlace): KeptKeys => {
  const conversation = `${channelId}/conversations/${conversationId}/`;
  return {
    conversation: startingWith(conversation),
    everyone: startingWith(`${conversation}users/`),
    own: [startingWith(`${conversation}users/${userId}/`), startingWith(`${channelId}/users/${userId}/`)],
  };
};

/** The private states of one person in all conversations of a channel: `like` finds them within `within`. */
export const readPersonKeys = ({
  channelId,
  userId,
}: KeptPlace): { readonly within: KeyRange; readonly part: string } => ({
  within: startingWith(`${channelId}/conversations/`),
  part: `/users/${userId}/`,
});

const inRange = (key: string, { from, to }: KeyRange): boolean => key >= from && key < to;

/** Whether a key belongs to the person or the conversation as a whole; the private states of others do not. */
export const isKept = (key: string, { conversation, everyone, own }: KeptKeys): boolean =>
  own.some((range) => inRange(key, range)) || (inRange(key, conversation) && !inRange(key, everyone));

const CONVERSATION = /^[^/]+\/conversations\/(.+?)\/(?:users\/.*|[^/]*)$/;

/** The conversation id a state key belongs to, or undefined when it belongs to a person. */
export const readConversationId = (key: string): string | undefined => CONVERSATION.exec(key)?.[1];
