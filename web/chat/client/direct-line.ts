import { ask, type Result } from './ask';
import { readUser } from './read-user';
import type { OutgoingOpinion } from './opinion';
import type { Session } from './session';

/** A session with the address of its stream; empty where there is none yet. */
export interface Joined {
  readonly session: Session;
  readonly streamUrl: string;
}

/** A message on its way to the server. */
export interface Outgoing {
  /** Names it: a second post with the same name is the same message. */
  readonly clientId: string;
  readonly text: string;
}

/** Entries read by asking. */
interface Page {
  readonly activities: readonly unknown[];
  readonly watermark: string;
}

/** Direct Line 3.0, as far as the chat uses it. */
export interface DirectLine {
  /** A token for a new conversation; where this product's own server serves it, it is begun with the same request. */
  getToken(): Promise<Result<Joined>>;
  /** Begins a conversation, or comes back to one. An empty watermark asks for everything said so far. */
  join(session: Session, watermark: string): Promise<Result<Joined>>;
  renew(session: Session): Promise<Result<Session>>;
  post(session: Session, message: Outgoing): Promise<Result<unknown>>;
  /** Says whether an answer helped; the same twice counts once. */
  rate(session: Session, opinion: OutgoingOpinion): Promise<Result<unknown>>;
  read(session: Session, watermark: string): Promise<Result<Page>>;
  /** Deletes the conversation; only this product's own server can. */
  forget(session: Session): Promise<Result<unknown>>;
}

/** @param locale the language of the page, told to the bot */
export function createDirectLine(locale: string): DirectLine {
  const headers = ({ token }: Session): Record<string, string> => ({
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
  });
  const place = ({ domain, conversationId }: Session): string => `${domain}/conversations/${conversationId}`;
  const marked = (watermark: string): string => `?watermark=${encodeURIComponent(watermark)}`;

  const say = (session: Session, clientId: string, activity: object): Promise<Result<unknown>> =>
    ask(`${place(session)}/activities`, {
      method: 'POST',
      headers: headers(session),
      body: JSON.stringify({
        ...activity,
        channelData: { clientActivityID: clientId },
        // Azure wants its author named, and takes none but the one of the token.
        from: { id: readUser(session.token), role: 'user' },
      }),
    });

  return {
    async getToken() {
      const result = await ask('/api/chat/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ begin: true, locale }),
      });
      return mapOk(result, ({ conversationId, token, domain, streamUrl }) => {
        if (!isText(conversationId) || !isText(token)) return undefined;
        const given = {
          conversationId,
          token,
          domain: isText(domain) ? nearby(domain) : ownDomain(),
          given: Date.now(),
        };
        return isText(streamUrl)
          ? { session: { ...given, begun: true }, streamUrl: nearby(streamUrl) }
          : { session: { ...given, begun: false }, streamUrl: '' };
      });
    },
    async join(session, watermark) {
      const result = session.begun
        ? await ask(place(session) + marked(watermark), { headers: headers(session) })
        : await ask(`${session.domain}/conversations`, {
            method: 'POST',
            headers: headers(session),
            body: JSON.stringify({ locale }),
          });
      return mapOk(result, ({ conversationId, token, streamUrl }) => ({
        session: {
          ...session,
          ...(isText(conversationId) && { conversationId }),
          ...(isText(token) && { token, given: Date.now() }),
          begun: true,
        },
        streamUrl: isText(streamUrl) ? nearby(streamUrl) : '',
      }));
    },
    async renew(session) {
      const result = await ask(`${session.domain}/tokens/refresh`, { method: 'POST', headers: headers(session) });
      return mapOk(result, ({ token }) => (isText(token) ? { ...session, token, given: Date.now() } : undefined));
    },
    post: (session, { clientId, text }) =>
      say(session, clientId, { type: 'message', text, textFormat: 'plain', locale }),
    rate: (session, opinion) =>
      say(session, `opinion ${opinion.about} ${opinion.reason ?? ''}`, {
        type: 'event',
        name: 'opinion',
        value: opinion,
      }),
    async read(session, watermark) {
      const result = await ask(`${place(session)}/activities${marked(watermark)}`, { headers: headers(session) });
      return mapOk(result, ({ activities, watermark: next }) => ({
        activities: Array.isArray(activities) ? activities : [],
        watermark: isText(next) ? next : watermark,
      }));
    },
    forget: (session) => ask(place(session), { method: 'DELETE', headers: headers(session) }),
  };
}

/** Where this page's own server serves the chat. */
export const ownDomain = (): string => `${location.origin}/v3/directline`;

/** An address on this page's own host is asked for as the page was: a proxy may have told the server another scheme. */
function nearby(url: string): string {
  try {
    const address = new URL(url);
    if (address.host !== location.host) return url;
    const isSecure = location.protocol === 'https:';
    address.protocol = /^ws/.test(address.protocol) ? (isSecure ? 'wss:' : 'ws:') : location.protocol;
    return address.href;
  } catch {
    return url;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** An answer of another form than Direct Line's (a proxy's page, say) counts as none. */
function mapOk<A, B>(result: Result<A>, map: (value: A) => B | undefined): Result<B> {
  if (result.kind !== 'ok') return result;
  const value = map(result.value);
  return value === undefined ? { kind: 'unreachable' } : { ...result, value };
}
