/**
 * `npm run knowledge:words`: counts the words of the content and of the development questions anew into
 * knowledge/counted-words.yaml. By them the list of unanswered questions knows what is an ordinary word. Needed after many
 * changes of the content only: the words of phrasings are known anyway.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadKnowledge } from '../src/knowledge/load-knowledge';
import { keptContent } from '../src/program/content/kept-content';
import { phraseWords } from '../src/text/phrase-index';

const FILE = join('knowledge', 'counted-words.yaml');
const QUESTIONS = join('test', 'questions');
/** Found so often a word may stand where a name is expected. */
const OFTEN = 3;
const LONGEST_LINE = 150;
const HEAD = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('#'))
  .join('\n');
const LEFT_OUT = [FILE, join('knowledge', 'private-words.yaml'), join('knowledge', 'ordinary-words.yaml')];

const { privateWords, ordinaryWords } = loadKnowledge('knowledge', keptContent());
const { names, families, places, alsoWords } = privateWords;
const ordinary = new Set(alsoWords.flatMap(phraseWords));
const named = new Set([...names, ...families, ...places].flatMap(phraseWords).filter((word) => !ordinary.has(word)));
const own = new Set(ordinaryWords.words.flatMap(phraseWords));

const counts = new Map<string, number>();
for (const text of [...contentFiles().flatMap(readSentences), ...questionFiles().map(readFile)])
  for (const word of phraseWords(text)) if (isWord(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
const sorted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
const often = sorted.filter(([, count]) => count >= OFTEN).map(([word]) => word);
const seldom = sorted.filter(([, count]) => count < OFTEN).map(([word]) => word);
writeFileSync(FILE, `${HEAD}\noften:\n${toLines(often)}\nseldom:\n${toLines(seldom)}\n`);
console.log(`${FILE}: ${often.length} words found ${OFTEN} times or more, ${seldom.length} found less often.`);

function isWord(word: string): boolean {
  return word.length > 1 && /^\p{L}/u.test(word) && !named.has(word) && !own.has(word);
}

function readFile(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The sentences of a content file, without its keys and remarks. */
function readSentences(file: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(parse(readFile(file)));
  return found;
}

function contentFiles(): string[] {
  return filesIn('knowledge', '.yaml').filter((file) => !LEFT_OUT.includes(file));
}

/** Development questions alone: the held-out ones only measure. */
function questionFiles(): string[] {
  return [...filesIn(QUESTIONS, '.tsv'), ...filesIn(QUESTIONS, '.txt')].filter((file) => !file.includes('held-out'));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function toLines(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `  - '${line}'`).join('\n');
}
