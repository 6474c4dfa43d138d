import { writeFileSync } from 'node:fs';
import { drawColourIcon, drawOutlineIcon } from './icons/draw-icon';
import { writePng } from './icons/png';
import { WEB_ICONS } from './icons/web-icons';

/** `node dist/cli/draw-icons.js`: draws every PNG icon anew, after icons/draw-icon.ts has changed. */
writeFileSync('teams/color.png', writePng(drawColourIcon(192)));
writeFileSync('teams/outline.png', writePng(drawOutlineIcon()));
for (const [name, draw] of Object.entries(WEB_ICONS)) writeFileSync(`web/icons/${name}`, writePng(draw()));
