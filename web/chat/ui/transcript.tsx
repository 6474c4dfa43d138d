import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { Chat } from '../client/chat';
import type { Opinion } from '../client/opinion';
import type { Strings } from '../strings';
import type { Clock } from '../text/clock';
import type { Entry } from './entries';
import { Message } from './message';

interface Properties {
  readonly entries: readonly Entry[];
  readonly strings: Strings;
  readonly clock: Clock;
  readonly numbers: readonly string[];
  readonly chat: Chat;
  /** Puts one answer on the clipboard. */
  readonly copy: (text: string) => void;
  readonly opinions: ReadonlyMap<string, Opinion>;
  /** Whether what was said before is still coming: a screen reader does not read it out. */
  readonly isBusy: boolean;
  /** The first message that nobody has looked at. */
  readonly firstUnseen: string | undefined;
}

/** Messages further apart than this are told apart by their time. */
const APART_MS = 5 * 60_000;

/** The conversation. */
export function Transcript({
  entries,
  strings,
  clock,
  numbers,
  chat,
  copy,
  opinions,
  isBusy,
  firstUnseen,
}: Properties) {
  const isTogether = (one: Entry | undefined, other: Entry | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.from === other.from &&
    Math.abs(one.at - other.at) < APART_MS &&
    one.key !== firstUnseen &&
    clock.isSameDay(one.at, other.at);

  // What is there first is there at once; only what comes later comes in.
  const first = useRef<ReadonlySet<string> | undefined>(undefined);
  if (entries.length > 0) first.current ??= new Set(entries.map(({ key }) => key));

  return (
    <div role="log" aria-label={strings.log} aria-live="polite" aria-relevant="additions" aria-busy={isBusy}>
      {entries.map((entry, at) => {
        const before = entries[at - 1];
        const isNewDay = before === undefined || !clock.isSameDay(before.at, entry.at);
        return (
          <Fragment key={entry.key}>
            {isNewDay && (
              <p class="day">
                <span class="on-screen">{clock.day(entry.at)}</span>
                <span class="on-paper">{clock.date(entry.at)}</span>
              </p>
            )}
            {entry.key === firstUnseen && <p class="mark">{strings.newMessages}</p>}
            <Message
              entry={entry}
              strings={strings}
              clock={clock}
              numbers={numbers}
              isNew={first.current?.has(entry.key) === false}
              isFirst={!isTogether(entry, before)}
              isLast={!isTogether(entries[at + 1], entry)}
              opinion={opinions.get(entry.key)}
              rate={
                mayRate(entry, entries)
                  ? (opinion) => chat.rate({ id: entry.key, rates: entry.rates }, opinion)
                  : undefined
              }
              copy={() => copy(entry.text)}
              retry={() => chat.retry(entry.key)}
              discard={() => chat.discard(entry.key)}
            />
          </Fragment>
        );
      })}
    </div>
  );
}

/** Asked of the newest answer alone: below each of them it would be in the way of reading. */
function mayRate({ rates, key }: Entry, entries: readonly Entry[]): boolean {
  return rates !== undefined && entries.filter((entry) => entry.rates !== undefined).at(-1)?.key === key;
}
