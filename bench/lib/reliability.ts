import { fitLogistic, probability, type Observation } from '../../src/learning/logistic';
import { ALONE_SIGNALS, type AloneSignal } from '../../src/matching/confidence';

/** One bar of a reliability plot: how often questions scored about so were right. */
export interface Bin {
  readonly from: number;
  readonly questions: number;
  readonly meanScore: number;
  readonly rightShare: number;
}

const FOLDS = 5;
const BINS = 10;

/** The score each question gets from a calibration fitted without its fold, and whether its topic was right. */
export function crossValidate(seen: readonly Observation<AloneSignal>[]): { score: number; right: boolean }[] {
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      ALONE_SIGNALS,
      seen.filter((_question, i) => i % FOLDS !== fold),
    ),
  );
  return seen.map(({ signals, isTrue }, i) => {
    const topic = fitted[i % FOLDS];
    if (topic === undefined) throw new RangeError('no such fold');
    return { score: probability(topic, signals), right: isTrue };
  });
}

/** Sorts scores into ten bins of equal width. */
export function binScores(scored: readonly { readonly score: number; readonly right: boolean }[]): Bin[] {
  return Array.from({ length: BINS }, (_, i) => {
    const inBin = scored.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === i);
    const count = inBin.length;
    return {
      from: i / BINS,
      questions: count,
      meanScore: count === 0 ? 0 : inBin.reduce((sum, { score }) => sum + score, 0) / count,
      rightShare: count === 0 ? 0 : inBin.filter(({ right }) => right).length / count,
    };
  });
}

/** Expected calibration error: the mean distance between score and truth, weighted by questions. */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { questions }) => sum + questions, 0) || 1;
  return bins.reduce((sum, bin) => sum + (bin.questions / all) * Math.abs(bin.meanScore - bin.rightShare), 0);
}

/** The reliability plot as SVG: a calibrated score follows the diagonal; a dot's area is its number of questions. */
export function drawReliability(bins: readonly Bin[]): string {
  const size = 360;
  const margin = 40;
  const place = (share: number): number => margin + share * (size - 2 * margin);
  const most = Math.max(...bins.map(({ questions }) => questions));
  const dots = bins
    .filter(({ questions }) => questions > 0)
    .map(({ meanScore, rightShare, questions }) => {
      const radius = 3 + 9 * Math.sqrt(questions / most);
      return `<circle cx="${place(meanScore).toFixed(1)}" cy="${place(1 - rightShare).toFixed(1)}" r="${radius.toFixed(1)}" fill="#0b7285" fill-opacity="0.7"/>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="12">`,
    `<rect width="${size}" height="${size}" fill="white"/>`,
    `<path d="M${place(0)} ${place(0)}V${place(1)}H${place(1)}" fill="none" stroke="#495057"/>`,
    `<path d="M${place(0)} ${place(1)}L${place(1)} ${place(0)}" stroke="#adb5bd" stroke-dasharray="4"/>`,
    ...dots,
    `<text x="${size / 2}" y="${size - 10}" text-anchor="middle">score given</text>`,
    `<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">share that was right</text>`,
    '</svg>',
    '',
  ].join('\n');
}
