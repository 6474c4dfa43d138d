import type { Area } from '../../matching/match';
import { normalize } from '../../text/normalize';

/** What a button leads to when its text is sent. */
type Shortcut =
  | { readonly kind: 'topic'; readonly topic: string; readonly area?: Area }
  | { readonly kind: 'category'; readonly category: string };

/** The texts of all buttons, so that typing one does what pressing it does, whatever the matcher makes of it. */
export interface Shortcuts {
  /** What sends an answer about one body area: the topic's button and the area's. */
  areaValue(topic: string, area: Area): string | undefined;
  read(text: string): Shortcut | undefined;
}

/** The parts of the knowledge base that name things. */
export interface NamedContent {
  readonly topics: readonly {
    readonly id: string;
    readonly question: string;
    readonly button: string;
    readonly byArea?: Readonly<Partial<Record<Area, string>>> | undefined;
  }[];
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  /** How the body areas are called on buttons. */
  readonly areas: Readonly<Record<Area, string>>;
}

const AREAS: readonly Area[] = ['face', 'hair'];

/** Indexes button texts, canonical questions and category titles. Where two meet, the topic's button wins. */
export function createShortcuts({ topics, categories, areas }: NamedContent): Shortcuts {
  const byText = new Map<string, Shortcut>();
  const values = new Map<string, string>();
  const add = (text: string, shortcut: Shortcut): void => {
    const key = normalize(text);
    if (!byText.has(key)) byText.set(key, shortcut);
  };
  for (const { id, button } of topics) add(button, { kind: 'topic', topic: id });
  for (const { id, question } of topics) add(question, { kind: 'topic', topic: id });
  for (const { id, button, byArea } of topics) {
    for (const area of AREAS.filter((candidate) => byArea?.[candidate] !== undefined)) {
      const value = `${button} ${areas[area]}`;
      add(value, { kind: 'topic', topic: id, area });
      values.set(`${id} ${area}`, value);
    }
  }
  for (const { id, title } of categories) add(title, { kind: 'category', category: id });
  return {
    areaValue: (topic, area) => values.get(`${topic} ${area}`),
    read: (text) => byText.get(normalize(text)),
  };
}
