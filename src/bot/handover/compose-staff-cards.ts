import { OUTCOMES } from '../../handover/ending';
import { placeOfOwner } from '../../handover/staff-places';
import type { Talk } from '../../handover/talk';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import type { StaffCard } from './staff-card';
import type { StaffNews } from './staff-news';

/** What is said to staff in a chat. */
export interface StaffCards {
  /** What a place is shown of news; undefined: nothing there. */
  of(talk: Pick<Talk, 'id' | 'topic' | 'owner'>, news: StaffNews, place: string): StaffCard | undefined;
  /** To who has just taken a talk: a box to answer in. */
  yours(talk: Pick<Talk, 'id' | 'topic'>, lines: readonly string[]): StaffCard;
  plain(text: string): StaffCard;
}

/** Letters of one message on a card, and messages: a card holds 28 kB. */
const LONGEST = 500;
const MOST_LINES = 6;

/** Creates them from the clinic's content. */
export function createStaffCards({ knowledge, texts }: ComposeDependencies): StaffCards {
  const { staff } = knowledge.messages.handover;
  const about = ({ topic }: Pick<Talk, 'topic'>): string => {
    const found = topic === undefined ? undefined : knowledge.topicById.get(topic);
    return found === undefined ? staff.noTopic : texts.sentence(staff.about, { topic: found.question });
  };
  const line = (who: string, text: string): string => `${who}: ${text.slice(0, LONGEST)}`;
  const answer = {
    kind: 'answer',
    label: staff.answer,
    button: staff.send,
    end: staff.end,
    outcomeLabel: staff.outcome,
    outcomes: OUTCOMES.map((value) => ({ value, title: staff.outcomes[value] })),
  } as const;

  return {
    plain: (text) => ({ title: text, lines: [] }),
    yours: (talk, lines) => ({ title: staff.yours, lines: [about(talk), ...lines], talk: talk.id, deed: answer }),
    of(talk, news, place) {
      const isHere = placeOfOwner(talk.owner?.id) === place;
      switch (news.kind) {
        case 'requested': {
          const before = news.before
            .slice(-MOST_LINES)
            .map(({ author, text }) => line(author === 'patient' ? staff.patient : staff.assistant, text));
          const deed = { kind: 'take', button: staff.take } as const;
          return { title: staff.requested, lines: [about(talk), ...before], talk: talk.id, deed };
        }
        case 'written':
          if (!isHere && !news.isUrgent) return undefined;
          return {
            title: news.isUrgent ? staff.urgent : staff.wrote,
            lines: [line(staff.patient, news.text)],
            isUrgent: news.isUrgent,
            talk: talk.id,
            ...(isHere && { deed: answer }),
          };
        case 'taken':
          return { title: texts.sentence(staff.taken, { name: news.by }), lines: [about(talk)] };
        case 'freed': {
          const deed = { kind: 'take', button: staff.take } as const;
          return { title: staff.freed, lines: [about(talk)], talk: talk.id, deed };
        }
        case 'left':
          return isHere || talk.owner === undefined ? { title: staff.left, lines: [about(talk)] } : undefined;
        default:
          return news satisfies never;
      }
    },
  };
}
