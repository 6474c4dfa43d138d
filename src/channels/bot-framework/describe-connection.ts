import { readSignInFault } from '../../bot/turn/turn-failure';

/** What may be logged of an error on the way to a channel: its class, its codes, and the number Microsoft gives it. */
export function describeConnection(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return {};
  const fault = readSignInFault(error);
  const code = codeOf(error) ?? codeOf(error.cause);
  return { type: error.name, ...(code !== undefined && { code }), ...(fault !== undefined && { signIn: fault }) };
}

function codeOf(error: unknown): string | undefined {
  const { code, errorCode } = (error ?? {}) as { readonly code?: unknown; readonly errorCode?: unknown };
  const found = [code, errorCode].find((name) => typeof name === 'string');
  return typeof found === 'string' && /^[\w.-]{1,64}$/.test(found) ? found : undefined;
}
