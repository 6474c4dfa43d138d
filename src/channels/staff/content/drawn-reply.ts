/** A reply as a channel shows it, ready to be drawn on a page. */
export interface DrawnReply {
  readonly channel: 'chat' | 'teams';
  readonly area: 'face' | 'hair' | undefined;
  readonly text: string;
  readonly note: string | undefined;
  readonly buttons: readonly string[];
}
