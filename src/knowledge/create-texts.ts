import { clinicContacts, type Contact } from './clinic-contacts';
import { clinicValues } from './clinic-values';
import { fillPlaceholders, type Filled } from './fill-placeholders';
import type { Knowledge, Topic } from './knowledge';
import { MOMENT_FIELDS, momentValues } from './moment-values';
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
   * @param question as it was asked: an answer on opening hours is about the day it names
   */
  answer(topic: Topic, area: Area | undefined, question?: string): string;
  /** The answer in two or three sentences, for a reply that holds several; the whole answer where there is no short one. */
  short(topic: Topic, area: Area | undefined, question?: string): string;
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
  const readDay = createAskedDayReader(vocabulary.days);
  const fill = (text: string, values: Readonly<Record<string, string | readonly string[]>> = {}): Filled =>
    fillPlaceholders(text, new Map([...ofClinic, ...Object.entries(values)]), messages.chat.listComma);
  const honest = ({ text, used }: Filled): string =>
    clinic.example && used.some(isContact) ? `${text}\n\n${messages.chat.exampleClinic}` : text;
  const ofMoment = (text: string, question: string): Record<string, string | readonly string[]> =>
    isOfMoment(text) ? Object.fromEntries(momentValues(content, readDay, { question, now: now() })) : {};
  const say = (topic: Topic, text: string, question: string): string => {
    const filled = fill(text, ofMoment(text, question));
    return filled.allMissing ? (topic.missing ?? filled.text) : honest(filled);
  };
  const contacts = clinicContacts(clinic, messages.contact.ar);
  const ownNote = onceForEach((topic: Topic) => sourceNote([topic], content));
  return {
    answer: (topic, area, question = '') => say(topic, answerOf(topic, area), question),
    short: (topic, area, question = '') => say(topic, topic.short ?? answerOf(topic, area), question),
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
  return placeholder !== 'clinic.name' && /^(clinic|opening)\./.test(placeholder);
}
