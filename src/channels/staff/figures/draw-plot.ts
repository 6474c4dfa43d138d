import type { Cell, Period } from '../../../staff/figures/sum-figures';
import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';

/** What is drawn, from below, and how it is named: the height of a bar is what patients asked, or the checks begun. */
const PLOTS = {
  plot: ['answer', 'suggest', 'unknown', 'urgent'],
  plotOfChecks: ['check-ended', 'check-left'],
} as const;

const [WIDTH, HEIGHT] = [600, 160];

/**
 * Bars by day or week, the oldest first. What is kept back has no height; the table beside it says all. Undefined where no
 * bar has any: an empty plot would say that there was nothing.
 */
export function drawPlot(
  { texts: { figures } }: Pick<Scene, 'texts'>,
  newestFirst: readonly Period[],
  of: keyof typeof PLOTS,
): Html | undefined {
  const parts = PLOTS[of];
  const periods = [...newestFirst].reverse();
  const heights = periods.map(({ cells }) => parts.map((part) => heightOf(cells[part])));
  const highest = Math.max(0, ...heights.map((counts) => counts.reduce((sum, one) => sum + one, 0)));
  if (highest === 0) return undefined;
  const step = WIDTH / Math.max(7, periods.length);
  return html`<figure>
    <svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${figures[of]}">
      ${heights.map((counts, at) => {
        let from = 0;
        return counts.map((count, part) => {
          const height = (count / highest) * HEIGHT;
          from += height;
          return html`<rect
            class="part-${parts[part] ?? ''}"
            x="${(at * step + step * 0.15).toFixed(1)}"
            y="${(HEIGHT - from).toFixed(1)}"
            width="${(step * 0.7).toFixed(1)}"
            height="${height.toFixed(1)}"
          />`;
        });
      })}
    </svg>
    <figcaption class="inline">
      ${parts.map(
        (part) =>
          html`<span
            ><svg class="key" viewBox="0 0 10 10" aria-hidden="true">
              <rect class="part-${part}" width="10" height="10" />
            </svg>
            ${figures[part]}</span
          >`,
      )}
    </figcaption>
  </figure>`;
}

const heightOf = (cell: Cell | undefined): number =>
  cell?.kind === 'count' || cell?.kind === 'about' ? cell.count : 0;
