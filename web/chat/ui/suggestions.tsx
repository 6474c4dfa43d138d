import type { Action } from '../client/activity';
import { readDirection } from '../text/direction';
import { readSafeUrl } from '../text/safe-url';

interface Properties {
  readonly label: string;
  readonly actions: readonly Action[];
  readonly say: (text: string) => void;
}

/** Buttons under the newest message. A press says what stands on them. */
export function Suggestions({ label, actions, say }: Properties) {
  if (actions.length === 0) return null;
  return (
    <div class="suggestions" role="group" aria-label={label}>
      {actions.map((action, at) => {
        const direction = readDirection(action.title);
        if (action.kind === 'say') {
          return (
            <button key={at} type="button" dir={direction} onClick={() => say(action.text)}>
              {action.title}
            </button>
          );
        }
        const href = readSafeUrl(action.url);
        return (
          href !== undefined && (
            <a key={at} href={href} dir={direction} target="_blank" rel="noopener noreferrer nofollow">
              {action.title}
            </a>
          )
        );
      })}
    </div>
  );
}
