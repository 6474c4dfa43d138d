import type { TurnContext } from 'botbuilder';
import type { Channel } from './channel';
import type { Session } from '../memory/session';

/** One message being handled. */
export interface Handling {
  readonly context: TurnContext;
  readonly channel: Channel;
  readonly session: Session;
  /** Whether the message may answer the present step of a check: not one that was written for an earlier step. */
  readonly mayAnswer: boolean;
}
