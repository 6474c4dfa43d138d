import { ActivityTypes } from 'botbuilder';
import type { Activity } from 'botbuilder';
import type { Channel } from '../../bot/turn/channel';
import type { Reply } from '../../bot/reply/reply';
import { createTextChannel } from '../../bot/turn/text-channel';

/** The channel id of conversations in the terminal. */
export const TERMINAL = 'terminal';

/** A channel that carries replies whole: the terminal draws them itself. */
export function createTerminalChannel(names: readonly string[] = []): Channel {
  return createTextChannel({
    names,
    isElsewhere: false,
    presenter: { present: (reply) => [{ type: ActivityTypes.Message, text: reply.text, channelData: reply }] },
  });
}

/** The reply inside an activity of this channel. */
export function replyOf(activity: Partial<Activity>): Reply {
  return activity.channelData as Reply;
}
