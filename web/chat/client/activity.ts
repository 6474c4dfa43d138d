import { readSafeUrl } from '../text/safe-url';
import { type Opinion, REASONS } from './opinion';

/** A button the assistant offers: what stands on it, and what a press says. */
export interface Action {
  readonly title: string;
  readonly text: string;
}

/** What can be done at a question of the check besides answering it. */
export type Control = 'skip' | 'back' | 'stop';

/** A button that leads out of the chat. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** Where a text comes from. */
export interface Note {
  readonly text: string;
  /** The part that leads somewhere. */
  readonly source?: { readonly label: string; readonly url: string };
}

/** What came through the stream, as far as the chat shows it. */
export type Activity =
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly from: 'bot' | 'user';
      readonly text: string;
      /** Milliseconds since 1970, by the server's clock. */
      readonly at: number;
      /** Set by the client that sent it. */
      readonly clientId?: string;
      readonly actions: readonly Action[];
      /** Offered at this question of the check. */
      readonly controls: readonly Control[];
      /** Ways out of the chat: telephones, WhatsApp, pages. */
      readonly links: readonly Link[];
      /** The member of staff who speaks; undefined: the assistant. The text is without it. */
      readonly speaker?: string;
      /** The end of the text that says where it comes from. */
      readonly note?: Note;
      /** Whether the person should act now. */
      readonly isUrgent: boolean;
      /** The answers in it that may be rated, as the server named them. */
      readonly rates?: unknown;
    }
  | ({ readonly kind: 'opinion'; readonly about: string } & Opinion)
  | {
      readonly kind: 'typing';
      /** Who, where it is a person of the clinic. */
      readonly text?: string;
    };

const CONTROLS: readonly Control[] = ['skip', 'back', 'stop'];

type Json = Readonly<Record<string, unknown>>;

/** Reads one activity of Direct Line; undefined for what the chat does not show. Never throws, whatever it is given. */
export function readActivity(value: unknown): Activity | undefined {
  const { type, id, from, text, timestamp, channelData, suggestedActions, importance, ...other } = asObject(value);
  const { id: author, role } = asObject(from);
  const isUser = role === 'user' || (role === undefined && typeof author === 'string' && author.startsWith('dl_'));
  if (type === 'typing') return isUser ? undefined : { kind: 'typing', ...(typeof text === 'string' && { text }) };
  if (type === 'event') return isUser ? readOpinion(other) : undefined;
  if (type !== 'message' || typeof id !== 'string' || typeof text !== 'string' || text.trim() === '') return undefined;
  const { clientActivityID: clientId, note, speaker, rates, controls } = asObject(channelData);
  const isPerson = !isUser && typeof speaker === 'string' && text.startsWith(`${speaker}\n`);
  const at = Date.parse(typeof timestamp === 'string' ? timestamp : '');
  const { actions } = asObject(suggestedActions);
  const buttons = Array.isArray(actions) ? actions.map(asObject) : [];
  return {
    kind: 'message',
    id,
    from: isUser ? 'user' : 'bot',
    ...(isPerson ? { text: text.slice(speaker.length + 1), speaker } : { text }),
    at: Number.isNaN(at) ? Date.now() : at,
    ...(typeof clientId === 'string' && { clientId }),
    actions: buttons.filter((button) => !leads(button)).flatMap(readAction),
    controls: isUser || !Array.isArray(controls) ? [] : CONTROLS.filter((known) => controls.includes(known)),
    links: isUser ? [] : buttons.filter(leads).flatMap(readLink),
    ...(!isUser && readNote(note, text)),
    isUrgent: !isUser && importance === 'high',
    ...(!isUser && rates !== undefined && { rates }),
  };
}

function readOpinion({ name, value }: Json): Activity | undefined {
  const { about, helped, reason } = asObject(value);
  if (name !== 'opinion' || typeof about !== 'string' || typeof helped !== 'boolean') return undefined;
  return { kind: 'opinion', about, helped, reason: REASONS.find((known) => known === reason) };
}

const leads = ({ type }: Json): boolean => type === 'openUrl' || type === 'call';

function readAction({ title, value, text }: Json): Action[] {
  if (typeof title !== 'string') return [];
  return [{ title, text: [value, text, title].find((candidate) => typeof candidate === 'string') as string }];
}

function readLink({ title, value }: Json): Link[] {
  const url = typeof value === 'string' ? readSafeUrl(value) : undefined;
  return typeof title === 'string' && url !== undefined ? [{ title, url }] : [];
}

function readNote(value: unknown, whole: string): { readonly note?: Note } {
  const { text, source } = asObject(value);
  if (typeof text !== 'string' || text === '' || !whole.endsWith(text)) return {};
  const { label, url } = asObject(source);
  const address = typeof url === 'string' ? readSafeUrl(url) : undefined;
  const isNamed = typeof label === 'string' && address !== undefined && text.includes(label);
  return { note: { text, ...(isNamed && { source: { label, url: address } }) } };
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
