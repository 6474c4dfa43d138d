import type { TrainedPart } from '../../learning/kept-model';
import { normalize } from '../../text/normalize';
import { sliceOf } from '../../text/spoken-words';
import { createStemmer } from '../../text/stem';
import type { ClauseReader } from './clause';
import { makeStories, type StoryContent } from './make-stories';
import { seeWords } from './seen-words';
import { findStretches, tagOf, trainTagger, type TaggedWords } from './tagger';
import { readWordFeatures } from './word-features';

/** The content clauses are read by; `Knowledge` fits. */
export interface ClauseContent extends StoryContent {
  readonly vocabulary: StoryContent['vocabulary'] & { readonly protected: readonly string[] };
}

/** A reader of clauses with what it learnt, to be kept. */
export interface TrainedClauseReader {
  readonly readClauses: ClauseReader;
  readonly trained: TrainedPart;
}

/**
 * Creates the reader of clauses. It learns from whole messages cut by hand and from stories that a program makes of the
 * content; `kept` is what it learnt from the same content before.
 */
export function createClauseReader(content: ClauseContent, kept?: TrainedPart): TrainedClauseReader {
  const stem = createStemmer(new Set(content.vocabulary.protected.map((word) => normalize(word))));
  const trained = kept ?? trainTagger(tagStories(content, stem));
  return {
    trained,
    readClauses(text) {
      const words = seeWords(text);
      return findStretches(readWordFeatures(words, stem), trained).map(({ kind, start, end }) => {
        const own = words.slice(start, end);
        return { kind, text: sliceOf(text, own, words[end]), words: own.map(({ word }) => word) };
      });
    },
  };
}

function tagStories(content: ClauseContent, stem: (word: string) => string): TaggedWords[] {
  const whole = (content.storyFiles ?? []).flatMap(({ messages }) => messages);
  return [...makeStories(content), ...whole].map((story) => {
    const words = seeWords(story.map(({ text }) => text).join(' '));
    const tags = story.flatMap(({ kind, text }) => seeWords(text).map((_word, at) => tagOf(kind, at === 0)));
    return { features: readWordFeatures(words, stem), tags };
  });
}
