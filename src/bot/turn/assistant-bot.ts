import { type Activity, ActivityHandler, type ChannelAccount, RoleTypes } from 'botbuilder';
import { readOpinion } from '../memory/opinion';
import type { Turn } from './turn';

/** The assistant as the Bot Framework sees it. Activities it has nothing to say to (typing, events, reactions) do no harm. */
export class AssistantBot extends ActivityHandler {
  constructor(turn: Turn) {
    super();
    this.onMessage(async (context, next) => {
      const opinion = readOpinion(context.activity);
      if (opinion !== undefined) await turn.rated(context, opinion);
      else if (!isOwn(context.activity)) await turn.message(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      const opinion = readOpinion(context.activity);
      if (opinion !== undefined) await turn.rated(context, opinion);
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      if (!isOwn(context.activity)) await turn.edited(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await turn.joined(context);
      await next();
    });
    this.onMembersRemoved(async (context, next) => {
      const { membersRemoved = [], recipient } = context.activity;
      if (membersRemoved.some(({ id }) => id === recipient.id)) await turn.left(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      // "remove-upgrade" is one half of an update: the app stays.
      if (context.activity.action === REMOVED) await turn.left(context);
      await next();
    });
    this.onUnrecognizedActivityType(async (context, next) => {
      if (context.activity.type === DELETE_USER_DATA) await turn.erase(context);
      await next();
    });
  }
}

/** Some channels hand back what a bot said; two bots that answer each other never end. */
function isOwn({ from, recipient }: Activity): boolean {
  const sender = from as Partial<ChannelAccount> | undefined;
  return sender?.role === RoleTypes.Bot || (sender?.id !== undefined && sender.id === recipient.id);
}

const REMOVED = 'remove';

/** Not among the SDK's activity types that have a handler; the Emulator's menu sends it. */
const DELETE_USER_DATA = 'deleteUserData';
