import { report } from './report';

/** Forms of the options that have one. */
const FORMS: Readonly<Record<string, RegExp>> = {
  server: /^https?:..[^/]+$/,
  lang: /^(ar|en)$/,
  colour: /^#[\da-f]{6}$/i,
  side: /^(left|right)$/,
  offset: /^\d{1,3}$/,
  size: /^([5-9]\d|1\d\d)$/,
};

/**
 * What a site may set: `data-` attributes of the script, else `window.PrpAssistantOptions`, else the query of the
 * script's address.
 *
 * - `server`: where the assistant is served; default: where the script came from
 * - `lang`: language of the window, `ar` (default) or `en`
 * - `title`: name of the chat; default: that of the strings
 * - `greeting`: shown beside the button until the chat is opened; empty: the clinic's; not set: none
 * - `colour`, `color`: `#rrggbb`
 * - `side`: the corner of the page, `left` or `right`; default: where lines end in the language
 * - `offset`: pixels above the lower edge, over a bar of the site's own (16)
 * - `size`: pixels across the button, 50 to 199 (60)
 * - `layer`: the z-index, for browsers without a top layer (2147483000)
 * - `launcher`: the id of the site's own button, which takes the place of ours
 * - `open`: starts open
 * - `question`: asked once when the chat is first opened
 */
export type Options = (name: string) => string | undefined;

/** Reads the options; a wrong value is named in the console and left out. */
export function readOptions(
  script: HTMLScriptElement | null,
  given: Readonly<Record<string, string | number | boolean>> = {},
): Options {
  const query = new URLSearchParams(script?.src.split('?')[1]);
  const read = (name: string): string | undefined => {
    const value = script?.dataset[name] ?? given[name] ?? query.get(name) ?? undefined;
    const form = FORMS[name];
    if (value === undefined) return undefined;
    const text = String(value);
    if (form?.test(text) !== false) return text;
    report(`${name}="${text}" is not ${form.source}`);
    return undefined;
  };
  return read;
}
