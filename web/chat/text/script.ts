import { readDirection } from './direction';

/** How a browser lays a line out and a screen reader speaks it. */
export interface Script {
  readonly dir?: 'rtl' | 'ltr';
  readonly lang?: 'ar';
}

/** The attributes of a line: its direction, and that it is Arabic, which the page around may not be. */
export function readScript(line: string): Script {
  const dir = readDirection(line);
  return { ...(dir !== undefined && { dir }), ...(dir === 'rtl' && { lang: 'ar' }) };
}
