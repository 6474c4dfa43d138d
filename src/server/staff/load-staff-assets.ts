import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAsset, type WebAsset } from '../web/load-web-assets';

/** What browsers load with a page of the console. */
export type StaffAssets = Readonly<Record<'console.js' | 'console.css' | 'preview.js' | 'preview.css', WebAsset>>;

/** Loads what `npm run build` made of web/staff. */
export function loadStaffAssets(directory: string): StaffAssets {
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  const script = (name: string): WebAsset => createAsset('text/javascript; charset=utf-8', read(name));
  const style = (name: string): WebAsset => createAsset('text/css; charset=utf-8', read(name));
  return {
    'console.js': script('console.js'),
    'console.css': style('console.css'),
    'preview.js': script('preview.js'),
    'preview.css': style('preview.css'),
  };
}
