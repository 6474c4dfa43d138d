import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readJson } from '../../text/read-json';

const reference = z.object({ messageId: z.coerce.string() });
const entity = z.object({ type: z.literal('quotedReply'), quotedReply: z.object({ messageId: z.coerce.string() }) });
/** A quoted message that is not named: none that was ever asked. */
const UNKNOWN = '';
/** In the text (May 2026), and in the HTML that comes along (older clients); a forwarded message is one of somebody else. */
const IN_TEXT = /<quoted\b[^<>]*\bmessageId\s*=\s*["']?([^"'\s/>]+)/gi;
const IN_HTML = /<blockquote\b[^<>]*\bschema\.skype\.com\/(?:Reply|Forward)[^<>]*\bitemid\s*=\s*["']?([^"'\s/>]+)/gi;

/** The ids of the messages that a message quotes, in any form Teams has for it; none where it quotes nothing. */
export function readQuotes({ text, entities, attachments }: Partial<Activity>): readonly string[] {
  const named = (entities ?? []).flatMap((one: unknown) => entity.safeParse(one).data?.quotedReply.messageId ?? []);
  const attached = (attachments ?? []).flatMap(idsAttached);
  return [...new Set([...named, ...idsIn(typeof text === 'string' ? text : '', IN_TEXT), ...attached])];
}

function idsAttached({ contentType, content }: { contentType?: string; content?: unknown }): readonly string[] {
  switch (contentType?.toLowerCase()) {
    case 'text/html':
      return typeof content === 'string' ? idsIn(content, IN_HTML) : [];
    case 'messagereference':
    case 'forwardedmessagereference':
      return [
        reference.safeParse(typeof content === 'string' ? readJson(content) : content).data?.messageId ?? UNKNOWN,
      ];
    default:
      return [];
  }
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, id]) => id ?? []);
}
