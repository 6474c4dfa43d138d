import { randomUUID } from 'node:crypto';

import type { Storage, StoreItem, StoreItems } from 'botbuilder';

import type { AnswersWatch } from '../chat-log/answers-watch';
import type { Database } from '../engine/database';
import type { Write } from '../engine/write';
import { readStoredJson } from '../engine/read-stored-json';
import { readConversationId } from './state-keys';
import {
  deleteStateRows,
  type Expected,
  putStateRow,
  readHoldsAnswers,
  readStateRows,
  type StateRow,
} from './state-rows';
import { currentTurn, type Turn } from '../turns/turn';
import { NOTHING_WANTED, type Seen, type TurnState, turnStateOf, type Wanted } from './turn-state';
import type { StatePart } from '../turns/turn-end';

/** How long state is kept. */
interface StateRetention {
  /** Days after its last change. Default 30. Effect: how long a quiet conversation is remembered. */
  readonly conversationDays: number;
  /** Minutes after its last change that state holding answers of a check, or what a person told, is kept. Default 30. */
  readonly checkIdleMinutes: number;
  /** Minutes after its last change that state holding a warning sign is kept: as long as the bot heeds it. Default 120. */
  readonly alarmMinutes: number;
}

interface Dependencies {
  readonly database: Database;
  readonly retention?: Partial<StateRetention>;
  /** Whether a value holds answers of a running check. Default: `holdsDialog`. */
  readonly holdsAnswers?: (key: string, value: StoreItem) => boolean;
  readonly answers?: AnswersWatch;
  readonly now?: () => number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Whether a dialog of botbuilder-dialogs is running in any property of a value: the only dialogs of this program ask
 * about health.
 */
const holdsDialog = (_key: string, value: StoreItem): boolean =>
  Object.values(value).some((property) => {
    const stack = (property as { readonly dialogStack?: unknown } | null | undefined)?.dialogStack;
    return Array.isArray(stack) && stack.length > 0;
  });

/** Whether any property of a value holds something of this name. */
const holds = (value: StoreItem, name: 'told' | 'alarm'): boolean =>
  Object.values(value).some(
    (property) => (property as Readonly<Record<string, unknown>> | null | undefined)?.[name] !== undefined,
  );

/** botbuilder's `BotState` always writes with '*'; what the turn itself has read is what it may replace. */
const readExpected = (wanted: Wanted, seen: Seen | undefined): Expected => {
  const etag = wanted.etag ?? seen?.etag;
  if (etag !== undefined) return { kind: 'etag', etag };
  return seen === undefined ? { kind: 'anything' } : { kind: 'nothing' };
};

/**
 * botbuilder's `Storage` over the database. Outside a turn each call stands for itself: an eTag that no longer fits
 * rejects with StateConflictError, '*' and none overwrite. Within a turn (see TurnGate) writes are kept back and
 * stored with the turn, reads see them, and what another has changed since this turn read it is never overwritten.
 * Values are JSON. Expired values are not read.
 */
export const createBotStateStorage = ({
  database,
  retention = {},
  holdsAnswers = holdsDialog,
  answers,
  now = Date.now,
}: Dependencies): Storage => {
  const { conversationDays = 30, checkIdleMinutes = 30, alarmMinutes = 120 } = retention;
  const enlisted = new WeakSet<Turn>();

  /** What tells of a person's health is kept in minutes: answers of a check, a warning sign, what they told. */
  const expiryOf = (value: StoreItem, holdsAnswer: boolean): number => {
    if (!holdsAnswer && holds(value, 'alarm')) return now() + alarmMinutes * MINUTE_MS;
    if (holdsAnswer || holds(value, 'told')) return now() + checkIdleMinutes * MINUTE_MS;
    // Rounded up to the hour, the time seldom changes, and with it the index on it.
    return Math.ceil((now() + conversationDays * DAY_MS) / HOUR_MS) * HOUR_MS;
  };

  const readWanted = (key: string, { eTag, ...value }: StoreItem): Wanted => {
    const given: unknown = eTag;
    const answers = holdsAnswers(key, value);
    return {
      json: JSON.stringify(value),
      answers,
      expiresAt: expiryOf(value, answers),
      etag: typeof given === 'string' && given !== '' && given !== '*' ? given : undefined,
    };
  };

  /** Stores one change; true when answers of a check are gone by it. */
  const apply = async (write: Write, key: string, wanted: Wanted, seen: Seen | undefined): Promise<boolean> => {
    const held = seen?.answers ?? (await readHoldsAnswers(write, key));
    const { json, answers: holdsAnswer, expiresAt } = wanted;
    if (json === undefined) await deleteStateRows(write, [key]);
    else {
      const row = { key, json, etag: randomUUID(), answers: holdsAnswer };
      const expected = readExpected(wanted, seen);
      await putStateRow(database, write, { row, expected, expiresAt, now: now() });
    }
    const conversationId = readConversationId(key);
    if (conversationId !== undefined && holdsAnswer !== held) {
      await (holdsAnswer ? answers?.began(write, conversationId) : answers?.ended(write, conversationId, 'in-turn'));
    }
    return held && !holdsAnswer;
  };

  const applyAll = async (
    write: Write,
    changes: readonly (readonly [string, Wanted])[],
    seen: (key: string) => Seen | undefined,
  ): Promise<boolean> => {
    let gone = false;
    for (const [key, wanted] of changes) gone = (await apply(write, key, wanted, seen(key))) || gone;
    return gone;
  };

  /** One change of a value that was read, with no answers of a check before or after: a part of a usual end of a turn. */
  const readPart = (state: TurnState): StatePart | undefined => {
    const [[key, wanted] = [], ...more] = state.changes();
    const seen = key === undefined ? undefined : state.seen(key);
    if (key === undefined || wanted?.json === undefined || seen === undefined || more.length > 0) return undefined;
    if (seen.answers || wanted.answers) return undefined;
    const { json, expiresAt, etag = seen.etag ?? null } = wanted;
    return { kind: 'state', key, value: database.seal(json), etag, newEtag: randomUUID(), expiresAt, now: now() };
  };

  const writeNow = async (changes: readonly (readonly [string, Wanted])[]): Promise<void> => {
    const inOrder = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
    const gone = await database.write((write) => applyAll(write, inOrder, () => undefined));
    if (gone) await database.eraseTraces();
  };

  const writeWithTurn = (turn: Turn, changes: readonly (readonly [string, Wanted])[]): void => {
    const state = turnStateOf(turn);
    for (const [key, wanted] of changes) {
      state.want(key, wanted);
      // Where answers of a check begin or cease to be kept, what is said goes by what is written before.
      if (state.seen(key)?.answers !== false || wanted.answers) turn.writeInOrder();
    }
    if (enlisted.has(turn)) return;
    enlisted.add(turn);
    let gone = false;
    turn.defer(
      async (write) => {
        gone = await applyAll(write, state.changes(), (key) => state.seen(key));
      },
      'last',
      () => readPart(state),
    );
    turn.afterwards(() => (gone ? database.eraseTraces() : undefined));
  };

  const change = async (changes: readonly (readonly [string, Wanted])[]): Promise<void> => {
    const turn = currentTurn();
    if (turn === undefined) await writeNow(changes);
    else writeWithTurn(turn, changes);
  };

  /** What was read when the turn began, the first time it is asked for. */
  const readAlong = ({ start }: Turn, [only, ...more]: readonly string[]): readonly StateRow[] | undefined => {
    if (start === undefined || only !== start.key || more.length > 0) return undefined;
    const { row } = start;
    return row === undefined || row.expiresAt <= now() ? [] : [{ key: only, ...row }];
  };

  const readWithTurn = async (turn: Turn, keys: readonly string[]): Promise<StoreItems> => {
    const state = turnStateOf(turn);
    const items: StoreItems = {};
    const open = keys.filter((key) => state.wanted(key) === undefined);
    const rows = readAlong(turn, open) ?? (await readStateRows(database.query, open, now()));
    state.see(open, rows);
    for (const { key, json, etag } of rows) items[key] = { ...(readStoredJson(json) as StoreItem), eTag: etag };
    for (const key of keys) {
      const json = state.wanted(key)?.json;
      if (json !== undefined) items[key] = { ...(JSON.parse(json) as StoreItem), eTag: state.seen(key)?.etag ?? '*' };
    }
    return items;
  };

  return {
    read: async (keys) => {
      const turn = currentTurn();
      if (turn !== undefined) return readWithTurn(turn, keys);
      const rows = await readStateRows(database.query, keys, now());
      return Object.fromEntries(
        rows.map(({ key, json, etag }) => [key, { ...(readStoredJson(json) as StoreItem), eTag: etag }]),
      );
    },
    write: (changes) => change(Object.entries(changes).map(([key, item]) => [key, readWanted(key, item as StoreItem)])),
    delete: (keys) => change(keys.map((key) => [key, NOTHING_WANTED])),
  };
};
