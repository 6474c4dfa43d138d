import { useRef } from 'preact/hooks';
import { type Opinion, REASONS } from '../client/opinion';
import type { OpinionStrings } from '../strings';
import { Words } from './words';

interface Properties {
  readonly strings: OpinionStrings;
  /** What was said already. */
  readonly opinion: Opinion | undefined;
  readonly rate: (opinion: Opinion) => void;
}

/**
 * Asks in small letters whether an answer helped; after "no" why, of four reasons, and nothing to write. A screen reader
 * is not told of it with each answer: it is there to be found.
 */
export function AskOpinion({ strings, opinion, rate }: Properties) {
  const line = useRef<HTMLParagraphElement>(null);
  const isOpen = opinion === undefined || (!opinion.helped && opinion.reason === undefined);
  const say = (said: Opinion): void => {
    rate(said);
    // The button goes: whoever came to it by keyboard stays here.
    line.current?.focus();
  };
  const words = opinion === undefined ? strings.question : isOpen ? strings.why : strings.thanks;
  return (
    <div
      class="opinion"
      role="group"
      aria-label={strings.question}
      aria-live={opinion === undefined ? 'off' : 'polite'}
    >
      <p ref={line} tabIndex={-1}>
        <Words text={words} />
      </p>
      {opinion === undefined && (
        <>
          <button type="button" onClick={() => say({ helped: true })}>
            {strings.yes}
          </button>
          <button type="button" onClick={() => say({ helped: false })}>
            {strings.no}
          </button>
        </>
      )}
      {opinion !== undefined &&
        isOpen &&
        REASONS.map((reason) => (
          <button key={reason} type="button" onClick={() => say({ helped: false, reason })}>
            {strings.reasons[reason]}
          </button>
        ))}
    </div>
  );
}
