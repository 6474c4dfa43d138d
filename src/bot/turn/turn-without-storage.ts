import type { Activity } from 'botbuilder';
import type { ChannelOf } from './channel';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { composePlain } from '../reply/compose-plain';
import type { Respond } from './respond';
import { createSession } from '../memory/session';
import type { Understand } from '../understand/understand';

/** What a message comes to that has no turn of its own. */
export type BareKind = 'urgent' | 'person' | 'apology';

/** What somebody hears whose message can be neither kept nor tied to what was said before. */
interface BareAnswer {
  readonly kind: BareKind;
  /** True for an urgent sign and for the wish to reach a person: these need no memory, and must not wait for one. */
  readonly pressing: boolean;
  readonly activities: readonly Partial<Activity>[];
  /** The same, as plain text. */
  readonly text: string;
}

/** Answers one message from the content alone, while the database cannot serve. Never throws. */
export type AnswerWithoutStorage = (activity: Activity) => BareAnswer;

interface Dependencies {
  readonly understand: Understand;
  readonly respond: Respond;
  readonly compose: ComposeDependencies;
  readonly channelOf: ChannelOf;
}

/** Creates it. Everything but an urgent sign and the wish for a person gets the apology, with the clinic's number. */
export function createAnswerWithoutStorage({
  understand,
  respond,
  compose,
  channelOf,
}: Dependencies): AnswerWithoutStorage {
  return (activity) => {
    const channel = channelOf(activity.channelId);
    const understanding = understand(channel.readMessage(activity), {});
    const isPerson = understanding.kind === 'command' && understanding.command === 'human';
    const pressing = understanding.kind === 'urgent' || isPerson;
    const kind = understanding.kind === 'urgent' ? 'urgent' : isPerson ? 'person' : 'apology';
    const reply = pressing
      ? // The buttons of a reply need the memory that is missing.
        { ...respond(understanding, createSession(0)).reply, choices: [] }
      : composePlain('unknown', compose.knowledge.messages.errors.storageTrouble, [], compose);
    return { kind, pressing, activities: channel.presenter.present(reply, activity), text: reply.text };
  };
}
