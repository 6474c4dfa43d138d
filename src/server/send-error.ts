import type { Response } from 'restify';

/** Every error this server answers with: nothing in it comes from the request, from an exception or from a person. */
const ERRORS = {
  400: ['BadRequest', 'The body is not a Bot Framework activity in JSON.'],
  401: ['Unauthorized', 'The request is not authorized.'],
  403: ['Forbidden', 'This request is not served.'],
  404: ['NotFound', 'There is nothing here.'],
  405: ['MethodNotAllowed', 'This method is not served here.'],
  408: ['RequestTimeout', 'The body took too long.'],
  413: ['PayloadTooLarge', 'The body is too large.'],
  415: ['UnsupportedMediaType', 'Only application/json in UTF-8 is read.'],
  417: ['ExpectationFailed', 'The only expectation served is 100-continue.'],
  426: ['UpgradeRequired', 'There is no such stream here.'],
  429: ['TooManyRequests', 'Too many messages; try again later.'],
  500: ['InternalServerError', 'Something went wrong.'],
  503: ['ServiceUnavailable', 'The server is busy; try again later.'],
} as const satisfies Record<number, readonly [string, string]>;

/** A status this server may refuse a request with. */
export type ErrorStatus = keyof typeof ERRORS;

/** The body of an error in the form Bot Framework uses, in other words than the usual ones where they are given. */
export function errorBody(
  status: ErrorStatus,
  words?: string,
): {
  readonly error: { readonly code: string; readonly message: string };
} {
  const [code, usual] = ERRORS[status];
  const message = words ?? usual;
  return { error: { code, message } };
}

/** Answers with an error, unless an answer has begun. */
export function sendError(response: Response, status: ErrorStatus, words?: string): void {
  if (response.headersSent || response.destroyed) return;
  response.send(status, errorBody(status, words));
}
