import { refuse } from './answer';
import { readHeader, type RouteRequest, type RouteResponse } from './route';
import type { TokenHolder, Tokens } from './tokens';

/** Who asks, or the refusal they get. */
export type Authorization =
  ({ readonly kind: 'authorized' } & TokenHolder) | { readonly kind: 'refused'; readonly response: RouteResponse };

/** What a route wants of a token. */
interface Demand {
  /** The conversation of the address; undefined: the token alone tells. */
  readonly conversationId?: string | undefined;
  /** True where a token that ended a short while ago is good enough. */
  readonly renewable: boolean;
}

/**
 * Reads the bearer token of a request.
 *
 * | token | answer | what clients do |
 * | --- | --- | --- |
 * | none, forged, damaged | 401 | fail at once |
 * | ended lately, on a route that renews | accepted | get a new one |
 * | ended lately, elsewhere | 401 | offer to send again; the next renewal mends it |
 * | ended long ago | 403 | take the chat for ended (Direct Line's word for it): only a new one helps |
 * | of another conversation | 403 | likewise |
 */
export async function authorize(tokens: Tokens, request: RouteRequest, demand: Demand): Promise<Authorization> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(readHeader(request, 'authorization') ?? '')?.[1];
  if (token === undefined) return unauthorized('MissingToken', 'A bearer token is needed.');
  const reading = await tokens.read(token);
  switch (reading.kind) {
    case 'invalid':
      return unauthorized('TokenNotValid', 'The token is not valid.');
    case 'expired':
      return refused(refuse(403, 'TokenExpired', 'The token has expired; begin a new conversation.'));
    case 'renewable':
      if (!demand.renewable) return unauthorized('TokenExpired', 'The token has expired; renew it.');
      return checkConversation(reading, demand);
    case 'valid':
      return checkConversation(reading, demand);
    default:
      return reading satisfies never;
  }
}

function checkConversation({ user, conversation }: TokenHolder, { conversationId }: Demand): Authorization {
  return conversationId === undefined || conversationId === conversation
    ? { kind: 'authorized', user, conversation }
    : refused(refuse(403, 'TokenNotForThisConversation', 'The token is for another conversation.'));
}

const refused = (response: RouteResponse): Authorization => ({ kind: 'refused', response });

const unauthorized = (code: 'MissingToken' | 'TokenExpired' | 'TokenNotValid', message: string): Authorization =>
  refused(refuse(401, code, message, { 'WWW-Authenticate': 'Bearer' }));
