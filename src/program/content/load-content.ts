import { setImmediate } from 'node:timers/promises';
import { keptContent } from './kept-content';
import type { Knowledge } from '../../knowledge/knowledge';
import { loadKnowledge } from '../../knowledge/load-knowledge';
import type { Matcher } from '../../matching/match';
import type { MessageReader } from '../../reading/reading';
import type { CalmTalk, UrgentReader } from '../../safety/create-urgent-reader';
import type { KeptLearning } from '../../learning/kept-learning';
import { loadMatcher } from '../../storage/learnt/load-matcher';
import { loadMessageReader } from '../../storage/learnt/load-message-reader';
import { loadUrgentReader } from '../../storage/learnt/load-urgent-reader';
import { framingTalk } from './framing-talk';
import { toldTalk } from './told-talk';

/** The clinic's content and what reads messages by it. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly readMessage: MessageReader;
  readonly readUrgent: UrgentReader;
}

/**
 * Loads the content and prepares its readers.
 *
 * @param kept what the readers learnt at an earlier start
 * @throws KnowledgeError naming every fault
 */
export async function loadContent(directory: string, kept: KeptLearning): Promise<Content> {
  return prepareContent(loadKnowledge(directory, keptContent(kept)), kept);
}

/**
 * Prepares the readers of loaded content: after a change of content they learn it, which takes seconds.
 *
 * @param shipped the content of the files, where staff published over it: what is urgent and what a person tells of
 *   themselves is learnt from the files alone, so that nothing staff publish changes it
 */
export async function prepareContent(
  knowledge: Knowledge,
  kept: KeptLearning,
  shipped: Knowledge = knowledge,
): Promise<Content> {
  // Whoever waits for a disk or a server meanwhile gets its answer between the steps.
  await setImmediate();
  const matcher = loadMatcher(knowledge, kept);
  await setImmediate();
  const readUrgent = loadUrgentReader(shipped, calmTalk(shipped), kept);
  await setImmediate();
  const readMessage = loadMessageReader(shipped, kept);
  return { knowledge, matcher, readMessage, readUrgent };
}

/** What people write in calm, by the content itself: from it the reader of urgent signs learns what is not one. */
export function calmTalk(knowledge: Knowledge): CalmTalk {
  const { topics, outOfScope, storyFiles, stories } = knowledge;
  return {
    sentences: [
      ...topics
        .filter(({ symptoms }) => !symptoms)
        .flatMap(({ question, button, phrasings }) => [question, button, ...phrasings]),
      ...Object.values(outOfScope.groups).flatMap(({ examples }) => examples),
    ],
    stories: [
      ...storyFiles.flatMap(({ messages }) => messages.map((parts) => parts.map(({ text }) => text).join(' '))),
      ...toldTalk(knowledge),
    ],
    // Slots are for those who fill them.
    framing: framingTalk(knowledge),
    leaning: Object.values(stories.leaning)
      .flat()
      .filter((text) => !text.includes('{')),
  };
}
