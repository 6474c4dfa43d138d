import type { TrainedPart } from '../../learning/kept-model';
import { readArabizi } from '../../text/arabizi';
import { normalize } from '../../text/normalize';
import { phraseWords } from '../../text/phrase-index';
import { sliceOf } from '../../text/spoken-words';
import { createStemmer } from '../../text/stem';
import { isLatin } from '../../text/tokenize';
import type { ClauseReader } from './clause';
import { makeStories, type StoryContent } from './make-stories';
import { seeWords, type SeenWord } from './seen-words';
import { findStretches, tagOf, trainTagger, type TaggedWords } from './tagger';
import { readWordFeatures } from './word-features';

/** The content clauses are read by; `Knowledge` fits. */
export interface ClauseContent extends StoryContent {
  readonly vocabulary: StoryContent['vocabulary'] & {
    readonly protected: readonly string[];
    readonly arabizi: Readonly<Record<string, string>>;
  };
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
  const hear = createLatinEar(content.vocabulary.arabizi);
  const trained = kept ?? trainTagger(tagStories(content, stem, hear));
  return {
    trained,
    readClauses(text) {
      const words = seeWords(text);
      return findStretches(readWordFeatures(hear(words), stem), trained).map(({ kind, start, end }) => {
        const own = words.slice(start, end);
        return { kind, text: sliceOf(text, own, words[end]), words: own.map(({ word }) => word) };
      });
    },
  };
}

/** Words in Latin letters as the Arabic ones they stand for, one for one: by the clinic's list, else by sound. */
function createLatinEar(arabizi: Readonly<Record<string, string>>): (words: readonly SeenWord[]) => SeenWord[] {
  const known = new Map(Object.entries(arabizi).map(([latin, arabic]) => [latin, phraseWords(arabic).join('')]));
  return (words) =>
    words.map((seen) =>
      isLatin(seen.word) ? { ...seen, word: known.get(seen.word) ?? readArabizi(seen.word) } : seen,
    );
}

function tagStories(
  content: ClauseContent,
  stem: (word: string) => string,
  hear: (words: readonly SeenWord[]) => SeenWord[],
): TaggedWords[] {
  const whole = (content.storyFiles ?? []).flatMap(({ messages }) => messages);
  return [...makeStories(content), ...whole].map((story) => {
    const words = seeWords(story.map(({ text }) => text).join(' '));
    const tags = story.flatMap(({ kind, text }) => seeWords(text).map((_word, at) => tagOf(kind, at === 0)));
    return { features: readWordFeatures(hear(words), stem), tags };
  });
}
