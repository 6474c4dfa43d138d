import type { Activity } from 'botbuilder';
import type { Reply } from './reply';

/** Draws replies in the form a channel shows best: plain text with buttons, or cards. */
export interface Presenter {
  /** The activities to send for a reply to `incoming`, in order. */
  present(reply: Reply, incoming: Partial<Activity>): Partial<Activity>[];
}
