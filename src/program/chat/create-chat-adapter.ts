import type { Middleware } from 'botbuilder';
import type { Assistant } from '../../bot/turn/create-assistant';
import { createAuthentication } from '../../channels/bot-framework/create-authentication';
import { HttpAdapter } from '../../channels/bot-framework/http-adapter';
import { isStorageTrouble } from '../../channels/direct-line/storage-trouble';
import type { Config } from '../settings/config';

/**
 * The adapter of the site's own chat. It needs no delivery: what is said is stored with the turn. And it keeps its messages:
 * a turn that failed in storage is run again, and an apology would not be its answer.
 *
 * @param turns run for every turn, in this order
 */
export function createChatAdapter(
  { botFramework }: Pick<Config, 'botFramework'>,
  turns: readonly Middleware[],
  onTurnError: Assistant['onTurnError'],
): HttpAdapter {
  const adapter = new HttpAdapter(createAuthentication(botFramework.kind === 'off' ? { kind: 'local' } : botFramework));
  adapter.use(...turns);
  adapter.onTurnError = async (context, error) => {
    if (isStorageTrouble(error)) throw error;
    await onTurnError(context, error);
  };
  return adapter;
}
