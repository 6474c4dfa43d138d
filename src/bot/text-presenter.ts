import { ActionTypes, ActivityImportance, ActivityTypes, InputHints, TextFormatTypes } from 'botbuilder';
import type { Activity, CardAction } from 'botbuilder';
import type { Presenter } from './presenter';
import type { Choice, Link, Reply } from './reply';
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
        ...(reply.kind === 'urgent' && { importance: ActivityImportance.High }),
        ...aside(reply),
        ...suggestedActions([...(reply.links ?? []).map(asLink), ...reply.choices.map(asAction)].slice(0, mostActions)),
      },
    ],
  };
}

/** The text of a reply with its note below. */
export function plainTextOf({ text, note }: Pick<Reply, 'text' | 'note'>): string {
  return note === undefined ? text : `${text}\n\n${note}`;
}

/** For clients that draw the note apart: which end of the text it is, and where the source it names can be read. */
function aside({ note, source }: Reply): Pick<Partial<Activity>, 'channelData'> {
  return note === undefined ? {} : { channelData: { note: { text: markRightToLeft(note), source } } };
}

function suggestedActions(actions: CardAction[]): Pick<Partial<Activity>, 'suggestedActions'> {
  return actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
}

function asLink({ title, url }: Link): CardAction {
  return { type: url.startsWith('tel:') ? ActionTypes.Call : ActionTypes.OpenUrl, title, value: url };
}

function asAction({ title, value }: Choice): CardAction {
  return { type: ActionTypes.ImBack, title, value };
}
