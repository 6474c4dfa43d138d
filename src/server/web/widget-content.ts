import { clinicCard } from '../../knowledge/clinic-card';
import type { Knowledge } from '../../knowledge/knowledge';

/** What the script on a clinic's page says: web/widget/widget-strings.ts reads it. */
export interface WidgetContent {
  readonly strings: Readonly<Record<'ar' | 'en', unknown>>;
  readonly clinic: { readonly calls: readonly string[]; readonly lines: readonly string[] };
}

/** Reads what the button needs before the chat is loaded, and where it cannot be. */
export function readWidgetContent(knowledge: Knowledge): WidgetContent {
  const { name, hours, links } = clinicCard(knowledge, knowledge.messages.contact.ar);
  return {
    strings: { ar: readStrings(knowledge, 'ar'), en: readStrings(knowledge, 'en') },
    clinic: {
      calls: links.map(({ url }) => url),
      lines: [name, ...hours].filter((line) => line !== undefined),
    },
  };
}

function readStrings(knowledge: Knowledge, lang: 'ar' | 'en'): unknown {
  const { widget, contact } = knowledge.messages;
  const { title, greeting, open, close, closeGreeting, unread, connecting, unreachable } = widget[lang];
  const calls = clinicCard(knowledge, contact[lang]).links.map(({ title: words }) => words);
  return { title, greeting, open, close, closeGreeting, unread, connecting, unreachable, calls };
}
