import type { TalkMessage } from '../../../handover/talk';
import { EVENTS, type Talk } from '../../../handover/talk';
import { fill } from '../fill';
import { sayTime } from '../say-time';
import type { Scene } from '../scene';
import type { Inbox, ReadyAnswer } from './inbox';

/** A line of a talk as a page shows it. */
export interface TalkLine {
  readonly number: number;
  readonly author: TalkMessage['author'];
  readonly who: string;
  readonly text: string;
  readonly time: string;
}

/** What an open page of a talk is told. */
export interface TalkNews {
  /** Changes when the talk goes from one to another, or ends: the page is drawn anew. */
  readonly standing: string;
  readonly lines: readonly TalkLine[];
}

/** What was written after a number, and how the talk stands. */
export async function describeTalk(
  talk: Talk | undefined,
  after: number,
  inbox: Inbox,
  scene: Scene,
): Promise<TalkNews> {
  const messages = talk === undefined ? [] : await inbox.talks.messages(talk.id, after);
  return { standing: standingOf(talk), lines: messages.map((message) => lineOf(message, scene)) };
}

/** Answers near to what the patient wrote last. Looked for apart: it takes longer than bringing a message. */
export function readyFor({ lines }: TalkNews, inbox: Pick<Inbox, 'near'>): readonly ReadyAnswer[] {
  const last = lines.filter(({ author }) => author === 'patient').at(-1);
  return last === undefined ? [] : inbox.near(last.text);
}

/** Who has it, and whether it goes on. */
export const standingOf = (talk: Talk | undefined): string =>
  talk === undefined ? 'gone' : `${talk.state} ${talk.owner?.id ?? ''}`.trim();

function lineOf({ number, author, name, text, at }: TalkMessage, scene: Scene): TalkLine {
  const { talk, events } = scene.texts;
  const event = author === 'event' ? EVENTS.find((candidate) => candidate === text) : undefined;
  const who = {
    patient: talk.patient,
    assistant: talk.assistant,
    staff: name,
    note: fill(talk.note, { name }),
    event: '',
  }[author];
  const said = event === undefined ? text : fill(events[event], { name });
  return { number, author, who, text: said, time: sayTime(at, scene.language) };
}
