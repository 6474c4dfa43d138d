import type { Activity } from 'botbuilder';
import { z } from 'zod';

const entity = z.object({ type: z.literal('quotedReply'), quotedReply: z.object({ messageId: z.coerce.string() }) });
/** In the text (May 2026), and in the HTML that comes along (older clients). */
const IN_TEXT = /<quoted\b[^<>]*\bmessageId\s*=\s*["']?([^"'\s/>]+)/gi;
const IN_HTML = /<blockquote\b[^<>]*\bschema\.skype\.com\/Reply[^<>]*\bitemid\s*=\s*["']?([^"'\s/>]+)/gi;

/** The ids of the messages that a message quotes, in any form Teams has for it; none where it quotes nothing. */
export function readQuotes({ text, entities, attachments }: Partial<Activity>): readonly string[] {
  const named = (entities ?? []).flatMap((one: unknown) => entity.safeParse(one).data?.quotedReply.messageId ?? []);
  const html = (attachments ?? []).flatMap(({ contentType, content }: { contentType?: string; content?: unknown }) =>
    contentType === 'text/html' && typeof content === 'string' ? idsIn(content, IN_HTML) : [],
  );
  return [...new Set([...named, ...idsIn(typeof text === 'string' ? text : '', IN_TEXT), ...html])];
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, id]) => id ?? []);
}
