import { createDirectLine } from './client/direct-line';
import { enter, SESSION, type Entered } from './client/enter';
import { createKept, findStorage } from './client/kept';
import { readSession } from './client/session';
import { followLanguage } from './language';
import { showTheme } from './theme';

declare global {
  interface Window {
    /** The conversation, entered while the chat itself was still on its way. */
    prpEntered?: Promise<Entered>;
  }
}

followLanguage();
showTheme();
// Stands in the page itself: the way to the server and back takes no longer than that of the script. A frame that may keep
// nothing waits for what the page around has kept.
if (findStorage() !== undefined || window.parent === window)
  window.prpEntered = enter({
    directLine: createDirectLine(document.documentElement.lang),
    sessions: createKept(SESSION, readSession),
    refusedId: '',
    readWatermark: () => '',
    isStopped: () => false,
  });
