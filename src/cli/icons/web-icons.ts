import { drawColourIcon, drawTileIcon } from './draw-icon';
import type { Picture } from './png';

/** The files of web/icons/: what browsers and phones take for a tab or a home screen. */
export const WEB_ICONS: Readonly<Record<string, () => Picture>> = {
  'icon-192.png': () => drawTileIcon(192),
  'icon-512.png': () => drawTileIcon(512),
  'icon-maskable-512.png': () => drawColourIcon(512),
  'apple-touch-icon.png': () => drawColourIcon(180),
};
