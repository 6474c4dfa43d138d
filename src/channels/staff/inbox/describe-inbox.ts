import { createHash } from 'node:crypto';
import type { Talk } from '../../../handover/talk';
import type { Member } from '../../../staff/identity/member';
import { fill } from '../fill';
import type { Scene } from '../scene';
import type { Inbox } from './inbox';

/** A talk in the list. */
export interface ListedTalk {
  readonly path: string;
  readonly title: string;
  readonly detail: string;
  readonly urgent: boolean;
}

/** The list as a page shows it, and as an open page is told of it. */
export interface InboxNews {
  /** Changes when anything here does. */
  readonly tag: string;
  /** How many wait for somebody. */
  readonly count: number;
  readonly groups: Readonly<Record<ListGroup, readonly ListedTalk[]>>;
  readonly calls: number;
  readonly isAvailable: boolean;
}

export const LIST_GROUPS = ['waiting', 'mine', 'others', 'ended'] as const;
type ListGroup = (typeof LIST_GROUPS)[number];

/** Ended talks shown. */
const ENDED = 20;
const MINUTE = 60_000;

/** What is in the inbox for a member at this moment. */
export async function describeInbox(inbox: Inbox, member: Member, scene: Scene, now: number): Promise<InboxNews> {
  const [open, ended, calls, presences] = await Promise.all([
    inbox.talks.open(),
    inbox.talks.ended(ENDED),
    inbox.callbacks.list(),
    inbox.reception.presences(),
  ]);
  const waiting = open.filter(({ state }) => state === 'waiting');
  const taken = open.filter(({ state }) => state === 'taken');
  const list = (talk: Talk): ListedTalk => ({
    path: `/staff/inbox/talks/${talk.id}`,
    title: titleOf(talk, inbox, scene),
    detail: detailOf(talk, scene, now),
    urgent: talk.urgent,
  });
  const news = {
    count: waiting.length,
    groups: {
      waiting: waiting.map(list),
      mine: taken.filter(({ owner }) => owner?.id === member.id).map(list),
      others: taken.filter(({ owner }) => owner?.id !== member.id).map(list),
      ended: ended.map(list),
    },
    calls: calls.length,
    isAvailable: presences.some(({ memberId, isOn }) => memberId === member.id && isOn),
  };
  const tag = createHash('sha256').update(JSON.stringify(news)).digest('base64url').slice(0, 12);
  return { ...news, tag };
}

/** What a talk is about. */
export function titleOf({ topic }: Talk, inbox: Pick<Inbox, 'titleOf'>, { texts }: Scene): string {
  const title = topic === undefined ? undefined : inbox.titleOf(topic);
  return title === undefined ? texts.inbox.noTopic : fill(texts.inbox.about, { topic: title });
}

/** How a talk stands. */
export function detailOf(talk: Talk, { texts }: Scene, now: number): string {
  switch (talk.state) {
    case 'waiting':
      return fill(texts.inbox.waits, { minutes: Math.floor((now - talk.requestedAt) / MINUTE) });
    case 'taken':
      return fill(texts.inbox.with, { name: talk.owner?.name ?? '' });
    case 'ended':
      return talk.ending === undefined ? '' : texts.endings[talk.ending];
    default:
      return talk.state satisfies never;
  }
}
