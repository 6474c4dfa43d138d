import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAsset, type WebAsset } from '../web/load-web-assets';

/** What browsers load with a page of the console. */
export type StaffAssets = Readonly<Record<'console.js' | 'console.css', WebAsset>>;

/** Loads what `npm run build` made of web/staff. */
export function loadStaffAssets(directory: string): StaffAssets {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  return {
    'console.js': createAsset('text/javascript; charset=utf-8', read('console.js')),
    'console.css': createAsset('text/css; charset=utf-8', read('console.css')),
  };
}
