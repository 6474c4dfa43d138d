import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { readOutcome } from '../../handover/ending';
import { placeOfOwner, placeOwner, type StaffPlaces } from '../../handover/staff-places';
import type { TalkStore } from '../../handover/talk-store';
import type { Knowledge } from '../../knowledge/knowledge';
import { normalize } from '../../text/normalize';
import type { Channel } from '../turn/channel';
import { isPublic } from '../understand/is-public';
import type { Speaker } from './compose-handover';
import { isOverheard } from './is-overheard';
import type { StaffCards } from './compose-staff-cards';
import { HANDOVER_DATA, type StaffCard } from './staff-card';
import type { Act, StaffDesk } from './staff-desk';
import { staffPlaceOf } from './staff-place-of';

/** What a turn with staff in a chat is made of. */
export interface StaffTurnDependencies {
  readonly places: StaffPlaces;
  readonly talks: Pick<TalkStore, 'find' | 'messages' | 'open'>;
  readonly desk: StaffDesk;
  readonly cards: StaffCards;
  readonly messages: Knowledge['messages'];
  readonly channelOf: (channelId: string) => Channel;
  /** Whether the assistant gets what is written among others without naming it: only the staff's own words to a patient are for it. */
  readonly readsAll: boolean;
  /** Says something here, in the form of the channel. */
  readonly show: (context: TurnContext, card: StaffCard) => Promise<void>;
}

/** Handles what staff do in a chat: asking for talks to be brought there, taking, answering, ending. False: none of it. */
export type StaffTurn = (context: TurnContext) => Promise<boolean>;

const pressed = z.object({
  [HANDOVER_DATA]: z.object({ talk: z.string(), act: z.enum(['take', 'answer', 'end']) }),
  text: z.string().optional(),
  outcome: z.string().optional(),
});
type Pressed = z.infer<typeof pressed>;

/** Messages of a talk shown to who takes it, and letters of each. */
const SHOWN = 6;
const LONGEST = 500;
const MESSAGE = 'message';
const TYPING = 'typing';

/** Creates it. */
export function createStaffTurn(dependencies: StaffTurnDependencies): StaffTurn {
  const { places, talks, desk, cards, messages, channelOf, readsAll, show } = dependencies;
  const { staff } = messages.handover;
  const connect = new Set(staff.connectWords.map((words) => normalize(words)));
  const disconnect = new Set(staff.disconnectWords.map((words) => normalize(words)));

  const sayAct = (context: TurnContext, became: Act): Promise<void> => {
    switch (became) {
      case 'done':
        return Promise.resolve();
      case 'gone':
      case 'ended':
        return show(context, cards.plain(staff.over));
      case 'other':
        return show(context, cards.plain(staff.others));
      default:
        return became satisfies never;
    }
  };
  const take = async (context: TurnContext, id: string, by: Speaker): Promise<void> => {
    const became = await desk.take(id, by);
    const talk = await talks.find(id);
    if (became !== 'done' || talk === undefined) return sayAct(context, became);
    const written = await talks.messages(id, 0);
    const lines = written
      .filter(({ author }) => author === 'patient' || author === 'note')
      .slice(-SHOWN)
      .map(({ author, text }) => `${author === 'note' ? staff.note : staff.patient}: ${text.slice(0, LONGEST)}`);
    await show(context, cards.yours(talk, lines));
  };
  const answer = async (context: TurnContext, id: string, by: Speaker, text: string): Promise<void> => {
    if (text.trim() === '') return;
    const became = await desk.answer(id, by, { key: `${by.id} ${context.activity.id ?? ''}`, text: text.trim() });
    if (became === 'done') await show(context, cards.plain(staff.sent));
    else await sayAct(context, became);
  };
  const press = async (context: TurnContext, { handover, text = '', outcome = '' }: Pressed, by: Speaker) => {
    switch (handover.act) {
      case 'take':
        return take(context, handover.talk, by);
      case 'answer':
        return answer(context, handover.talk, by, text);
      case 'end': {
        const became = await desk.end(handover.talk, by, readOutcome(outcome) ?? 'answered');
        return became === 'done' ? show(context, cards.plain(staff.ended)) : sayAct(context, became);
      }
      default:
        return handover.act satisfies never;
    }
  };

  return async (context) => {
    const { activity } = context;
    if (activity.type === TYPING) return showWriting(context);
    const { text } = channelOf(activity.channelId).readMessage(activity);
    if (readsAll && isOverheard(activity, text)) return overhear(context, text);
    if (activity.type !== MESSAGE) return false;
    const value = pressed.safeParse(activity.value);
    const plain = normalize(text);
    const asks = connect.has(plain);
    const leaves = disconnect.has(plain);
    if (!asks && !leaves && !value.success && !isChatOfTwo(activity)) return false;
    const place = staffPlaceOf(context);
    if (asks) {
      const isOpen = await places.ask(place);
      await show(context, cards.plain(isOpen ? staff.connected : staff.asked));
      return true;
    }
    if (!(await isConnected(place.id))) return leaves || value.success ? refuse(context) : false;
    if (leaves) {
      await places.close(place.id);
      await show(context, cards.plain(staff.disconnected));
      return true;
    }
    const by = speakerIn(place.id, activity);
    if (value.success) {
      await press(context, value.data, by);
      return true;
    }
    const only = await findOnly(by, place.id);
    if (only === undefined) return false;
    await answer(context, only, by, text);
    return true;
  };

  /** Words among colleagues stay there, but what somebody writes in the thread in which they took a talk. */
  async function overhear(context: TurnContext, text: string): Promise<true> {
    const { activity } = context;
    const { id: place } = staffPlaceOf(context);
    if (activity.type !== MESSAGE || !(await isConnected(place))) return true;
    const by = speakerIn(place, activity);
    const only = await findOnly(by, place, by.thread);
    if (only !== undefined) await answer(context, only, by, text);
    return true;
  }

  /** In a chat of two what is written is for the one talk that its member has; in a thread, for the one taken there. */
  async function findOnly(by: Speaker, place: string, thread?: string): Promise<string | undefined> {
    const own = (await talks.open()).filter(
      ({ owner }) =>
        owner?.id === by.id && placeOfOwner(owner.id) === place && (thread === undefined || owner.thread === thread),
    );
    return own.length === 1 ? own[0]?.id : undefined;
  }

  async function isConnected(place: string): Promise<boolean> {
    return (await places.list()).some(({ id, isOpen }) => id === place && isOpen);
  }

  /** Channels that tell of it do so in a chat of two. */
  async function showWriting(context: TurnContext): Promise<boolean> {
    const { activity } = context;
    if (!isChatOfTwo(activity)) return false;
    const { id: place } = staffPlaceOf(context);
    if (!(await isConnected(place))) return false;
    const by = speakerIn(place, activity);
    const only = await findOnly(by, place);
    if (only !== undefined) await desk.writing(only, by);
    return only !== undefined;
  }

  async function refuse(context: TurnContext): Promise<boolean> {
    await show(context, cards.plain(staff.notConnected));
    return true;
  }
}

function speakerIn(place: string, { from, conversation }: Activity): Speaker {
  const id = placeOwner(place, from.aadObjectId ?? from.id);
  return { id, name: from.name, thread: conversation.id, isPhysician: false };
}

/** Only in a chat of two everything that is written is meant for the talk. */
const isChatOfTwo = (activity: Activity): boolean => !isPublic(activity);
