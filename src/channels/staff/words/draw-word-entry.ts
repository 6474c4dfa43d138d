import type { StaffTexts } from '../../../knowledge/schema/staff';
import { bare } from '../../../staff/words/entries-of';
import type { Remark, WordEntry } from '../../../staff/words/word-list';
import { type Html, html } from '../../../text/html';
import { fill } from '../fill';

/** Words shown of an entry that has a page of its own: some have hundreds, and a list of them all stalls a telephone. */
const MOST_SHOWN = 20;

interface Showing {
  /** Which of its words; default: all. */
  readonly words?: readonly string[];
  readonly isOpen?: boolean;
  /** The page with all its words; undefined: they are all shown. */
  readonly page?: string;
}

/** One entry of a word list, folded: its name, what is said of it, its words. */
export function drawWordEntry(texts: StaffTexts, entry: WordEntry, showing: Showing = {}): Html {
  const { id, title, signs = [], remarks, except } = entry;
  const { words = entry.words, isOpen = false, page } = showing;
  const most = page === undefined ? Infinity : MOST_SHOWN;
  const name = signs.length === 0 ? title : signs.map((sign) => texts.signNames[sign] ?? sign).join(' · ');
  return html`<details class="entry" ${isOpen ? html`open` : undefined}>
    <summary>
      <span lang="ar" dir="auto">${name}</span>
      ${id === undefined || id === name ? undefined : html`<code dir="ltr">${id}</code>`}
      ${words.length === 0 ? undefined : html`<small>${fill(texts.words.count, { count: words.length })}</small>`}
    </summary>
    ${remarks.map((remark) => html`<p class="hint" ${remark.kind === 'text' ? html`lang="ar"` : undefined}>${sayRemark(remark, texts)}</p>`)}
    ${drawWords(words.slice(0, most))}
    ${except.length === 0 ? undefined : html`<p class="hint">${texts.words.except}</p>`}
    ${drawWords(except.slice(0, most))}
    ${
      page !== undefined && Math.max(words.length, except.length) > most
        ? html`<p><a href="${page}">${texts.words.allWords}</a></p>`
        : undefined
    }
  </details>`;
}

function drawWords(words: readonly string[]): Html | undefined {
  if (words.length === 0) return undefined;
  return html`<ul class="words" lang="ar">
    ${words.map((word) => html`<li>${bare(word)}</li>`)}
  </ul>`;
}

function sayRemark(remark: Remark, { words, tierNames, answerNames, verdictNames }: StaffTexts): string {
  if (remark.kind === 'text') return remark.text;
  const { key, values } = remark;
  const { tier = '', answer = '', verdict = '', ...rest } = values;
  const named = {
    tier: tierNames[String(tier)] ?? tier,
    answer: answerNames[String(answer)] ?? answer,
    verdict: verdictNames[String(verdict)] ?? verdict,
  };
  return fill(words[key], { ...rest, ...named });
}
