import { ActionTypes, ActivityTypes, InputHints, TextFormatTypes } from 'botbuilder';
import type { Activity, CardAction } from 'botbuilder';
import type { Presenter } from './presenter';
import type { Choice, Reply } from './reply';
import { markRightToLeft } from './right-to-left';

/** What a text channel can show. */
export interface TextPresenterSettings {
  /**
   * Most suggested actions shown under a message; the rest can still be typed. Default: all. Moving it down hides
   * choices: the Emulator and Web Chat show any number in a scrolling row.
   */
  readonly mostActions?: number;
}

/** A presenter for channels with plain text and suggested actions: the Emulator, Web Chat, the clinic's own widget. */
export function createTextPresenter(settings: TextPresenterSettings = {}): Presenter {
  const { mostActions = Number.POSITIVE_INFINITY } = settings;
  return {
    present: (reply) => [
      {
        type: ActivityTypes.Message,
        text: markRightToLeft(plainTextOf(reply)),
        textFormat: TextFormatTypes.Plain,
        locale: 'ar',
        inputHint: reply.kind === 'eligibility' ? InputHints.ExpectingInput : InputHints.AcceptingInput,
        ...suggestedActions(reply.choices.slice(0, mostActions)),
      },
    ],
  };
}

/** The text of a reply with its note below. */
export function plainTextOf({ text, note }: Pick<Reply, 'text' | 'note'>): string {
  return note === undefined ? text : `${text}\n\n${note}`;
}

function suggestedActions(choices: readonly Choice[]): Pick<Partial<Activity>, 'suggestedActions'> {
  return choices.length === 0 ? {} : { suggestedActions: { to: [], actions: choices.map(asAction) } };
}

function asAction({ title, value }: Choice): CardAction {
  return { type: ActionTypes.ImBack, title, value };
}
