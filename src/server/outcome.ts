import type { Request, Response } from 'restify';
import { letBodyBy } from './let-body-by';
import { type ErrorStatus, sendError } from './send-error';

/** What a request for `/api/messages` led to. */
export type Outcome =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: ErrorStatus;
      /** Part of the body is unread. */
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

/** Answers the request with its outcome. */
export async function sendOutcome(outcome: Outcome, request: Request, response: Response): Promise<void> {
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
      if (outcome.unread === true) await letBodyBy(request, response);
      sendError(response, outcome.status, outcome.words);
      break;
    default:
      outcome satisfies never;
  }
}
