import { matchedTopics } from '../../matching/matched-topics';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleContent } from '../../channels/staff/content/content-tools';
import type { Config } from '../settings/config';
import { createSheets } from '../web/create-sheets';
import { chatWordsOf, drawPreview } from './draw-preview';
import type { LiveContent } from './live-content';
import type { ContentFiles } from './create-reload';
import type { Stores } from '../stores/open-stores';
import type { SavedQuestion, Workshop } from '../../staff/content/workshop';
import { PROJECT } from '../project-folder';

/** Waiting questions worked on at once; the most asked come first. */
const MOST_WAITING = 2000;

/** Questions the project measures itself by, where this installation holds them; nothing is learnt from them. */
const DEVELOPMENT = join(PROJECT, 'test/questions/development.tsv');

/** What the pages about content are wired from. */
export interface ConsoleContentDependencies {
  readonly live: Pick<LiveContent<unknown>, 'current' | 'base' | 'refresh'>;
  readonly files: Pick<ContentFiles, 'faults'>;
  readonly workshop: Workshop;
  readonly stores: Pick<Stores, 'staff' | 'contents' | 'saved' | 'waiting' | 'figures'>;
}

/** Wires what the pages about content work with. */
export function createConsoleContent({
  live,
  files,
  workshop,
  stores,
  config,
}: ConsoleContentDependencies & { readonly config: Pick<Config, 'unansweredDays'> }): ConsoleContent {
  const development = readDevelopment();
  return {
    knowledge: () => live.current().content.knowledge,
    get base() {
      return live.base();
    },
    faults: () => files.faults(),
    store: stores.contents,
    workshop,
    sheets: createSheets(),
    figures: stores.figures,
    refresh: () => live.refresh(),
    search: (text) => matchedTopics(live.current().content.matcher.match(text)),
    preview: drawPreview,
    chatWords: () => chatWordsOf(live.current().content.knowledge),
    waiting: async () => {
      const rows = await stores.waiting.list({ limit: MOST_WAITING, days: config.unansweredDays });
      return rows.map(({ text, times, lastAt }) => ({ text, times, lastAt }));
    },
    forget: (texts) => stores.waiting.forget(texts),
    saved: async () => [...development, ...(await stores.saved.list())],
    saveQuestion: (question, by) => stores.saved.save(question, by),
  };
}

function readDevelopment(): readonly SavedQuestion[] {
  try {
    const [, ...lines] = readFileSync(DEVELOPMENT, 'utf8').split('\n');
    return lines.flatMap((line) => {
      const [topic, , text] = line.split('\t');
      return topic !== undefined && text !== undefined ? [{ topic, text }] : [];
    });
  } catch {
    return [];
  }
}
