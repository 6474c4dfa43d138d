import type { Reply } from '../../bot/reply/reply';
import { markRightToLeft } from '../../bot/reply/right-to-left';
import { plainTextOf } from '../../bot/reply/text-presenter';

/** A reply as lines for a terminal: its text, its note, and its buttons numbered as they can be typed. */
export function drawReply(reply: Reply): string {
  const choices = reply.choices.map(({ title }, at) => `  ${at + 1}) ${title}`);
  const parts = choices.length === 0 ? [plainTextOf(reply)] : [plainTextOf(reply), choices.join('\n')];
  return markRightToLeft(parts.join('\n\n'));
}
