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
  /**
   * Whether the answers to a question carry which question they answer (a message with a value), so that a press under an
   * older one is known for what it is. Default false: channels that know no such button show nothing.
   */
  readonly answersCarryData?: boolean;
}

/** A presenter for channels with plain text and suggested actions: the Emulator, Web Chat, the clinic's own widget. */
export function createTextPresenter(settings: TextPresenterSettings = {}): Presenter {
  const { mostActions = Number.POSITIVE_INFINITY, answersCarryData = false } = settings;
  const asAction = (choice: Choice): CardAction =>
    answersCarryData && namesItsQuestion(choice) ? asAnswer(choice) : asWords(choice);
  return {
    present: (reply) => [
      {
        type: ActivityTypes.Message,
        text: markRightToLeft(plainTextOf(reply)),
        textFormat: TextFormatTypes.Plain,
        locale: 'ar',
        inputHint: reply.kind === 'eligibility' ? InputHints.ExpectingInput : InputHints.AcceptingInput,
        ...(reply.kind === 'urgent' && { importance: ActivityImportance.High }),
        ...aside(reply, answersCarryData),
        ...suggestedActions([...(reply.links ?? []).map(asLink), ...reply.choices.map(asAction)].slice(0, mostActions)),
      },
    ],
  };
}

/** The text of a reply with its note below. */
export function plainTextOf({ text, note, speaker }: Pick<Reply, 'text' | 'note' | 'speaker'>): string {
  const said = speaker === undefined ? text : `${speaker}:\n${text}`;
  return note === undefined ? said : `${said}\n\n${note}`;
}

/**
 * For clients that draw them apart: which end of the text is the note, and where the source it names can be read; who of
 * the staff speaks, which is the first line of the text; the answers an opinion is asked of; and what can be done at a
 * question of the check.
 */
function aside(
  { note, source, speaker, rates, choices }: Reply,
  mayAskOpinion: boolean,
): Pick<Partial<Activity>, 'channelData'> {
  if (speaker !== undefined) return { channelData: { speaker: markRightToLeft(`${speaker}:`) } };
  const data = {
    ...(note !== undefined && { note: { text: markRightToLeft(note), source } }),
    ...(rates !== undefined && mayAskOpinion && { rates }),
    ...(mayAskOpinion && controlsOf(choices)),
  };
  return Object.keys(data).length === 0 ? {} : { channelData: data };
}

/** What the person can do at a step of the check besides answering: the consent has its own way out. */
function controlsOf(choices: readonly Choice[]): { readonly controls?: readonly string[] } {
  switch (choices.find(namesItsQuestion)?.data?.['step']) {
    case undefined:
    case 'consent':
      return {};
    case 'symptoms':
    case 'which':
      return { controls: ['stop'] };
    case 'summary':
      return { controls: ['back', 'stop'] };
    default:
      return { controls: ['skip', 'back', 'stop'] };
  }
}

function suggestedActions(actions: CardAction[]): Pick<Partial<Activity>, 'suggestedActions'> {
  return actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
}

function asLink({ title, url }: Link): CardAction {
  return { type: url.startsWith('tel:') ? ActionTypes.Call : ActionTypes.OpenUrl, title, value: url };
}

function asWords({ title, value }: Choice): CardAction {
  return { type: ActionTypes.ImBack, title, value };
}

/** The same words are shown and sent as by any other button; the data goes beside them. */
function asAnswer({ title, value, data }: Choice): CardAction {
  return { type: ActionTypes.MessageBack, title, text: value, displayText: value, value: data };
}

/** A button that answers one question of a conversation, and not any later one. */
function namesItsQuestion({ data }: Choice): boolean {
  return data !== undefined && 'step' in data;
}
