import type { Knowledge } from '../../../knowledge/knowledge';
import type { Match } from '../../../matching/match';
import { matchedIds } from '../../../matching/matched-topics';
import type { Items, Judged } from '../../../staff/content/workshop';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { type ConsoleContent, publishedItems } from '../content/content-tools';
import { drawChangeList, say } from '../content/draw-effect';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';

const LONGEST = 2000;
const MOST_ROWS = 60;

/** Trying the assistant: one question, or all saved ones, with what is live and with all drafts side by side. */
export function tryRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/try',
      needs: 'reads',
      handle: (request) => show(request, tools, content, undefined),
    },
    {
      method: 'POST',
      path: '/staff/try',
      needs: 'reads',
      handle: async (request) => {
        const text = request.form.text('question').slice(0, LONGEST);
        const sides = await bothSides(content);
        const [live, draft] = await Promise.all(sides.map((items) => content.workshop.judge(items, text)));
        return show(request, tools, content, text, drawBoth(request, tools, content, text, live, draft));
      },
    },
    {
      method: 'POST',
      path: '/staff/try/save',
      needs: 'edits',
      handle: async (request) => {
        const { form, member } = request;
        const [text, topic] = [form.text('question').slice(0, LONGEST).trim(), form.text('topic')];
        const isGood = text !== '' && content.knowledge().topicById.has(topic);
        if (isGood) await content.saveQuestion({ text, topic }, member.name);
        const { tryOut } = tools.sceneOf(request).texts;
        return show(request, tools, content, text, isGood ? html`<p class="good">${tryOut.saved}</p>` : undefined);
      },
    },
    {
      method: 'POST',
      path: '/staff/try/all',
      needs: 'reads',
      handle: async (request) => {
        const saved = await content.saved();
        const texts = saved.map(({ text }) => text);
        const sides = await bothSides(content);
        const [live = [], draft = []] = await Promise.all(
          sides.map((items) => content.workshop.judgeAll(items, texts)),
        );
        return show(request, tools, content, undefined, drawAll(request, tools, content, saved, live, draft));
      },
    },
  ];
}

/** What is live, and what would be were every draft live. */
async function bothSides(content: ConsoleContent): Promise<readonly [Items, Items]> {
  const [live, drafts] = await Promise.all([publishedItems(content), content.store.drafts()]);
  return [live, new Map([...live, ...drafts.map(({ key, value }) => [key, value] as const)])];
}

async function show(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  question: string | undefined,
  result?: Html,
): Promise<StaffReply> {
  const scene = tools.sceneOf(request);
  const { tryOut } = scene.texts;
  const count = (await content.saved()).length;
  const body = html`${drawForm(
    scene,
    '/staff/try',
    html`<div class="field">
        <label for="question">${tryOut.question}</label>
        <textarea id="question" name="question" rows="2" dir="auto" required>${question ?? ''}</textarea>
      </div>
      ${drawSubmit(tryOut.submit)}`,
    { className: 'card form' },
  )}
  ${result}
  ${drawForm(
    scene,
    '/staff/try/all',
    html`<p>${fill(tryOut.allText, { count })}</p>
      ${drawSubmit(tryOut.all, 'quiet')}`,
    { className: 'card form' },
  )}`;
  return { kind: 'page', page: drawPage(scene, { title: tryOut.title, lead: tryOut.lead, body }) };
}

function drawBoth(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  text: string,
  live: Judged | undefined,
  draft: Judged | undefined,
): Html {
  const scene = tools.sceneOf(request);
  const { tryOut } = scene.texts;
  const knowledge = content.knowledge();
  return html`<div class="sides">
      ${live === undefined ? undefined : drawSide(scene, tryOut.live, live, knowledge)}
      ${draft === undefined ? undefined : drawSide(scene, tryOut.draft, draft, knowledge)}
    </div>
    ${
      request.member.roles.includes('edits')
        ? drawForm(
            scene,
            '/staff/try/save',
            html`<input type="hidden" name="question" value="${text}" />
              <div class="field">
                <label for="topic">${tryOut.expect}</label>
                <select id="topic" name="topic" lang="ar">
                  ${knowledge.topics.map(
                    ({ id, question }) =>
                      html`<option value="${id}" ${live?.nearest[0]?.topic === id ? html`selected` : undefined}>
                        ${question}
                      </option>`,
                  )}
                </select>
              </div>
              ${drawSubmit(tryOut.save, 'quiet')}`,
            { className: 'card form' },
          )
        : undefined
    }`;
}

function drawSide(
  { texts }: Scene,
  title: string,
  { match, nearest, urgent, facts }: Judged,
  knowledge: Knowledge,
): Html {
  const { tryOut, questions } = texts;
  return html`<section class="card">
    <h2>${title}</h2>
    ${urgent ? html`<p class="bad">${tryOut.urgent}</p>` : undefined}
    <p><strong dir="auto">${say(verdictOf(match), texts, knowledge)}</strong> <small>${percent(match.score)}</small></p>
    ${facts.length === 0 ? undefined : html`<p class="hint">${fill(tryOut.facts, { facts: facts.join(' · ') })}</p>`}
    <ul class="rows">
      ${nearest.map(
        ({ topic, score, phrasing }) =>
          html`<li>
            <span lang="ar">${knowledge.topicById.get(topic)?.question ?? topic}</span>
            <small>${fill(questions.why, { percent: Math.round(score * 100), phrasing })}</small>
          </li>`,
      )}
    </ul>
  </section>`;
}

const percent = (score: number): string => `${Math.round(score * 100)}%`;

const verdictOf = (
  match: Match,
): { readonly kind: Match['kind']; readonly topics: readonly string[]; readonly score: number } => ({
  kind: match.kind,
  topics: matchedIds(match),
  score: match.score,
});

function drawAll(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  saved: readonly { readonly text: string; readonly topic: string }[],
  live: readonly Match[],
  draft: readonly Match[],
): Html {
  const { texts } = tools.sceneOf(request);
  const { tryOut } = texts;
  const knowledge = content.knowledge();
  const none: Match = { kind: 'unknown', score: 0 };
  const rows = saved.map(({ text, topic }, at) => ({
    text,
    topic,
    from: verdictOf(live[at] ?? none),
    to: verdictOf(draft[at] ?? none),
  }));
  const changed = rows.filter(({ from, to }) => from.kind !== to.kind || from.topics[0] !== to.topics[0]);
  const right = (name: 'from' | 'to'): number =>
    rows.filter((row) => row[name].kind === 'sure' && row[name].topics.includes(row.topic)).length;
  return html`<section class="card">
    <h2>${tryOut.all}</h2>
    <p>${fill(tryOut.result, { all: rows.length, live: right('from'), draft: right('to') })}</p>
    ${
      changed.length === 0
        ? html`<p class="good">${tryOut.same}</p>`
        : drawChangeList(changed.slice(0, MOST_ROWS), texts, knowledge)
    }
  </section>`;
}
