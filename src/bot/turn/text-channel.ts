import { type Activity, type ChannelAccount, TextFormatTypes } from 'botbuilder';
import type { Channel } from './channel';
import type { Message } from '../understand/message';
import type { Presenter } from '../reply/presenter';
import { isPublic } from '../understand/is-public';
import { type HtmlContent, readHtml } from '../understand/read-html';
import { createAddressStripper } from '../understand/strip-address';
import { stripMarkup } from '../understand/strip-markup';
import { createTextPresenter } from '../reply/text-presenter';

/** What may differ between channels of plain text. */
export interface TextChannelSettings {
  readonly presenter?: Presenter;
  /** Default true: only the site's own chat stays on the clinic's server. */
  readonly isElsewhere?: boolean;
  readonly typingAfter?: number;
  /** What the assistant is called in the content; default: only what the channel calls it. */
  readonly names?: readonly string[];
  /** See the text presenter. */
  readonly answersCarryData?: boolean;
}

/** A channel of plain text with suggested actions: the Emulator, Web Chat, Direct Line. */
export function createTextChannel(settings: TextChannelSettings = {}): Channel {
  const { isElsewhere = true, typingAfter, names = [], answersCarryData = false } = settings;
  const { presenter = createTextPresenter({ answersCarryData }) } = settings;
  return {
    presenter,
    isElsewhere,
    ...(typingAfter === undefined ? {} : { typingAfter }),
    readMessage: createActivityReader(names),
    isPublic,
    greets: greetsNewcomer,
  };
}

/** Message attachments that are only the text once more in another form, a quoted message, or a preview of a link. */
const TEXT_AGAIN = /^(?:text\/|(?:forwarded)?messageReference$|application\/vnd\.microsoft\.(?:teams\.)?card\.)/i;

/**
 * Creates what reads a message on every channel: its text, or that of a button which sends a value instead, without
 * mentions, quoted messages and the assistant's own names, and whether anything came with it.
 */
export function createActivityReader(names: readonly string[]): (activity: Activity) => Message {
  const stripAddress = createAddressStripper(names);
  const read = (activity: Activity): Message => {
    const { name } = activity.recipient as Partial<ChannelAccount>;
    const written = readWritten(activity);
    const said = written === '' ? readValue(activity.value) : stripAddress(written, name);
    if (said !== '' || written !== '') return { text: said, extras: readExtras(activity, false) };
    const again = readAgain(activity);
    return { text: stripAddress(again.text, name), extras: readExtras(activity, again.hasPicture) };
  };
  // A turn asks for it several times; nothing of what it is read from changes after the channel has brought it.
  const known = new WeakMap<Activity, Message>();
  return (activity) => {
    const before = known.get(activity);
    if (before !== undefined) return before;
    const message = read(activity);
    known.set(activity, message);
    return message;
  };
}

/** The text as it was written, without what the channel puts into it. */
function readWritten(activity: Activity): string {
  const written = typeof activity.text === 'string' ? stripMarkup(activity) : '';
  return activity.textFormat === (TextFormatTypes.Xml as string) ? readHtml(written).text : written;
}

/** What comes along in HTML, where Teams repeats the text and shows pictures: all there is where there is no text. */
function readAgain({ attachments = [], entities }: Activity): HtmlContent {
  const html: unknown = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return readHtml(typeof html === 'string' ? stripMarkup({ text: html, entities: entities ?? [] }) : '');
}

function readValue(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const said = typeof value === 'object' && value !== null && 'say' in value ? value.say : undefined;
  return typeof said === 'string' ? said.trim() : '';
}

function readExtras({ channelData, attachments = [] }: Activity, hasPicture: boolean): Message['extras'] {
  if (isSticker(channelData)) return 'sticker';
  const isMore = hasPicture || attachments.some(({ contentType }) => !TEXT_AGAIN.test(contentType));
  return isMore ? 'attachment' : 'none';
}

/** Telegram, LINE and others put a sticker into the channel's own data, under this name. */
function isSticker(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return 'sticker' in data || ('message' in data && isSticker(data.message));
}

/** A person was added to a conversation of two, or the bot to a group: never every member of a group. */
function greetsNewcomer(activity: Activity): boolean {
  const { membersAdded = [], recipient } = activity;
  const isBot = ({ id }: ChannelAccount): boolean => id === recipient.id;
  return isPublic(activity) ? membersAdded.some(isBot) : membersAdded.some((member) => !isBot(member));
}
