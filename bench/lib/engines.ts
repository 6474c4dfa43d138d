import { createRequire } from 'node:module';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import type { Example } from '../../src/matching/intent-classifier';
import { createLexicon, type Lexicon } from '../../src/matching/lexicon';
import { createMatcher } from '../../src/matching/create-matcher';
import type { MatcherContent } from '../../src/matching/matcher-content';
import { normalize } from '../../src/text/normalize';
import { tokenize } from '../../src/text/tokenize';
import { matchedIds } from '../../src/matching/matched-topics';

/** What an engine says to a question: its best topic, and whether it would answer with it. */
interface Saying {
  readonly topic: string | undefined;
  readonly answers: boolean;
}

/** An engine under comparison. */
export interface Engine {
  readonly name: string;
  ask(question: string): Saying | Promise<Saying>;
}

/** Engines that are not packages of the product: `npm ci --prefix bench/peers` brings them. */
const requirePeer = createRequire(join(process.cwd(), 'bench', 'peers', 'package.json'));

/** The product's matcher. `spelling` false leaves Fuse.js out. */
export function createOurs(content: MatcherContent, name: string, spelling = true): Engine {
  const matcher = createMatcher(content, { spelling });
  return {
    name,
    ask(question) {
      const match = matcher.match(question);
      return { topic: matchedIds(match)[0], answers: match.kind === 'sure' };
    },
  };
}

/** Fuse.js over every phrasing as it comes: it answers with whatever passes its threshold. */
export function createFuseDefault(examples: readonly Example[]): Engine {
  const fuse = new Fuse(examples, { keys: ['text'] });
  return { name: 'Fuse.js, defaults', ask: (question) => answer(fuse.search(question, { limit: 1 })[0]?.item.label) };
}

/** Fuse.js token search with our normalizer and stemmer. */
export function createFuseTokens(examples: readonly Example[], lexicon: Lexicon): Engine {
  const stems = (text: string): string => stemsOf(text, lexicon).join(' ');
  const fuse = new Fuse(
    examples.map(({ label, text }) => ({ label, text: stems(text) })),
    { keys: ['text'], useTokenSearch: true, ignoreLocation: true },
  );
  return {
    name: 'Fuse.js, token search, our stems',
    ask: (question) => answer(fuse.search(stems(question), { limit: 1 })[0]?.item.label),
  };
}

interface MiniSearchPeer {
  addAll(documents: readonly object[]): void;
  search(query: string): { readonly label: string }[];
}

/** MiniSearch with our normalizer and stemmer, fuzzy and prefix search. */
export function createMiniSearch(examples: readonly Example[], lexicon: Lexicon): Engine {
  const MiniSearch = requirePeer('minisearch') as new (options: object) => MiniSearchPeer;
  const search = new MiniSearch({
    fields: ['text'],
    storeFields: ['label'],
    tokenize: (text: string) => stemsOf(text, lexicon),
    processTerm: (term: string) => term,
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  search.addAll(examples.map(({ label, text }, id) => ({ id, label, text })));
  return { name: 'MiniSearch, our stems', ask: (question) => answer(search.search(question)[0]?.label) };
}

interface NlpPeer {
  addDocument(locale: string, text: string, label: string): void;
  train(): Promise<unknown>;
  process(locale: string, text: string): Promise<{ readonly intent: string; readonly score: number }>;
}

/** node-nlp with its Arabic stemmer, trained on the same phrasings and sentences out of scope. */
export async function createNodeNlp(examples: readonly Example[]): Promise<Engine> {
  const { NlpManager } = requirePeer('node-nlp') as { NlpManager: new (options: object) => NlpPeer };
  const nlp = new NlpManager({ languages: ['ar'], forceNER: false, nlu: { log: false }, autoSave: false });
  for (const { label, text } of examples) nlp.addDocument('ar', text, label);
  await nlp.train();
  return {
    name: 'node-nlp, Arabic',
    async ask(question) {
      const { intent, score } = await nlp.process('ar', question);
      return { topic: intent === 'None' ? undefined : intent, answers: intent !== 'None' && score >= 0.5 };
    },
  };
}

/** The lexicon of the product, for engines that borrow its stemmer. */
export function lexiconOf({ vocabulary, dialects }: MatcherContent): Lexicon {
  return createLexicon({
    concepts: [vocabulary.concepts, dialects.concepts],
    arabizi: vocabulary.arabizi,
    protected: vocabulary.protected,
  });
}

function answer(topic: string | undefined): Saying {
  return { topic, answers: topic !== undefined };
}

function stemsOf(text: string, { stem }: Lexicon): string[] {
  return tokenize(normalize(text)).map(stem);
}
