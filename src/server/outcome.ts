import type { Request, Response } from 'restify';
import { type ErrorStatus, sendError } from './send-error';

/** What a request for `/api/messages` led to. */
export type Outcome =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: ErrorStatus;
      /** Part of the body is unread: the connection cannot be used again. */
      readonly unread?: boolean;
      /** Said in place of the usual words of the status. */
      readonly words?: string;
      /** Seconds after which it is worth trying again. */
      readonly retryAfter?: number;
    }
  /** The client went away: there is nobody to answer. */
  | { readonly kind: 'gone' };

/** A refusal without more to say. */
export const refused = (status: ErrorStatus): Outcome => ({ kind: 'refused', status });

/** How long the rest of an unread body may go by, so that the client gets to read our answer. */
const LINGER = 1000;

/** Answers the request with its outcome. */
export function sendOutcome(outcome: Outcome, request: Request, response: Response): void {
  switch (outcome.kind) {
    case 'gone':
      break;
    case 'done':
      if (response.destroyed) break;
      if (outcome.body === undefined) response.send(outcome.status);
      else response.send(outcome.status, outcome.body);
      break;
    case 'refused':
      if (outcome.retryAfter !== undefined) response.setHeader('Retry-After', outcome.retryAfter);
      if (outcome.unread === true) response.setHeader('Connection', 'close');
      sendError(response, outcome.status, outcome.words);
      if (outcome.unread === true) letGo(request);
      break;
    default:
      outcome satisfies never;
  }
}

/** Lets the rest of a body go by unread, for a while. */
export function letGo(request: Request): void {
  request.resume();
  setTimeout(() => request.destroy(), LINGER).unref();
}
