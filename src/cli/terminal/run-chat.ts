import { createInterface } from 'node:readline/promises';
import { drawReply } from './draw-reply';
import type { TerminalConversation } from './terminal-conversation';
import { writeOut } from './write-out';
import type { Reply } from '../../bot/reply/reply';

const PROMPT = '> ';

/** A chat in the terminal, until the input ends (Ctrl+D) or is broken off (Ctrl+C). */
export async function runChat(talk: TerminalConversation): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: PROMPT });
  await show(await talk.join());
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') await show(await talk.say(line));
    terminal.prompt();
  }
}

/** Answers one question. */
export async function runOnce(talk: TerminalConversation, question: string): Promise<void> {
  await show(await talk.say(question));
}

async function show(replies: readonly Reply[]): Promise<void> {
  for (const reply of replies) await writeOut(`${drawReply(reply)}\n\n`);
}
