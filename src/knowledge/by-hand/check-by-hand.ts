import { join } from 'node:path';
import { readContent } from '../reading/read-content';
import type { Remark } from '../remark';
import { findStrangeSigns } from './find-strange-signs';

/** Signs in the files as they lie on the disk that reading does not show: see {@link findStrangeSigns}. */
export function checkByHand(directory: string, files: readonly string[]): Remark[] {
  return files.flatMap((file) => {
    const content = readContent(join(directory, file));
    if (content.kind === 'unreadable') return [];
    return findStrangeSigns(content.text).map((slip) => ({ kind: 'fault' as const, file, path: [], ...slip }));
  });
}
