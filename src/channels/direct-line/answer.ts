import type { RouteResponse } from './route';

/** Codes of refusals. Clients may act on them; patients read the sentence beside them. */
export type RefusalCode =
  | 'BadArgument'
  | 'FilesNotAccepted'
  | 'MissingToken'
  | 'TokenExpired'
  | 'TokenNotForThisConversation'
  | 'TokenNotValid'
  | 'ConversationNotFound'
  | 'MessageTooLong'
  | 'OriginNotAllowed'
  | 'ServiceUnavailable'
  | 'TooManyConversations'
  | 'TooManyMessages'
  | 'TooManyRequests'
  | 'BotUnavailable';

/** An answer with a JSON body. */
export function answer(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): RouteResponse {
  return { status, headers, body };
}

/** A refusal in the form Direct Line clients know: a code for programs, a sentence for people. */
export function refuse(
  status: number,
  code: RefusalCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): RouteResponse {
  return { status, headers, body: { error: { code, message } } };
}
