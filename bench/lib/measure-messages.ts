import type { Reply } from '../../src/bot/reply/reply';
import type { MessageRow, TurnRow } from './message-files';

/** Whoever answers messages: the whole program, one conversation a message. */
export interface Answerer {
  say(text: string): Promise<readonly Reply[]>;
  leave(): Promise<void>;
}

/** What became of one message. */
export interface Verdict {
  /** What the reply is about first is accepted. */
  readonly right: boolean;
  /** … or an accepted topic is among those answered or offered. */
  readonly offered: boolean;
  /** Answered, and not right. */
  readonly wronglySure: boolean;
  /** Each thing asked is answered. */
  readonly all: boolean;
  /** An alarm that nobody's message called for. */
  readonly falseAlarm: boolean;
}

export interface MessageResult extends Verdict {
  readonly row: MessageRow;
  readonly reply: Reply | undefined;
}

/** Labels that are no topic of the knowledge base. */
const NO_TOPIC = ['oos', 'urgent', 'social'];

/** Whether a message asks something the knowledge base is for. */
export function asksTopic({ asks }: MessageRow): boolean {
  return !NO_TOPIC.includes(asks[0]?.[0] ?? '');
}

/** Sends every message to the program, each in a conversation of its own. */
export async function measureMessages(program: Answerer, rows: readonly MessageRow[]): Promise<MessageResult[]> {
  const results: MessageResult[] = [];
  for (const row of rows) {
    const [reply] = await program.say(row.text);
    await program.leave();
    results.push({ row, reply, ...judgeReply(reply, row.asks, row.also) });
  }
  return results;
}

/** Says the turns of each conversation; gives what became of those after the first. */
export async function measureLaterTurns(
  program: Answerer,
  conversations: readonly (readonly TurnRow[])[],
): Promise<(Verdict & { readonly turn: TurnRow; readonly reply: Reply | undefined })[]> {
  const results = [];
  for (const turns of conversations) {
    for (const [at, turn] of turns.entries()) {
      const [reply] = await program.say(turn.text);
      if (at > 0) results.push({ turn, reply, ...judgeReply(reply, turn.asks, []) });
    }
    await program.leave();
  }
  return results;
}

/** Judges a reply by what was asked: each question with its equally right labels, and labels accepted besides. */
function judgeReply(reply: Reply | undefined, asks: readonly (readonly string[])[], also: readonly string[]): Verdict {
  const accepted = new Set([...asks.flat(), ...also]);
  const kind = reply?.kind ?? 'unknown';
  const topics = kind === 'answer' || kind === 'suggest' ? (reply?.topics ?? []) : [];
  const right =
    accepted.has(kind) ||
    (kind === 'answer' && accepted.has(topics[0] ?? '')) ||
    (kind === 'unknown' && accepted.has('oos'));
  return {
    right,
    offered: right || topics.some((topic) => accepted.has(topic)),
    wronglySure: kind === 'answer' && !right,
    all: asks.every((labels) =>
      labels.some((label) => label === kind || (kind === 'answer' && topics.includes(label))),
    ),
    falseAlarm: kind === 'urgent' && !accepted.has('urgent'),
  };
}
