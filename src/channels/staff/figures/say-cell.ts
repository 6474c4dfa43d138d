import type { Cell } from '../../../staff/figures/sum-figures';
import type { Scene } from '../scene';

/** A count as it may be told, in words. */
export function sayCell(cell: Cell | undefined, { texts }: Pick<Scene, 'texts'>): string {
  switch (cell?.kind) {
    case undefined:
    case 'none':
      return '0';
    case 'few':
      return texts.figures.few;
    case 'count':
      return String(cell.count);
    case 'about':
      return `≈ ${cell.count}`;
    default:
      return cell satisfies never;
  }
}
