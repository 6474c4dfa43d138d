/** A conversation and the right to take part in it. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Where the chat is served: the base address of Direct Line. */
  readonly domain: string;
  /** Milliseconds since 1970 when the token was given. */
  readonly given: number;
  /** Whether the conversation has been begun. */
  readonly begun: boolean;
}

/** Reads a session as it was kept; undefined if it is none. */
export function readSession(value: unknown): Session | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { conversationId, token, domain, given, begun } = value as Readonly<Record<string, unknown>>;
  return typeof conversationId === 'string' &&
    typeof token === 'string' &&
    typeof domain === 'string' &&
    typeof given === 'number' &&
    typeof begun === 'boolean'
    ? { conversationId, token, domain, given, begun }
    : undefined;
}
