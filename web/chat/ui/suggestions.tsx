import type { Action } from '../client/activity';
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
