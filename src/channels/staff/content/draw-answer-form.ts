import type { Knowledge } from '../../../knowledge/knowledge';
import type { TopicItem } from '../../../knowledge/published/item';
import type { TopicFault, TopicField } from '../../../staff/answers/check-topic';
import { type Html, html } from '../../../text/html';
import { drawField, drawForm, drawSubmit } from '../pages/draw-form';
import type { Scene } from '../scene';
import { drawPreviews } from './draw-preview';
import type { DrawnReply } from './drawn-reply';
import { sayFault } from './say-fault';

const MOST_RELATED = 3;

/** The form of an answer. */
export interface AnswerFormModel {
  readonly item: TopicItem;
  readonly knowledge: Knowledge;
  readonly faults: readonly TopicFault[];
  /** Of the draft it goes on with; empty where it begins one. */
  readonly stamp: string;
  readonly action: string;
  readonly isNew: boolean;
  /** Questions of patients that the new phrasings come from. */
  readonly questions: readonly string[];
  /** How it looks as it is; empty where there is nothing to show yet. */
  readonly replies: readonly DrawnReply[];
}

/** Draws it: what is said first, what patients ask below, the rest folded. */
export function drawAnswerForm(scene: Scene, model: AnswerFormModel): Html {
  const { item, knowledge, stamp, action, isNew, questions, replies } = model;
  const { topic } = item;
  const { fields, hints, answers } = scene.texts;
  const faultOf = (field: TopicField): string | undefined => {
    const own = model.faults.filter((fault) => fault.field === field).map((fault) => sayFault(fault, scene.texts));
    return own.length === 0 ? undefined : own.join(' ');
  };
  const area = (name: TopicField, value: string | undefined, rows: number, hint?: string): Html =>
    drawTextArea({ name, label: fields[name], value, rows, hint, fault: faultOf(name) });
  return drawForm(
    scene,
    action,
    html`<input type="hidden" name="stamp" value="${stamp}" />
      ${isNew ? html`<input type="hidden" name="id" value="${topic.id}" />` : undefined}
      ${questions.map((text) => html`<input type="hidden" name="from-question" value="${text}" />`)}
      ${isNew ? drawCategory(scene, item.category, knowledge, faultOf('category')) : keepCategory(item.category)}
      ${drawField({ name: 'question', label: fields.question, value: topic.question, fault: faultOf('question') })}
      ${drawField({ name: 'button', label: fields.button, hint: hints.button, value: topic.button, fault: faultOf('button') })}
      ${area('answer', topic.answer, 8, hints.answer)}
      <details ${topic.byArea === undefined ? undefined : html`open`}>
        <summary>${answers.byArea}</summary>
        ${area('face', topic.byArea?.face, 5)} ${area('hair', topic.byArea?.hair, 5)}
      </details>
      ${drawPreviews(scene, replies)} ${area('phrasings', topic.phrasings.join('\n'), 12, hints.phrasings)}
      <details>
        <summary>${answers.more}</summary>
        ${area('short', topic.short, 3, hints.short)} ${area('missing', topic.missing, 3, hints.missing)}
        ${drawRelated(scene, item, knowledge)} ${drawFacts(scene, item, knowledge)}
      </details>
      <div class="checked" data-check="${action.replace(/\/[^/]*$/, '/check')}" aria-live="polite">
        ${
          model.faults.length === 0
            ? undefined
            : html`<ul class="faults">
                ${model.faults.map((fault) => html`<li>${sayFault(fault, scene.texts)}</li>`)}
              </ul>`
        }
      </div>
      <p class="inline">${drawSubmit(answers.save)}</p>`,
    { keep: `${action} ${stamp}` },
  );
}

interface Area {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly rows: number;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

/** A field of several lines. */
export function drawTextArea({ name, label, value = '', rows, hint, fault }: Area): Html {
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ];
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? undefined : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      dir="auto"
      ${described.length === 0 ? undefined : html`aria-describedby="${described.join(' ')}"`}
      ${fault === undefined ? undefined : html`aria-invalid="true"`}
    >
${value}</textarea>
    ${fault === undefined ? undefined : html`<p class="fault" id="${name}-fault">${fault}</p>`}
  </div>`;
}

const keepCategory = (category: string): Html => html`<input type="hidden" name="category" value="${category}" />`;

function drawCategory({ texts }: Scene, chosen: string, { categories }: Knowledge, fault: string | undefined): Html {
  return html`<div class="field">
    <label for="category">${texts.fields.category}</label>
    <select id="category" name="category" ${fault === undefined ? undefined : html`aria-invalid="true"`}>
      ${categories.map(({ id, title }) => drawOption(id, title, id === chosen))}
    </select>
  </div>`;
}

function drawRelated({ texts }: Scene, { topic }: TopicItem, { topics }: Knowledge): Html {
  const places = Array.from({ length: MOST_RELATED }, (_unused, at) => topic.related[at] ?? '');
  return html`<fieldset class="field">
    <legend>${texts.fields.related}</legend>
    <p class="hint">${texts.hints.related}</p>
    ${places.map(
      (chosen, at) =>
        html`<select name="related" aria-label="${texts.fields.related} ${at + 1}">
          ${drawOption('', '—', chosen === '')}
          ${topics
            .filter(({ id }) => id !== topic.id)
            .map(({ id, question }) => drawOption(id, question, id === chosen))}
        </select>`,
    )}
  </fieldset>`;
}

function drawFacts({ texts }: Scene, { topic }: TopicItem, { sources }: Knowledge): Html {
  const facts = Object.entries(sources.facts);
  const isOpen = topic.facts.length > 0;
  return html`<details ${isOpen ? html`open` : undefined}>
    <summary>${texts.fields.facts}</summary>
    <fieldset class="facts">
      <legend class="hint">${texts.hints.facts}</legend>
      ${[...facts]
        .sort(([a], [b]) => rank(topic.facts, a) - rank(topic.facts, b))
        .map(
          ([id, { gloss }]) =>
            html`<label class="tick"
              ><input
                type="checkbox"
                name="facts"
                value="${id}"
                ${topic.facts.includes(id) ? html`checked` : undefined}
              />
              <span dir="auto">${id} · ${gloss}</span></label
            >`,
        )}
    </fieldset>
  </details>`;
}

/** Chosen facts stand first, in their order: the first carries the answer. */
const rank = (chosen: readonly string[], id: string): number => {
  const at = chosen.indexOf(id);
  return at === -1 ? chosen.length : at;
};

const drawOption = (value: string, text: string, chosen: boolean): Html =>
  html`<option value="${value}" ${chosen ? html`selected` : undefined}>${text}</option>`;
