import type { Activity } from 'botbuilder';

/** An innermost mention with its name; repeated, this takes nested ones apart from the inside. */
const INNERMOST = /<at\b[^<>]*>[^<>]*<\/at\s*>/gi;
/** Mentions are nested twice at most; 250 kB of nested ones cost 14 s without an end. */
const DEEPEST = 8;
const STRAY_TAG = /<\/?at\b[^<>]*>/gi;
/**
 * What Teams puts in for a quoted message (May 2026), with or without what is quoted, and for what is attached: the
 * messages themselves come in entities and attachments. A quote without an end is only its tag.
 */
const QUOTE =
  /<(?:quoted|attachment)\b[^<>]*\/>|<quoted\b[^<>]*>[^<]*(?:<(?!\/?quoted\b)[^<]*)*<\/quoted\s*>|<\/?(?:quoted|attachment)\b[^<>]*>/gi;
/** Mentions of Slack and Discord: `<@U123ABC>`, `<@U123ABC|name>`, `<@!123>`. */
const ID_MENTION = /<@[!&]?[A-Za-z0-9]+(?:\|[^<>]*)?>/g;
const ANY_SPACE = /(?:&nbsp;|\s)+/g;

/**
 * The text without what channels put into it: mentions, first those the entities name, exactly as they stand there (a
 * name may hold any sign), then whatever tags are left, and quoted messages. Line breaks stay.
 */
export function stripMarkup({ text, entities }: Pick<Activity, 'text' | 'entities'>): string {
  // One entity for each mention: a name that is also a word of the question is taken out once.
  const named = (entities ?? []).flatMap((entity) => readMentionText(entity) ?? []);
  // A longer mention may hold a shorter one.
  const longestFirst = [...named].sort((one, other) => other.length - one.length);
  let rest = longestFirst.reduce((left, mention) => left.replace(mention, () => ' '), text.replace(QUOTE, ' '));
  for (let depth = 0, before = ''; before !== rest && depth < DEEPEST; depth += 1) {
    before = rest;
    rest = rest.replace(INNERMOST, ' ');
  }
  return rest
    .replace(STRAY_TAG, ' ')
    .replace(ID_MENTION, ' ')
    .replace(ANY_SPACE, (space) => (space.includes('\n') ? '\n' : ' '))
    .trim();
}

function readMentionText({ type, text }: { readonly type: string; readonly text?: unknown }): string | undefined {
  return type === 'mention' && typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
