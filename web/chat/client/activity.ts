/** A button the assistant offers. */
export type Action =
  | { readonly kind: 'say'; readonly title: string; readonly text: string }
  | { readonly kind: 'link'; readonly title: string; readonly url: string };

/** What came through the stream, as far as the chat shows it. */
export type Activity =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly from: 'bot' | 'user';
      readonly text: string;
      /** Milliseconds since 1970, by the server's clock. */
      readonly at: number;
      /** Set by the client that sent it. */
      readonly clientId?: string;
      readonly actions: readonly Action[];
    }
  | { readonly kind: 'typing' };

type Json = Readonly<Record<string, unknown>>;

/** Reads one activity of Direct Line; undefined for what the chat does not show. Never throws, whatever it is given. */
export function readActivity(value: unknown): Activity | undefined {
  const { type, id, from, text, timestamp, channelData, suggestedActions } = asObject(value);
  const { id: author, role } = asObject(from);
  const isUser = role === 'user' || (role === undefined && typeof author === 'string' && author.startsWith('dl_'));
  if (type === 'typing') return isUser ? undefined : { kind: 'typing' };
  if (type !== 'message' || typeof id !== 'string' || typeof text !== 'string' || text.trim() === '') return undefined;
  const { clientActivityID: clientId } = asObject(channelData);
  const at = Date.parse(typeof timestamp === 'string' ? timestamp : '');
  const { actions } = asObject(suggestedActions);
  return {
    kind: 'message',
    id,
    from: isUser ? 'user' : 'bot',
    text,
    at: Number.isNaN(at) ? Date.now() : at,
    ...(typeof clientId === 'string' && { clientId }),
    actions: Array.isArray(actions) ? actions.flatMap(readAction) : [],
  };
}

function readAction(value: unknown): Action[] {
  const { type, title, value: said, text } = asObject(value);
  if (typeof title !== 'string') return [];
  const spoken = [said, text, title].find((candidate) => typeof candidate === 'string') as string;
  return type === 'openUrl' || type === 'call'
    ? [{ kind: 'link', title, url: spoken }]
    : [{ kind: 'say', title, text: spoken }];
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
