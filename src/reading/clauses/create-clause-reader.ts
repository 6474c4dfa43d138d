import { normalize } from '../../text/normalize';
import { readWords, sliceOf, type SpokenWord } from '../../text/spoken-words';
import { tokenize } from '../../text/tokenize';
import type { ClauseReader } from './clause';

/** Phrases that change nothing, from vocabulary.yaml. */
export interface FillerContent {
  readonly social: Readonly<Record<string, readonly string[]>>;
  readonly courtesy: readonly string[];
}

/** Social talk that goes along with a question. Praise and insults may be the point. */
const ACCOMPANYING = ['greeting', 'how-are-you', 'thanks', 'goodbye', 'apology'];
const CLAUSE_END = /[\n\p{Terminal_Punctuation}]/u;

/** Creates the reader of clauses: cut at punctuation; greetings and thanks between them are filler. */
export function createClauseReader({ social, courtesy }: FillerContent): ClauseReader {
  const phrases = [...ACCOMPANYING.flatMap((kind) => social[kind] ?? []), ...courtesy];
  const fillers = new Set(phrases.map((phrase) => tokenize(normalize(phrase)).join(' ')));
  return (text) =>
    cutAtPunctuation(text).map(({ words, after }) => {
      const said = words.map(({ word }) => word);
      const kind = fillers.has(said.join(' ')) ? 'filler' : 'question';
      return { kind, text: sliceOf(text, words, after), words: said };
    });
}

interface Part {
  readonly words: readonly SpokenWord[];
  readonly after: SpokenWord | undefined;
}

function cutAtPunctuation(text: string): Part[] {
  const words = readWords(text);
  const parts: Part[] = [];
  for (let at = 0, start = 0; at < words.length; at += 1) {
    const [word, after] = [words[at], words[at + 1]];
    const isEnd = after === undefined || CLAUSE_END.test(text.slice(word?.end, after.start));
    if (!isEnd) continue;
    parts.push({ words: words.slice(start, at + 1), after });
    start = at + 1;
  }
  return parts;
}
