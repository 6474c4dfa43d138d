/** Text that is HTML already. Only {@link html} makes it. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Part[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes HTML: whatever is put into the template is text, unless it was written with this. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, at) => text + write(parts[at])).join('') };
}

function write(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'object' && 'markup' in part) return part.markup;
  if (typeof part === 'object') return part.map(write).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** JSON that can stand in a script element: nothing in it ends the element. */
export function jsonForScript(value: unknown): Html {
  return { markup: JSON.stringify(value).replace(/</g, '\\u003c') };
}

/** A script of ours as it can stand in the page. @throws where something in it would end its element */
export function codeForScript(code: string): Html {
  if (/<\/script|<!--/i.test(code)) throw new Error('a script that stands in a page holds the end of its element');
  return { markup: code };
}
