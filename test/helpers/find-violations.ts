import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe finds in a page or frame against WCAG 2.2 AA and its own good practice: the rule and where. */
export async function findViolations(frame: Page | Frame): Promise<unknown> {
  await frame.evaluate(axe.source);
  return frame.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]))`);
}
