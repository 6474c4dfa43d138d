/** Somebody in a conversation, as clients and the bot see them. */
export interface Party {
  readonly id: string;
  readonly name: string;
}
