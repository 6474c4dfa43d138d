import { toJsonLine } from './json-line';
import { readLines } from './read-lines';
import type { TerminalConversation } from './terminal-conversation';
import { writeOut } from './write-out';

/** Answers each line of standard input with one JSON object on a line, as it comes and in order. */
export async function runJson(talk: TerminalConversation, isOneConversation: boolean): Promise<void> {
  for await (const question of readLines(process.stdin)) {
    const replies = await talk.say(question);
    await writeOut(`${JSON.stringify(toJsonLine(question, replies))}\n`);
    if (!isOneConversation) await talk.leave();
  }
}
