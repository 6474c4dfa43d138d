import type { Remark } from '../remark';
import type { YamlPath } from '../fault';
import { placeholdersIn } from '../schema/text';
import { saidTexts, type Speech } from './said-texts';

interface Limits {
  readonly fewest: number;
  readonly most: number;
}

/** Words. People read an answer of 40 to 90 words to the end on a phone; the parts for one body area are shorter. */
const ANSWER: Limits = { fewest: 40, most: 90 };
const BY_AREA: Limits = { fewest: 25, most: 90 };
const MISSING: Limits = { fewest: 5, most: 90 };
/** What the clinic tells of itself (opening hours, where to park) is told in a sentence. */
const OF_CLINIC: Limits = { fewest: 5, most: 90 };
/** Several of them stand in one reply, on one screen of a phone. */
const SHORT: Limits = { fewest: 8, most: 40 };
const SHORT_OF_CLINIC: Limits = { fewest: 0, most: 40 };
const PLACEHOLDER = /\{[^{}]*\}/g;

/** Answers are as long as an answer should be; those of the clinic itself may be short. Data of the clinic are not counted. */
export function checkLengths(knowledge: Speech): Remark[] {
  return saidTexts(knowledge)
    .filter(({ role }) => role === 'answer')
    .flatMap(({ file, path, text }) => {
      const { fewest, most } = limitsOf(path, isOfClinic(knowledge, file, path) || placeholdersIn(text).length > 0);
      const count = countWords(text);
      if (count >= fewest && count <= most) return [];
      return [
        {
          kind: 'fault' as const,
          file,
          path,
          found: `${count} words`,
          expected: `${fewest} to ${most} words`,
          tip:
            count > most ? 'leave out what another topic tells' : 'tell a little more, or say when the doctor decides',
        },
      ];
    });
}

/** A topic without facts of medicine is all the clinic's own. */
function isOfClinic({ categories }: Speech, file: string, [, at]: YamlPath): boolean {
  const topic = categories.find((category) => category.file === file)?.topics[Number(at)];
  return topic?.facts.length === 0 && topic.article.length === 0;
}

function limitsOf(path: YamlPath, isOfClinic: boolean): Limits {
  if (path.includes('missing')) return MISSING;
  if (path.includes('short')) return isOfClinic ? SHORT_OF_CLINIC : SHORT;
  if (isOfClinic) return OF_CLINIC;
  return path.includes('byArea') ? BY_AREA : ANSWER;
}

function countWords(text: string): number {
  return text.replace(PLACEHOLDER, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
