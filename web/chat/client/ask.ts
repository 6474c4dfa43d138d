/** What became of a request. */
export type Result<T> =
  | { readonly kind: 'ok'; readonly status: number; readonly value: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      /** What the server says to the person; undefined where it says nothing to people. */
      readonly sentence?: string;
      /** Seconds the server asks to wait. */
      readonly retryAfter?: number;
    }
  /** No answer, or none in time. */
  | { readonly kind: 'unreachable' };

/** Codes of refusals whose message is written for people. */
const FOR_PEOPLE = /^(TooMany|MessageTooLong|FilesNotAccepted|ServiceUnavailable|BotUnavailable)/;

/** Half of what other Direct Line clients wait: a phone that lost its network is told soon. */
const PATIENCE_MS = 10_000;

/** Sends a request and reads its JSON answer. Never rejects. */
export async function ask(url: string, request: RequestInit = {}): Promise<Result<Readonly<Record<string, unknown>>>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', cache: 'no-store', signal: patience.signal });
    const value = readObject(await response.text());
    return response.ok ? { kind: 'ok', status: response.status, value } : readRefusal(response, value);
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function readRefusal(response: Response, { error }: Readonly<Record<string, unknown>>): Result<never> {
  const { code, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const retryAfter = Number(response.headers.get('Retry-After') ?? '');
  const isForPeople = typeof code === 'string' && FOR_PEOPLE.test(code) && typeof message === 'string';
  return {
    kind: 'refused',
    status: response.status,
    code: typeof code === 'string' ? code : '',
    ...(isForPeople && { sentence: message }),
    ...(retryAfter > 0 && { retryAfter }),
  };
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
