import type { Activity, Attachment, ChannelAccount } from 'botbuilder';
import type { Channel } from './channel';
import type { Message } from './message';
import type { Presenter } from './presenter';
import { createTextPresenter } from './text-presenter';

/** What may differ between channels of plain text. */
export interface TextChannelSettings {
  readonly presenter?: Presenter;
  /** Default true: only the site's own chat stays on the clinic's server. */
  readonly isElsewhere?: boolean;
  readonly typingAfter?: number;
}

/** A channel of plain text with suggested actions: the Emulator, Web Chat, Direct Line. */
export function createTextChannel(settings: TextChannelSettings = {}): Channel {
  const { presenter = createTextPresenter(), isElsewhere = true, typingAfter } = settings;
  return {
    presenter,
    isElsewhere,
    ...(typingAfter === undefined ? {} : { typingAfter }),
    readMessage: readPlainMessage,
    isPublic: ({ conversation }) => conversation.isGroup,
    greets: greetsNewcomer,
  };
}

/** Message attachments that are only the text once more, in another form. */
const TEXT_AGAIN = /^text\//;

/** The text of a message, or of a button that sends a value instead of a text, and whether anything came with it. */
export function readPlainMessage(activity: Activity): Message {
  const text = typeof activity.text === 'string' ? activity.text.trim() : '';
  const attachments = (activity.attachments ?? []).filter(({ contentType }) => !TEXT_AGAIN.test(contentType));
  return { text: text === '' ? readValue(activity.value) : text, extras: readExtras(activity, attachments) };
}

function readValue(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  const said = typeof value === 'object' && value !== null && 'say' in value ? value.say : undefined;
  return typeof said === 'string' ? said.trim() : '';
}

function readExtras(activity: Activity, attachments: readonly Attachment[]): Message['extras'] {
  if (isSticker(activity.channelData)) return 'sticker';
  return attachments.length > 0 ? 'attachment' : 'none';
}

/** Telegram, LINE and others put a sticker into the channel's own data, under this name. */
function isSticker(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return 'sticker' in data || ('message' in data && isSticker(data.message));
}

/** A person was added to a conversation of two, or the bot to a group: never every member of a group. */
function greetsNewcomer({ membersAdded = [], recipient, conversation }: Activity): boolean {
  const isBot = ({ id }: ChannelAccount): boolean => id === recipient.id;
  return conversation.isGroup ? membersAdded.some(isBot) : membersAdded.some((member) => !isBot(member));
}
