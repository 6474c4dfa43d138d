import type { Action, Control } from '../client/activity';
import type { Strings } from '../strings';
import { readScript } from '../text/script';

interface Properties {
  readonly label: string;
  readonly actions: readonly Action[];
  readonly say: (text: string) => void;
}

/**
 * Buttons under the newest message. A press says what stands on them; the second press of a double one is nobody's wish:
 * the next question is there by then, its buttons in the same place.
 */
export function Suggestions({ label, actions, say }: Properties) {
  if (actions.length === 0) return null;
  return (
    <div class="suggestions" role="group" aria-label={label}>
      {actions.map(({ title, text }, at) => (
        <button
          key={at}
          type="button"
          {...readScript(title)}
          onClick={({ detail }) => {
            if (detail < 2) say(text);
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** Buttons of the check under those that answer it: to skip a question, to go back, to stop. */
export function Controls({
  strings,
  controls,
  say,
}: {
  readonly strings: Strings['controls'];
  readonly controls: readonly Control[];
  readonly say: (text: string) => void;
}) {
  if (controls.length === 0) return null;
  return (
    <div class="controls" role="group" aria-label={strings.label}>
      {controls.map((control) => (
        <button
          key={control}
          type="button"
          onClick={({ detail }) => {
            if (detail < 2) say(strings[control]);
          }}
        >
          {strings[control]}
        </button>
      ))}
    </div>
  );
}
