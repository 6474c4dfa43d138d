import type { StaffDesk } from '../../../bot/handover/staff-desk';
import type { CallbackList } from '../../../handover/callback-list';
import type { Reception } from '../../../handover/reception';
import type { StaffPlaces } from '../../../handover/staff-places';
import type { TalkStore } from '../../../handover/talk-store';

/** An answer of the knowledge base, ready to be sent. */
export interface ReadyAnswer {
  readonly topic: string;
  readonly title: string;
}

/** What the pages about talks with patients work with. */
export interface Inbox {
  readonly talks: TalkStore;
  readonly callbacks: CallbackList;
  readonly reception: Reception;
  /** Places that get talks; opening one says so there. */
  readonly places: Pick<StaffPlaces, 'list' | 'open' | 'close'>;
  readonly desk: StaffDesk;
  /** Answers near to what somebody wrote, best first. */
  readonly near: (text: string) => readonly ReadyAnswer[];
  /** The text of one, with the clinic's data; undefined: no such topic. */
  readonly ready: (topic: string) => string | undefined;
  /** What to call a topic. */
  readonly titleOf: (topic: string) => string | undefined;
}
