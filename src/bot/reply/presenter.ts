import type { Activity } from 'botbuilder';
import type { Reply } from './reply';

/** Draws replies in the form a channel shows best: plain text with buttons, or cards. */
export interface Presenter {
  /** The activities to send for a reply to `incoming`, in order. */
  present(reply: Reply, incoming: Partial<Activity>): Partial<Activity>[];
}

/** The presenter of a channel, by its Bot Framework channel id ("msteams", "webchat", "emulator" …). */
export type PresenterOf = (channelId: string) => Presenter;
