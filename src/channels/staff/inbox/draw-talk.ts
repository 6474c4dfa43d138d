import { randomUUID } from 'node:crypto';
import { OUTCOMES } from '../../../handover/ending';
import type { Talk } from '../../../handover/talk';
import type { Member } from '../../../staff/identity/member';
import { type Html, html } from '../../../text/html';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import type { Scene } from '../scene';
import { standingOf, type TalkLine, type TalkNews } from './describe-talk';
import type { ReadyAnswer } from './inbox';

/** A talk: what was written in it, and what a member may do now. */
export function drawTalk(
  talk: Talk,
  news: TalkNews & { readonly ready: readonly ReadyAnswer[] },
  member: Member,
  scene: Scene,
  typed = '',
): Html {
  const { talk: texts, endings, inbox } = scene.texts;
  const path = `/staff/inbox/talks/${talk.id}`;
  const isOver = talk.state === 'ended';
  return html`${talk.urgent && !isOver ? html`<p class="fault" role="status">${inbox.urgent}</p>` : undefined}
    ${
      isOver && talk.ending !== undefined
        ? html`<p class="notice">${fill(texts.isEnded, { ending: endings[talk.ending] })} ${texts.wordsGone}</p>`
        : undefined
    }
    ${
      isOver
        ? undefined
        : html`<ol
            class="talk"
            tabindex="0"
            role="log"
            aria-label="${texts.log}"
            data-talk="${path}/news"
            data-standing="${standingOf(talk)}"
            data-after="${news.lines.at(-1)?.number ?? 0}"
          >
            ${news.lines.map(drawLine)}
          </ol>`
    }
    ${drawDeeds(talk, news.ready, member, path, scene, typed)}
    <p><a class="button quiet" href="/staff/inbox">${texts.back}</a></p>`;
}

/** As the page's script draws it when there is news. */
function drawLine({ author, who, text, time }: TalkLine): Html {
  return html`<li class="${author}">
    <p class="who"><strong>${who}</strong> <time>${time}</time></p>
    <p class="said" dir="auto">${text}</p>
  </li>`;
}

function drawDeeds(
  talk: Talk,
  ready: readonly ReadyAnswer[],
  member: Member,
  path: string,
  scene: Scene,
  typed: string,
): Html | undefined {
  const { talk: texts } = scene.texts;
  switch (talk.state) {
    case 'ended':
      return typed === '' ? undefined : html`<pre class="typed">${typed}</pre>`;
    case 'waiting':
      return html`${drawForm(
        scene,
        `${path}/take`,
        html`<p class="hint">${texts.takeHint}</p>
          ${drawSubmit(texts.take)}`,
      )}${drawNote(path, scene)}`;
    case 'taken':
      return talk.owner?.id === member.id
        ? html`${drawAnswer(path, ready, scene, typed)}${drawNote(path, scene)}${drawEnd(path, scene)}`
        : html`<p class="notice">${fill(texts.isOthers, { name: talk.owner?.name ?? '' })}</p>
            ${drawNote(path, scene)}`;
    default:
      return talk.state satisfies never;
  }
}

function drawAnswer(path: string, ready: readonly ReadyAnswer[], scene: Scene, typed: string): Html {
  const { talk: texts } = scene.texts;
  const body = html`<input type="hidden" name="key" value="${randomUUID()}" />
    <div class="field">
      <label for="answer">${texts.answer}</label>
      <textarea id="answer" name="text" rows="4" dir="auto" maxlength="4000" aria-describedby="answer-hint">
${typed}</textarea>
      <p class="hint" id="answer-hint">${texts.answerHint}</p>
      <p class="fault" data-fault="${texts.notSent}" hidden role="alert"></p>
    </div>
    ${drawSubmit(texts.send)}
    <fieldset class="ready" data-ready="/staff/inbox/ready">
      <legend>${texts.ready}</legend>
      <p class="hint">${texts.readyHint}</p>
      <div class="row" data-ready-list>${ready.map(drawReady)}</div>
      <label for="ready-search">${texts.readySearch}</label>
      <input id="ready-search" type="search" data-ready-search />
    </fieldset>`;
  return drawForm(scene, `${path}/answer`, body, { keep: `talk ${path}` });
}

const drawReady = ({ topic, title }: ReadyAnswer): Html =>
  html`<button type="button" class="button quiet" data-topic="${topic}">${title}</button> `;

function drawNote(path: string, scene: Scene): Html {
  const { talk: texts } = scene.texts;
  const body = html`<input type="hidden" name="key" value="${randomUUID()}" />
    <div class="field">
      <label for="note">${texts.noteLabel}</label>
      <textarea id="note" name="text" rows="2" dir="auto" maxlength="4000" aria-describedby="note-hint"></textarea>
      <p class="hint" id="note-hint">${texts.noteHint}</p>
      <p class="fault" data-fault="${texts.notSent}" hidden role="alert"></p>
    </div>
    ${drawSubmit(texts.noteSend, 'quiet')}`;
  return html`<details>
    <summary>${texts.noteLabel}</summary>
    ${drawForm(scene, `${path}/note`, body)}
  </details>`;
}

function drawEnd(path: string, scene: Scene): Html {
  const { talk: texts, endings } = scene.texts;
  const end = html`<div class="field">
      <label for="outcome">${texts.outcome}</label>
      <select id="outcome" name="outcome">
        ${OUTCOMES.map((outcome) => html`<option value="${outcome}">${endings[outcome]}</option>`)}
      </select>
    </div>
    ${drawSubmit(texts.end, 'quiet')}`;
  return html`${drawForm(scene, `${path}/end`, end)}
  ${drawForm(scene, `${path}/back`, drawSubmit(texts.giveBack, 'quiet'), { className: 'row' })}`;
}
