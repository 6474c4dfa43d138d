/** What clients may see. Web Chat draws an empty line for any other type, and `conversationUpdate` is for the bot alone. */
const VISIBLE = new Set(['message', 'typing', 'event']);

/** True for activities that go on the stream. */
export const isVisible = ({ type }: { readonly type?: unknown }): boolean =>
  typeof type === 'string' && VISIBLE.has(type);
