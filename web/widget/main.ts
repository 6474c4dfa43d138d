import { createWidget } from './create-widget';
import { readOptions } from './options';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.PrpAssistant === undefined) {
  const begin = (): void => {
    const options = readOptions(script);
    const { origin } = new URL(script.src);
    window.PrpAssistant = createWidget({ origin, options, strings: PRP_STRINGS[options.lang] });
    dispatchEvent(new Event('prp-assistant-ready'));
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
