import type { Waiting } from './outbox';

const STATES = ['queued', 'sending', 'sent', 'failed'];

/** Reads messages on their way as they were kept; undefined if there are none. */
export function readWaiting(value: unknown): readonly Waiting[] | undefined {
  return Array.isArray(value) ? value.filter(isWaiting) : undefined;
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { clientId, text, at, state } = value as Readonly<Record<string, unknown>>;
  return (
    typeof clientId === 'string' && typeof text === 'string' && typeof at === 'number' && STATES.includes(String(state))
  );
}
