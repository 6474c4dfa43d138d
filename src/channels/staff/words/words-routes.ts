import { WORD_LISTS } from '../../../knowledge/schema/staff/words';
import { findWords } from '../../../staff/words/find-words';
import { listWords } from '../../../staff/words/list-words';
import type { WordList, WordListId } from '../../../staff/words/word-list';
import { type Html, html } from '../../../text/html';
import type { ConsoleTools } from '../console-dependencies';
import { ConsoleError } from '../console-error';
import type { ConsoleContent } from '../content/content-tools';
import { fill } from '../fill';
import { drawForm, drawSubmit } from '../pages/draw-form';
import { drawPage } from '../pages/draw-page';
import type { Scene } from '../scene';
import type { MemberRequest, StaffReply, StaffRoute } from '../staff-route';
import { drawWordEntry } from './draw-word-entry';

/** A word is never that long. */
const LONGEST_SEARCH = 80;
const MOST_FOUND = 40;
/** Words found in one entry that are shown without a press. */
const MOST_OPEN = 12;

/** The lists of words and rules: shown, explained, searched; they are edited in files. */
export function wordsRoutes(tools: ConsoleTools, content: ConsoleContent): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/staff/words',
      needs: 'reads',
      handle: (request) => Promise.resolve(showLists(request, tools, content, undefined)),
    },
    {
      method: 'POST',
      path: '/staff/words',
      needs: 'reads',
      handle: (request) =>
        Promise.resolve(showLists(request, tools, content, request.form.text('search').slice(0, LONGEST_SEARCH))),
    },
    {
      method: 'GET',
      path: '/staff/words/:list',
      needs: 'reads',
      handle: (request) => Promise.resolve(showList(request, tools, content)),
    },
    {
      method: 'GET',
      path: '/staff/words/:list/:section/:entry',
      needs: 'reads',
      handle: (request) => Promise.resolve(showEntry(request, tools, content)),
    },
  ];
}

function showLists(
  request: MemberRequest,
  tools: ConsoleTools,
  content: ConsoleContent,
  search: string | undefined,
): StaffReply {
  const scene = tools.sceneOf(request);
  const { words, wordLists, wordHints } = scene.texts;
  const lists = WORD_LISTS.map((id) => listWords(content.knowledge(), id));
  const body = html`${drawForm(
    scene,
    '/staff/words',
    html`<div class="field">
        <label for="search">${words.searchLabel}</label>
        <input id="search" name="search" type="search" value="${search ?? ''}" dir="auto" />
      </div>
      ${drawSubmit(words.search, 'quiet')}`,
    { className: 'search' },
  )}
  ${search === undefined || search.trim() === '' ? undefined : drawFound(scene, lists, search)}
  ${lists.map(
    ({ id, sections }) =>
      html`<section class="card">
        <h2><a href="/staff/words/${id}">${wordLists[id]}</a></h2>
        <p>${wordHints[id]}</p>
        <p class="hint">
          ${fill(words.entries, { count: sections.reduce((sum, { entries }) => sum + entries.length, 0) })}
        </p>
      </section>`,
  )}`;
  return { kind: 'page', page: drawPage(scene, { title: words.title, lead: words.lead, body }) };
}

function drawFound({ texts }: Scene, lists: readonly WordList[], search: string): Html {
  const { words, wordLists, wordSections } = texts;
  const found = findWords(lists, search);
  return html`<section class="card" aria-live="polite">
    <h2>${fill(words.found, { text: search.trim() })}</h2>
    ${found.length === 0 ? html`<p class="hint">${words.nothingFound}</p>` : undefined}
    ${found.slice(0, MOST_FOUND).map(
      (one) =>
        html`<div>
          <p class="hint">
            <a href="/staff/words/${one.list}">${wordLists[one.list]}</a> · ${wordSections[one.section]}
          </p>
          ${drawWordEntry(texts, one.entry, { words: one.words, isOpen: one.words.length <= MOST_OPEN })}
        </div>`,
    )}
    ${
      found.length > MOST_FOUND
        ? html`<p class="hint">${fill(words.more, { count: found.length - MOST_FOUND })}</p>`
        : undefined
    }
  </section>`;
}

const isList = (text: string): text is WordListId => WORD_LISTS.some((id) => id === text);

function showList(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): StaffReply {
  const id = request.params['list'] ?? '';
  if (!isList(id)) throw new ConsoleError('notFound');
  const scene = tools.sceneOf(request);
  const { texts } = scene;
  const { words, wordLists, wordHints, wordSections, sectionHints } = texts;
  const { file, sections } = listWords(content.knowledge(), id);
  const body = html`<p class="hint">${fill(words.inFile, { file })}</p>
    ${sections
      .filter(({ entries }) => entries.length > 0)
      .map(
        (section) =>
          html`<section class="card">
            <h2>${wordSections[section.id]}</h2>
            <p>${sectionHints[section.id]}</p>
            <div>
              ${section.entries.map((entry, at) =>
                drawWordEntry(texts, entry, { page: `/staff/words/${id}/${section.id}/${at + 1}` }),
              )}
            </div>
          </section>`,
      )}
    <p><a class="button quiet" href="/staff/words">${words.all}</a></p>`;
  return { kind: 'page', page: drawPage(scene, { title: wordLists[id], lead: wordHints[id], body }) };
}

/** One entry with all its words; it is found by its place, since not every entry has a name. */
function showEntry(request: MemberRequest, tools: ConsoleTools, content: ConsoleContent): StaffReply {
  const { list = '', section: sectionId, entry: place } = request.params;
  if (!isList(list)) throw new ConsoleError('notFound');
  const section = listWords(content.knowledge(), list).sections.find(({ id }) => id === sectionId);
  const entry = section?.entries[Number(place) - 1];
  if (section === undefined || entry === undefined) throw new ConsoleError('notFound');
  const scene = tools.sceneOf(request);
  const { words, wordLists, wordSections } = scene.texts;
  const body = html`<section class="card">${drawWordEntry(scene.texts, entry, { isOpen: true })}</section>
    <p><a class="button quiet" href="/staff/words/${list}">${wordLists[list]}</a></p>`;
  return { kind: 'page', page: drawPage(scene, { title: wordSections[section.id], lead: words.lead, body }) };
}
