import type { Figure } from './figure';
import { REASONS, type Reason } from './reason';
import { type Cell, cellOf, totals } from './sum-figures';

/** What patients said of one answer as it stood at one revision. */
export interface OpinionCount {
  readonly topic: string;
  /** The revision that brought the text; 0: the files. */
  readonly revision: number;
  /** Whether patients still get this text. */
  readonly isLive: boolean;
  readonly helped: Cell;
  readonly failed: Cell;
  /** Reasons that may be told, the commonest first. */
  readonly reasons: readonly { readonly reason: Reason; readonly cell: Cell }[];
  /** Whether patients say it does not help: by enough of them to be told. */
  readonly isMarked: boolean;
}

/**
 * Opinions by answer and revision, the most complained of first; reasons of fewer than five are left out. Pure.
 *
 * @param revisions item → the revision whose text is live
 */
export function sumOpinions(
  figures: readonly Figure[],
  revisions: ReadonlyMap<string, number>,
): readonly OpinionCount[] {
  const counts = totals(figures, ({ subject, revision }) => `${subject} ${revision}`);
  const rated = [...counts.keys()].flatMap((key) => /^(?:helped|failed):(.*)$/.exec(key)?.[1] ?? []);
  return [...new Set(rated)]
    .map((answer) => ({ answer, failed: counts.get(`failed:${answer}`) ?? 0 }))
    .sort((a, b) => b.failed - a.failed)
    .map(({ answer, failed }) => {
      const [topic = '', revision = ''] = answer.split(' ');
      const isLive = (revisions.get(`topic:${topic}`) ?? 0) === Number(revision);
      const cell = cellOf([failed]);
      return {
        topic,
        revision: Number(revision),
        isLive,
        helped: cellOf([counts.get(`helped:${answer}`) ?? 0]),
        failed: cell,
        reasons: tellable(REASONS.map((reason) => ({ reason, count: counts.get(`${reason}:${answer}`) ?? 0 }))),
        isMarked: isLive && cell.kind === 'count',
      };
    });
}

/** Which reasons may be told. What is left out cannot be reckoned from the sum: not everybody names one. */
function tellable(counts: readonly { readonly reason: Reason; readonly count: number }[]): OpinionCount['reasons'] {
  return [...counts]
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => ({ reason, cell: cellOf([count]) }))
    .filter(({ cell }) => cell.kind === 'count');
}
