import type { Texts } from './client/handed';

/** What the page around the chat is told: that something came, never what; and what a frame that may keep nothing gives it to keep. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'close' }
  | { readonly kind: 'unread'; readonly count: number }
  | { readonly kind: 'message'; readonly from: 'bot' | 'user' }
  | { readonly kind: 'keep'; readonly kept: Texts };

/** What the page around the chat asks for. */
export type Asked =
  | { readonly kind: 'hello'; readonly title?: string; readonly colour?: string; readonly kept: Texts }
  | { readonly kind: 'open'; readonly movesFocus: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'ask'; readonly text: string };

/** The page around the chat. */
export interface Frame {
  tell(message: Told): void;
}

/** Marks messages as ours among all that pages send each other. */
const MARK = 'prp-assistant';

/**
 * Talks with the page around, if there is one and it may be there: it has to say hello first, from an origin on the
 * list. Undefined where the chat is a page of its own.
 */
export function createFrame(origins: readonly string[], asked: (message: Asked) => void): Frame | undefined {
  if (window.parent === window) return undefined;
  const allowed = new Set([...origins, location.origin]);
  let around: string | undefined;
  const earlier: Told[] = [];
  const post = (message: Told, origin: string): void => window.parent.postMessage({ [MARK]: message }, origin);

  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || !allowed.has(origin)) return;
    const message = readAsked(data);
    if (message === undefined) return;
    if (message.kind === 'hello') {
      around = origin;
      for (const told of earlier.splice(0)) post(told, origin);
    }
    if (around === origin) asked(message);
  });
  return {
    tell(message) {
      if (around === undefined) earlier.push(message);
      else post(message, around);
    },
  };
}

function readAsked(data: unknown): Asked | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = (data as Readonly<Record<string, unknown>>)[MARK];
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, text, title, colour, kept, movesFocus } = message as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'hello':
      return {
        kind,
        ...(typeof title === 'string' && { title }),
        ...(typeof colour === 'string' && { colour }),
        kept: readKept(kept),
      };
    case 'open':
      return { kind, movesFocus: movesFocus === true };
    case 'close':
      return { kind };
    case 'ask':
      return typeof text === 'string' && text.trim() !== '' ? { kind, text } : undefined;
    default:
      return undefined;
  }
}

function readKept(value: unknown): Texts {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
