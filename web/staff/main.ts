import './console.css';
import { keepDrafts } from './keep-drafts';

keepDrafts(document, sessionStorage);

/** A link that is shown once is marked with one click, ready to be copied. */
document.addEventListener('click', ({ target }) => {
  const code = target instanceof Element ? target.closest('code.copy') : null;
  if (code !== null) getSelection()?.selectAllChildren(code);
});
