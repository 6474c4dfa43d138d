import type { Heard } from './reading';

/** Before the id of the answer to change, in the value of a button. */
export const CHANGE = 'change:';

/** What the value of a button says. Unknown values are not understood. */
export function readButton(value: string): Heard {
  if (value.startsWith(CHANGE)) return { kind: 'change', item: value.slice(CHANGE.length) };
  switch (value) {
    case 'yes':
    case 'no':
    case 'unsure':
      return { kind: 'answer', answer: value };
    case 'agree':
    case 'show':
    case 'why':
    case 'skip':
    case 'cancel':
    case 'change':
      return { kind: value };
    case 'keep':
      return { kind: 'back' };
    default:
      return { kind: 'unclear' };
  }
}
