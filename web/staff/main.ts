import './console.css';
import { addRows } from './add-rows';
import { checkWhileTyping } from './check-while-typing';
import { fillDays } from './fill-days';
import { keepDrafts } from './keep-drafts';
import { showInbox } from './show-inbox';
import { showPreviews } from './show-previews';
import { showTalk } from './show-talk';
import { usePasskeys } from './use-passkeys';
import { waitForEffect } from './wait-for-effect';

addRows(document);
fillDays(document);
keepDrafts(document, sessionStorage);
showPreviews(document);
checkWhileTyping(document);
waitForEffect(document);
showInbox(document);
showTalk(document);
usePasskeys(document);

/** A link that is shown once is marked with one click, ready to be copied. */
document.addEventListener('click', ({ target }) => {
  const code = target instanceof Element ? target.closest('code.copy') : null;
  if (code !== null) getSelection()?.selectAllChildren(code);
});
