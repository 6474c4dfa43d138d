import { createElement } from './create-element';
import styles from './widget.css';

/** Through the object model, which a site's own Content-Security-Policy does not forbid; as an element where that is new. */
export function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    shadow.append(createElement('style', {}, styles));
  }
}
