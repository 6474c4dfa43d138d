import { ActivityHandler } from 'botbuilder';
import type { Turn } from './turn';

/** The assistant as the Bot Framework sees it. Activities it has nothing to say to (typing, events, reactions) do no harm. */
export class AssistantBot extends ActivityHandler {
  constructor(turn: Turn) {
    super();
    this.onMessage(async (context, next) => {
      await turn.message(context);
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await turn.edited(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await turn.joined(context);
      await next();
    });
    this.onUnrecognizedActivityType(async (context, next) => {
      if (context.activity.type === DELETE_USER_DATA) await turn.erase(context);
      await next();
    });
  }
}

/** Not among the SDK's activity types that have a handler; the Emulator's menu sends it. */
const DELETE_USER_DATA = 'deleteUserData';
