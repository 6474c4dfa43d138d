import { clinicContacts, type Contact } from './clinic-contacts';
import { clinicValues } from './clinic-values';
import { fillPlaceholders, type Filled } from './fill-placeholders';
import type { Knowledge, Topic } from './knowledge';
import { MOMENT_FIELDS, momentValues } from './moment-values';
import { createPointsReader } from './read-points';
import { createPricesReader } from './read-prices';
import { onceForEach } from './once-for-each';
import { createAskedDayReader } from './opening/read-asked-day';
import { sayDays } from './say-date';
import type { Area } from './schema/faq';
import { placeholdersIn } from './schema/text';
import { namedSource, type NamedSource, sourceNote } from './source-note';

/** Content a text is made from. */
export type TextContent = Pick<Knowledge, 'clinic' | 'messages' | 'sources' | 'vocabulary'>;

/** Texts of the knowledge base, completed with the clinic's own data. A line whose datum is missing is left out. */
export interface Texts {
  /**
   * The answer of a topic: what is common, or for a body area what is particular to it.
   *
   * @param questions as it was asked, narrowest first (the words that ask it, the message): an answer on opening hours is
   *   about the day they name, one on prices about what they name
   */
  answer(topic: Topic, area: Area | undefined, questions?: readonly string[]): string;
  /** The answer in two or three sentences, for a reply that holds several; the whole answer where there is no short one. */
  short(topic: Topic, area: Area | undefined, questions?: readonly string[]): string;
  /** Where the answers come from and whether a physician of the clinic reviewed them; of several, the oldest review. */
  note(topics: readonly Topic[]): string | undefined;
  /** A sentence of messages.yaml with its values. */
  sentence(text: string, values?: Readonly<Record<string, string>>): string;
  /** The same, or undefined when the clinic has given none of the data it is about. */
  clinicSentence(text: string): string | undefined;
  /** The clinic's ways named in a text of the content (`{clinic.phone}`), in the order the text names them: as buttons. */
  contacts(...texts: readonly string[]): readonly Contact[];
  /** Where the first source of the answers' {@link note} can be read: what it is called, and its address. */
  source(topics: readonly Topic[]): NamedSource | undefined;
  /** A number of days, counted as Arabic counts: for `{days}`. */
  days(count: number): string;
}

/**
 * Creates the texts of a clinic.
 *
 * While the clinic's data are an example, a text that shows any of them (but the name) ends by saying so: nobody should
 * call an invented number in earnest.
 *
 * @param now milliseconds since 1970, by which the clinic is open or closed
 */
export function createTexts(content: TextContent, now: () => number = Date.now): Texts {
  const { clinic, messages, vocabulary } = content;
  const ofClinic = clinicValues(content);
  const readers = { readDay: createAskedDayReader(vocabulary), readPrices: createPricesReader(vocabulary.priced) };
  const readPoints = createPointsReader(messages.clinicData.points);
  const fill = (text: string, values: Readonly<Record<string, string | readonly string[]>> = {}): Filled =>
    fillPlaceholders(text, new Map([...ofClinic, ...Object.entries(values)]), messages.chat.listComma);
  const honest = ({ text, used }: Filled): string =>
    clinic.example && used.some(isContact) ? `${text}\n\n${messages.chat.exampleClinic}` : text;
  const ofMoment = (text: string, questions: readonly string[]): Record<string, string | readonly string[]> =>
    isOfMoment(text) ? Object.fromEntries(momentValues(content, readers, { questions, now: now() })) : {};
  const sayWhole = (text: string, missing: string | undefined, questions: readonly string[]): string => {
    const filled = fill(text, ofMoment(text, questions));
    return honest(filled.allMissing && missing !== undefined ? fill(missing) : filled);
  };
  const sayPoints = (topic: Topic, questions: readonly string[]): string | undefined => {
    const points = readPoints(topic.id, questions).map(({ given, missing }) => sayWhole(given, missing, questions));
    return points.length === 0 ? undefined : points.join('\n');
  };
  const contacts = clinicContacts(clinic, messages.contact.ar);
  const ownNote = onceForEach((topic: Topic) => sourceNote([topic], content));
  return {
    answer(topic, area, questions = []) {
      const points = sayPoints(topic, questions);
      if (points === undefined) return sayWhole(answerOf(topic, area), topic.missing, questions);
      const after = fill(messages.clinicData.afterPoint).text;
      return points.includes(after) ? points : `${points}\n\n${after}`;
    },
    short: (topic, area, questions = []) =>
      sayPoints(topic, questions) ?? sayWhole(topic.short ?? answerOf(topic, area), topic.missing, questions),
    note(topics) {
      const [topic, ...others] = topics;
      return topic !== undefined && others.length === 0 ? ownNote(topic) : sourceNote(topics, content);
    },
    sentence: (text, values) => honest(fill(text, values)),
    clinicSentence(text) {
      const filled = fill(text);
      return filled.used.some(isContact) ? honest(filled) : undefined;
    },
    contacts(...templates) {
      const named = templates.flatMap((template) => fill(template).used);
      const at = ({ kind }: Contact): number => named.indexOf(`clinic.${kind}`);
      return contacts.filter((contact) => at(contact) >= 0).sort((one, other) => at(one) - at(other));
    },
    source: (topics) => namedSource(topics, content.sources),
    days: (count) => sayDays(count, messages.dates),
  };
}

function answerOf({ answer, byArea }: Topic, area: Area | undefined): string {
  return (area === undefined ? undefined : byArea?.[area]) ?? answer;
}

function isOfMoment(text: string): boolean {
  return placeholdersIn(text).some((name) => MOMENT_FIELDS.includes(name));
}

function isContact(placeholder: string): boolean {
  return placeholder !== 'clinic.name' && /^(clinic|opening|prices)\./.test(placeholder);
}
