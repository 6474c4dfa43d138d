import type { TurnContext } from 'botbuilder';

/**
 * What became of the last thing the assistant asked in a conversation: it arrived, as these messages of the channel; or
 * nobody knows whether it did, and whatever is written next may be meant for an earlier question. `earlier`: the messages
 * that were asked before it.
 */
export type LastDelivery =
  | { readonly kind: 'arrived'; readonly ids: readonly string[]; readonly earlier: readonly string[] }
  | { readonly kind: 'unsure' };

type ReadLastDelivery = () => Promise<LastDelivery | undefined>;

const LAST = Symbol('what became of the last question');

/** For channels that can lose what is sent: how to find out. Asked only while a check runs. */
export function offerLastDelivery(context: TurnContext, read: ReadLastDelivery): void {
  context.turnState.set(LAST, read);
}

/** Undefined where nothing was asked, or the channel loses nothing. */
export async function readLastDelivery(context: TurnContext): Promise<LastDelivery | undefined> {
  return context.turnState.get<ReadLastDelivery | undefined>(LAST)?.();
}
