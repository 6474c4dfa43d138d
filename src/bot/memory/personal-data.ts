/** One person in one conversation of a channel. */
interface Person {
  readonly channelId: string;
  readonly conversationId: string;
  readonly userId: string;
}

/** Deletes what other parts of the program keep of a person: the transcript of the site's own chat, for one. */
export interface PersonalData {
  erase(person: Person): Promise<void>;
}
