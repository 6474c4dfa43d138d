import { createWidget } from './create-widget';
import { readOptions } from './options';
import { report } from './report';

/** A module, and a script some tag managers add, does not know its own element. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

// The name is there from the first script on, so that a second one, in whatever form, finds that it is the second.
if (!('PrpAssistant' in window)) {
  window.PrpAssistant = undefined;
  const begin = (): void => {
    const options = readOptions(script, window.PrpAssistantOptions);
    const origin = options('server') ?? (script?.src ? new URL(script.src).origin : undefined);
    const lang = options('lang') === 'en' ? 'en' : 'ar';
    if (origin === undefined) report('no data-server');
    else {
      window.PrpAssistant = createWidget({ origin, options, lang, strings: PRP_STRINGS[lang] });
      dispatchEvent(new Event('prp-assistant-ready'));
    }
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
