import { clinicContacts, type Contact } from './clinic-contacts';
import { clinicValues } from './clinic-values';
import { fillPlaceholders, type Filled } from './fill-placeholders';
import type { Knowledge, Topic } from './knowledge';
import { onceForEach } from './once-for-each';
import { sayDays } from './say-date';
import type { Area } from './schema/faq';
import { namedSource, type NamedSource, sourceNote } from './source-note';

/** Content a text is made from. */
export type TextContent = Pick<Knowledge, 'clinic' | 'messages' | 'sources'>;

/** Texts of the knowledge base, completed with the clinic's own data. A line whose datum is missing is left out. */
export interface Texts {
  /** The answer of a topic: what is common, or for a body area what is particular to it. */
  answer(topic: Topic, area: Area | undefined): string;
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
 */
export function createTexts(content: TextContent): Texts {
  const { clinic, messages } = content;
  const ofClinic = clinicValues(clinic);
  const fill = (text: string, values: Readonly<Record<string, string>> = {}): Filled =>
    fillPlaceholders(text, new Map([...ofClinic, ...Object.entries(values)]), messages.chat.listComma);
  const honest = ({ text, used }: Filled): string =>
    clinic.example && used.some(isContact) ? `${text}\n\n${messages.chat.exampleClinic}` : text;
  const answer = (topic: Topic, text: string): string => {
    const filled = fill(text);
    return filled.allMissing ? (topic.missing ?? filled.text) : honest(filled);
  };
  // The content stays as it was loaded: what depends on nothing else is made when it is first said.
  const common = onceForEach((topic: Topic) => answer(topic, topic.answer));
  const ofArea = {
    face: onceForEach((topic: Topic) => answer(topic, topic.byArea?.face ?? topic.answer)),
    hair: onceForEach((topic: Topic) => answer(topic, topic.byArea?.hair ?? topic.answer)),
  } satisfies Record<Area, unknown>;
  const contacts = clinicContacts(clinic, messages.contact.ar);
  const ownNote = onceForEach((topic: Topic) => sourceNote([topic], content));
  return {
    answer: (topic, area) => (area === undefined ? common(topic) : ofArea[area](topic)),
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

function isContact(placeholder: string): boolean {
  return placeholder.startsWith('clinic.') && placeholder !== 'clinic.name';
}
