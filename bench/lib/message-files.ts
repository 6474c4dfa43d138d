import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QuestionSet } from './question-files';

/** A whole message as a patient sends it; see test/questions/messages/README.md. */
export interface MessageRow {
  /** What a good answer covers, in the order asked: each with the labels that are equally right. */
  readonly asks: readonly (readonly string[])[];
  /** Labels acceptable as the first answer. */
  readonly also: readonly string[];
  readonly dialect: string;
  readonly about: string;
  readonly text: string;
}

/** A turn of a conversation and what is accepted of the reply to it. */
export interface TurnRow {
  readonly text: string;
  readonly asks: readonly (readonly string[])[];
}

const FOLDER = join('test', 'questions', 'messages');

/** Loads the messages of a set. */
export function loadMessages(set: QuestionSet): MessageRow[] {
  const [, ...lines] = readFileSync(join(FOLDER, set, 'messages.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [asks = '', also = '', dialect = '', about = '', text = ''] = line.split('\t');
    return { asks: readAsks(asks), also: also.split('|').filter((label) => /[a-z]/.test(label)), dialect, about, text };
  });
}

/** Loads the conversations of a set, each as its turns. */
export function loadConversations(set: QuestionSet): TurnRow[][] {
  const conversations: TurnRow[][] = [];
  for (const line of readFileSync(join(FOLDER, set, 'conversations.txt'), 'utf8').split('\n')) {
    const [mark, rest] = [line.slice(0, 2), line.slice(2).trim()];
    if (mark === '# ') conversations.push([]);
    else if (mark === '> ') conversations.at(-1)?.push({ text: rest, asks: [] });
    else if (mark === '= ') {
      const turns = conversations.at(-1);
      const turn = turns?.pop();
      if (turn !== undefined) turns?.push({ ...turn, asks: readAsks(rest) });
    }
  }
  return conversations.filter((turns) => turns.length > 0);
}

function readAsks(text: string): string[][] {
  return text.split('+').map((labels) => labels.split('|').map((label) => label.trim()));
}
