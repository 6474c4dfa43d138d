import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';

/** What may be written to a log about a turn that failed: nothing a patient said, and nobody's name. */
export interface TurnFailure {
  /** The name of the error's class. */
  readonly type: string;
  /** A system, SQL or HTTP code, where the error has one. */
  readonly code?: string;
  /** The status of an HTTP answer, where the error is one. */
  readonly status?: number;
  /** The number of Microsoft's sign-in service, where it refused: it says what is wrong and nothing of anybody. */
  readonly signIn?: string;
  /** Where in the program: the first lines of the stack, without the error's message. */
  readonly at: readonly string[];
  /** The same for all turns of a conversation; leads back to nobody. */
  readonly conversation: string;
}

/** Takes note of a failure. */
export type ReportFailure = (failure: TurnFailure) => void;

const MOST_FRAMES = 5;
const HASH_LENGTH = 12;

/** Describes an error without its message: messages quote what was being handled. */
export function describeFailure(error: unknown, { activity }: TurnContext): TurnFailure {
  const code = codeOf(error);
  const status = statusOf(error);
  const signIn = readSignInFault(error);
  return {
    type: error instanceof Error ? error.name : typeof error,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(signIn === undefined ? {} : { signIn }),
    at: framesOf(error),
    conversation: createHash('sha256').update(conversationId(activity)).digest('hex').slice(0, HASH_LENGTH),
  };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = 'code' in error ? error.code : 'statusCode' in error ? error.statusCode : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

function statusOf(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** Such a number is all that is taken from a message: the rest may quote anything. */
const SIGN_IN_FAULT = /\bAADSTS\d{3,9}\b/;
/** Errors within errors that are looked into. */
const DEEPEST = 4;

/** The number Microsoft's sign-in service gives a refusal ("AADSTS700016"), wherever the error has it. */
export function readSignInFault(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > DEEPEST) return undefined;
  const { errorMessage, subError } = error as Error & { readonly errorMessage?: unknown; readonly subError?: unknown };
  const texts = [error.message, errorMessage, subError].filter((text) => typeof text === 'string');
  return SIGN_IN_FAULT.exec(texts.join(' '))?.[0] ?? readSignInFault(error.cause, depth + 1);
}

function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES);
}

function conversationId(activity: { readonly conversation?: { readonly id?: unknown } }): string {
  const id = activity.conversation?.id;
  return typeof id === 'string' ? id : '';
}
