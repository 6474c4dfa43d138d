import type { CallbackList } from '../../handover/callback-list';
import type { Reception } from '../../handover/reception';
import type { TalkStore } from '../../handover/talk-store';
import type { TellStaff } from './staff-news';

/** What a person can be reached through. Without it patients get the clinic's numbers. */
export interface FrontDesk {
  readonly talks: TalkStore;
  readonly callbacks: CallbackList;
  readonly reception: Reception;
  /** Tells the staff's chats; undefined: there are none. */
  readonly tell?: TellStaff | undefined;
}
