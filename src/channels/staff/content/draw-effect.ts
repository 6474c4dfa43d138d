import type { Knowledge } from '../../../knowledge/knowledge';
import type { StaffTexts } from '../../../knowledge/schema/staff';
import type { Change, Conflict, Effect, Verdict } from '../../../staff/effect/effect';
import { type Html, html } from '../../../text/html';
import { fill } from '../fill';
import type { Scene } from '../scene';

/** Rows of one list that are seen at once; more are folded away … */
const FIRST_ROWS = 5;
/** … and past these they are counted. */
const MOST_ROWS = 30;

/** What a change would do, before it goes live: conflicts first, then the figures, then each change. */
export function drawEffect({ texts }: Scene, effect: Effect, knowledge: Knowledge): Html {
  const { effect: said } = texts;
  const { conflicts, phrasings, saved, waiting } = effect;
  const isCalm = conflicts.length + phrasings.changed.length + saved.changed.length + waiting.changed.length === 0;
  return html`${
    isCalm
      ? html`<p class="good">${fill(said.nothing, { phrasings: phrasings.all, saved: saved.before.all })}</p>`
      : undefined
  }
  ${
    conflicts.length === 0
      ? undefined
      : html`<h3>${said.conflicts}</h3>
          <ul class="faults">
            ${conflicts.map((conflict) => html`<li>${sayConflict(conflict, texts, knowledge)}</li>`)}
          </ul>`
  }
  ${
    saved.before.all === 0
      ? undefined
      : html`<h3>${said.figures}</h3>
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">${fill(said.ofSaved, { all: saved.before.all })}</th>
                <th scope="col">${said.before}</th>
                <th scope="col">${said.after}</th>
              </tr>
            </thead>
            <tbody>
              ${(['right', 'offered', 'wrong'] as const).map(
                (name) =>
                  html`<tr>
                    <th scope="row">${said[name]}</th>
                    <td>${saved.before[name]}</td>
                    <td>${saved.after[name]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
  }
  ${drawChanges(fill(said.saved, { all: saved.before.all }), saved.changed, texts, knowledge)}
  ${drawChanges(fill(said.phrasings, { all: phrasings.all }), phrasings.changed, texts, knowledge)}
  ${drawChanges(fill(said.waiting, { all: waiting.all }), waiting.changed, texts, knowledge)}`;
}

function drawChanges(
  title: string,
  changes: readonly Change[],
  texts: StaffTexts,
  knowledge: Knowledge,
): Html | undefined {
  if (changes.length === 0) return undefined;
  const more = changes.length - MOST_ROWS;
  return html`<h3>${title} <span class="tag">${changes.length}</span></h3>
    ${drawChangeList(changes.slice(0, FIRST_ROWS), texts, knowledge)}
    ${
      changes.length <= FIRST_ROWS
        ? undefined
        : html`<details>
            <summary>${fill(texts.effect.more, { count: changes.length - FIRST_ROWS })}</summary>
            ${drawChangeList(changes.slice(FIRST_ROWS, MOST_ROWS), texts, knowledge)}
            ${more > 0 ? html`<p class="hint">${fill(texts.effect.more, { count: more })}</p>` : undefined}
          </details>`
    }`;
}

/** Texts, each with what the assistant makes of it before and after. */
export function drawChangeList(changes: readonly Change[], texts: StaffTexts, knowledge: Knowledge): Html {
  return html`<ul class="changes">
    ${changes.map(
      ({ text, from, to }) =>
        html`<li>
          <q lang="ar" dir="auto">${text}</q>
          <span
            >${fill(texts.effect.fromTo, { from: say(from, texts, knowledge), to: say(to, texts, knowledge) })}</span
          >
        </li>`,
    )}
  </ul>`;
}

/** What the assistant makes of a text, in words. */
export function say({ kind, topics }: Verdict, { effect }: StaffTexts, { topicById }: Knowledge): string {
  const names = topics.map((id) => topicById.get(id)?.question ?? effect.other).join(' / ');
  if (kind === 'unknown' || names === '') return effect.unknown;
  return kind === 'sure' ? names : fill(effect.offers, { topics: names });
}

function sayConflict(conflict: Conflict, texts: StaffTexts, knowledge: Knowledge): string {
  const { effect } = texts;
  const nameOf = (id: string): string => knowledge.topicById.get(id)?.question ?? id;
  switch (conflict.kind) {
    case 'twin':
      return fill(effect.twin, { text: conflict.text, topic: nameOf(conflict.topic) });
    case 'stray':
      return fill(effect.stray, { text: conflict.text, group: conflict.group });
    case 'urgent':
      return fill(effect.urgent, { text: conflict.text });
    case 'elsewhere':
      return fill(effect.elsewhere, { text: conflict.text, to: say(conflict.to, texts, knowledge) });
    case 'astray':
      return fill(effect.astray, { text: conflict.text, to: say(conflict.to, texts, knowledge) });
    default:
      return conflict satisfies never;
  }
}
