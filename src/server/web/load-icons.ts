import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAsset, type WebAsset } from './load-web-assets';

/** The icons as PNG, for what takes no SVG: home screens, iOS above all. */
const ICONS = ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'apple-touch-icon.png'];

/** Loads the PNG icons `npm run build` put beside the scripts, by their names. */
export function loadIcons(directory: string): Readonly<Record<string, WebAsset>> {
  return Object.fromEntries(ICONS.map((name) => [name, createAsset('image/png', readFileSync(join(directory, name)))]));
}
