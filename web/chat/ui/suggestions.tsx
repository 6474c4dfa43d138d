import type { Action } from '../client/activity';
import { readScript } from '../text/script';
import { readSafeUrl } from '../text/safe-url';

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
      {actions.map((action, at) => {
        if (action.kind === 'say') {
          return (
            <button
              key={at}
              type="button"
              {...readScript(action.title)}
              onClick={({ detail }) => {
                if (detail < 2) say(action.text);
              }}
            >
              {action.title}
            </button>
          );
        }
        const href = readSafeUrl(action.url);
        return (
          href !== undefined && (
            <a key={at} href={href} {...readScript(action.title)} target="_blank" rel="noopener noreferrer nofollow">
              {action.title}
            </a>
          )
        );
      })}
    </div>
  );
}
