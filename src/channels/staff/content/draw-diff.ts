import type { Knowledge } from '../../../knowledge/knowledge';
import type { StaffTexts } from '../../../knowledge/schema/staff';
import { diffWords } from '../../../staff/answers/diff-words';
import type { ChangedPart } from '../../../staff/content/describe-item';
import { type Html, html } from '../../../text/html';
import type { Scene } from '../scene';

/** What a field of an item is called; of opening hours with the day, `hours.sunday`. */
export function fieldName(field: string, { fields }: StaffTexts): string {
  const names = fields as Readonly<Record<string, string>>;
  return field
    .split('.')
    .map((part) => names[part] ?? part)
    .join(': ');
}

/** Differences word by word: what went is struck out, what came is marked. @param categories by whose titles categories are called */
export function drawDiff(
  { texts }: Scene,
  parts: readonly ChangedPart[],
  categories: Knowledge['categories'] = [],
): Html {
  const titleOf = (id: string): string => categories.find((category) => category.id === id)?.title ?? id;
  if (parts.length === 0) return html`<p class="hint">${texts.drafts.noDifference}</p>`;
  return html`<dl class="diff">
    ${parts.map(
      ({ field, from, to }) =>
        html`<div>
          <dt>${fieldName(field, texts)}</dt>
          <dd lang="ar" dir="auto">
            ${field === 'category' ? drawWords(titleOf(from), titleOf(to)) : drawWords(from, to)}
          </dd>
        </div>`,
    )}
  </dl>`;
}

function drawWords(from: string, to: string): Html[] {
  const isList = from.includes('\n') && to.includes('\n') && from.length > 600;
  if (isList) return drawLines(from.split('\n'), to.split('\n'));
  return diffWords(from, to).map(({ kind, text }) => {
    if (kind === 'same') return html`<span>${text}</span>`;
    return kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
  });
}

/** Of a long list only the lines that came or went. */
function drawLines(from: readonly string[], to: readonly string[]): Html[] {
  const [before, after] = [new Set(from), new Set(to)];
  const gone = from.filter((line) => !after.has(line)).map((line) => html`<del>${line}</del><br />`);
  const come = to.filter((line) => !before.has(line)).map((line) => html`<ins>${line}</ins><br />`);
  return [...gone, ...come];
}
