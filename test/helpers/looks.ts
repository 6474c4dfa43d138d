import { createHash } from 'node:crypto';
import type { Picture } from '../../src/cli/icons/png';

/** A picture as short as can be compared: jest looks at each of a million bytes otherwise. */
export const looks = (picture: Picture | undefined) =>
  picture && [picture.width, picture.height, createHash('sha256').update(picture.points).digest('hex')];
