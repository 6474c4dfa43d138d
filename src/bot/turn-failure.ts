import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';

/** What may be written to a log about a turn that failed: nothing a patient said, and nobody's name. */
export interface TurnFailure {
  /** The name of the error's class. */
  readonly error: string;
  /** A system, SQL or HTTP code, where the error has one. */
  readonly code?: string;
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
  return {
    error: error instanceof Error ? error.name : typeof error,
    ...(code === undefined ? {} : { code }),
    at: framesOf(error),
    conversation: createHash('sha256').update(conversationId(activity)).digest('hex').slice(0, HASH_LENGTH),
  };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code: unknown = 'code' in error ? error.code : 'statusCode' in error ? error.statusCode : undefined;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
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
