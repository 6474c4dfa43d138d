import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readJson } from '../../../text/read-json';
import type { ConnectorClient } from 'botframework-connector';
import { NoAnswerError, postJson } from './post-json';

/** What came of one try. */
export type Posted =
  | { readonly kind: 'taken'; readonly id: string }
  | {
      readonly kind: 'failed';
      /** The channel's answer; undefined where there was none, or the sign-in failed before. */
      readonly status: number | undefined;
      readonly error: unknown;
      /** Milliseconds the channel asks to wait. */
      readonly wait: number | undefined;
      /** Whether trying again may help. */
      readonly isPassing: boolean;
    };

/** Gives a client signed in for a channel's address. */
export type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

const posted = z.object({ id: z.string() });

/** A channel that has not answered by then has its reasons; trying again would only say it twice. */
const LONGEST_TRY = 30_000;

/**
 * Microsoft asks to try these again (learn.microsoft.com, "Rate limiting your bot"): 412, 429, 502 and 504. What a server
 * says of itself passes, too, also what stands before it (529, 52x), but for what it does not know how to do.
 */
const PASSING: ReadonlySet<number> = new Set([408, 412, 425, 429]);
const LASTING: ReadonlySet<number> = new Set([501, 505]);

const passes = (status: number): boolean => PASSING.has(status) || (status >= 500 && !LASTING.has(status));

/**
 * Posts one activity, once. Not through ConnectorClient's own operations: they leave out what their schema does not know
 * (`recipient.isTargeted`, most of an entity) and try again in a way of their own.
 */
export async function postActivity(activity: Partial<Activity>, connect: Connect): Promise<Posted> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    Accept: 'application/json',
  };
  const set = (name: string, value: string): void => {
    headers[name] = value;
  };
  try {
    const { credentials } = await connect(activity.serviceUrl ?? '');
    // Credentials only set a header; their type asks for a whole request of the SDK's HTTP library.
    await credentials.signRequest({ headers: { set } } as never);
  } catch (error) {
    return { kind: 'failed', status: undefined, error, wait: undefined, isPassing: isNetworkFault(error) };
  }
  try {
    const answer = await postJson(addressOf(activity), JSON.stringify(activity), headers, LONGEST_TRY);
    const { status, text } = answer;
    if (status >= 200 && status < 300) return { kind: 'taken', id: readId(text) };
    const wait = readWait(answer.headers['retry-after']);
    return { kind: 'failed', status, error: undefined, wait, isPassing: passes(status) };
  } catch (error) {
    return { kind: 'failed', status: undefined, error, wait: undefined, isPassing: !(error instanceof NoAnswerError) };
  }
}

function addressOf({ serviceUrl = '', conversation, replyToId, recipient }: Partial<Activity>): URL {
  const base = serviceUrl.replace(/\/+$/, '');
  const reply = replyToId === undefined || replyToId === '' ? '' : `/${encodeURIComponent(replyToId)}`;
  const url = new URL(`${base}/v3/conversations/${encodeURIComponent(conversation?.id ?? '')}/activities${reply}`);
  if ((recipient as { readonly isTargeted?: unknown } | undefined)?.isTargeted === true) {
    url.searchParams.set('isTargetedActivity', 'true');
  }
  return url;
}

function readId(body: string): string {
  return posted.safeParse(readJson(body)).data?.id ?? '';
}

/** Retry-After holds seconds or a date. */
function readWait(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}

/** A sign-in that the service refuses (a wrong secret) is refused the next time, too; a cut connection is not. */
function isNetworkFault(error: unknown): boolean {
  const { code, errorCode } = error as { readonly code?: unknown; readonly errorCode?: unknown };
  return [code, errorCode].some((name) => typeof name === 'string' && /^E[A-Z]+$|network|endpoints_resol/i.test(name));
}
