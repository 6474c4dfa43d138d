import { writeFileSync } from 'node:fs';
import { drawColourIcon, drawOutlineIcon } from './teams/draw-icon';
import { writePng } from './teams/png';

/** `node dist/cli/teams-icons.js`: draws teams/color.png and teams/outline.png anew, after draw-icon.ts has changed. */
writeFileSync('teams/color.png', writePng(drawColourIcon()));
writeFileSync('teams/outline.png', writePng(drawOutlineIcon()));
