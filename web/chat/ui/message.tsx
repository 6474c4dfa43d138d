import type { Opinion } from '../client/opinion';
import type { Strings } from '../strings';
import type { Clock } from '../text/clock';
import { AskOpinion } from './ask-opinion';
import type { Entry } from './entries';
import { Icon } from './icon';
import { LinkButton } from './link-button';
import { RichText } from './rich-text';
import { SourceLine } from './source-line';
import { UrgentText } from './urgent-text';
import { Words } from './words';

interface Properties {
  readonly entry: Entry;
  readonly strings: Strings;
  readonly clock: Clock;
  readonly numbers: readonly string[];
  /** Whether it came while the conversation was on the screen. */
  readonly isNew: boolean;
  /** Whether the one before it is somebody else's, or from long before. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** What was said of it; `rate` is there where it may be said. */
  readonly opinion: Opinion | undefined;
  readonly rate: ((opinion: Opinion) => void) | undefined;
  readonly copy: () => void;
  readonly retry: () => void;
  readonly discard: () => void;
}

/**
 * One message: whose it is, what it says, and what became of it. A screen reader reads it once: time and state, which
 * come and go, are there to be looked up.
 */
export function Message(properties: Properties) {
  const { entry, strings, clock, numbers, isNew, isFirst, isLast, opinion, rate, copy, retry, discard } = properties;
  const { from, at, waiting, links, note, speaker, isUrgent } = entry;
  // What is told apart is not told twice.
  const text = note === undefined ? entry.text : entry.text.slice(0, -note.text.length);
  const place = `${isNew ? ' new' : ''}${isFirst ? ' first' : ''}${isLast ? ' last' : ''}${waiting === undefined ? '' : ` ${waiting.state}`}`;
  return (
    <div
      class={`message ${from}${place}${isUrgent ? ' urgent' : ''}${speaker === undefined ? '' : ' person'}`}
      data-key={entry.key}
      {...(isUrgent && { 'aria-live': 'assertive', 'aria-atomic': true })}
    >
      {speaker === undefined ? (
        <span class="unseen">{from === 'bot' ? strings.bot : strings.you}: </span>
      ) : (
        <b class="speaker">{speaker}</b>
      )}
      <div class="bubble">
        {isUrgent ? (
          <UrgentText text={text} links={links} numbers={numbers} />
        ) : (
          <RichText text={text} numbers={from === 'bot' ? numbers : []} pressed={links.map(({ url }) => url)} />
        )}
        {note !== undefined && <SourceLine {...note} />}
      </div>
      {!isUrgent && links.length > 0 && (
        <div class="links">
          {links.map((link) => (
            <LinkButton key={link.url} {...link} />
          ))}
        </div>
      )}
      {rate !== undefined && <AskOpinion strings={strings.opinion} opinion={opinion} rate={rate} />}
      {from === 'bot' && note !== undefined && (
        <button type="button" class="copy" aria-label={strings.copyAnswer} title={strings.copyAnswer} onClick={copy}>
          <Icon name="copy" />
        </button>
      )}
      {waiting === undefined
        ? isLast && (
            <time class="when" aria-live="off" dateTime={new Date(at).toISOString()}>
              {clock.time(at)}
            </time>
          )
        : waiting.state !== 'sent' && (
            <span class="when" aria-live="off">
              <Words text={strings.state[waiting.state]} />
            </span>
          )}
      {waiting?.state === 'failed' && (
        <div class="failure">
          <p>
            <Icon name="warning" />
            <Words text={waiting.sentence ?? strings.notSent} />
          </p>
          <button type="button" onClick={retry}>
            {strings.retry}
          </button>
          <button type="button" onClick={discard}>
            {strings.discard}
          </button>
        </div>
      )}
    </div>
  );
}
