import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { keepDraft, readDraft } from '../draft';
import type { Strings } from '../strings';
import { readDirection } from '../text/direction';
import { Icon } from './icon';
import { Words } from './words';

interface Properties {
  readonly strings: Strings;
  /** Most characters of a message. */
  readonly limit: number;
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly send: (text: string) => void;
}

/** From so many characters before the limit on, the person is told how many are left. */
const NEAR = 100;

/** Where the person writes. Enter sends; with Shift it begins a new line. */
export function Composer({ strings, limit, field, send }: Properties) {
  const [text, setText] = useState(readDraft);
  const left = limit - Array.from(text).length;
  const fit = (): void => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  // What is typed must not be drawn cut off; an empty field can wait until there is something to see.
  useLayoutEffect(() => {
    if (text !== '') fit();
  }, [text]);
  useEffect(() => {
    keepDraft(text);
    if (text === '') fit();
  }, [text]);

  const submit = (): void => {
    if (text.trim() === '' || left < 0) return;
    send(text.trim());
    setText('');
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {left < NEAR && (
        <p class={left < 0 ? 'left over' : 'left'} id="left" role="status">
          <Words
            text={
              left < 0
                ? strings.tooLong.replace('{limit}', String(limit))
                : strings.charactersLeft.replace('{count}', String(left))
            }
          />
        </p>
      )}
      <textarea
        ref={field}
        rows={1}
        dir={readDirection(text)}
        value={text}
        aria-label={strings.compose}
        aria-invalid={left < 0}
        placeholder={strings.placeholder}
        enterkeyhint="send"
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While letters are being composed (Arabic on some keyboards, handwriting), Enter takes the word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="send" aria-label={strings.send} aria-disabled={text.trim() === '' || left < 0}>
        <Icon name="send" flips />
      </button>
    </form>
  );
}
