import { ActivityImportance, ActivityTypes, InputHints } from 'botbuilder';
import type { Presenter } from '../../bot/reply/presenter';
import type { Reply } from '../../bot/reply/reply';
import { markRightToLeft } from '../../bot/reply/right-to-left';
import { ADAPTIVE_CARD } from './adaptive-card';
import { drawCard } from './draw-card';
import type { OpinionTexts } from './draw-opinion';

/** What the presenter says of its own. */
export interface TeamsPresenterDependencies {
  /** Stands for messages of the eligibility check in notifications, which others may see on a locked screen. */
  readonly checkNotice: string;
  /** Asks for an opinion below answers; undefined: none is asked. */
  readonly opinion?: OpinionTexts;
}

/** Letters of a reply that a notification shows. */
const LONGEST_SUMMARY = 120;

/** Draws each reply as one card. Plain Markdown would stay left to right in Teams. */
export function createTeamsPresenter({ checkNotice, opinion }: TeamsPresenterDependencies): Presenter {
  return {
    present: (reply) => [
      {
        type: ActivityTypes.Message,
        attachments: [{ contentType: ADAPTIVE_CARD, content: drawCard(reply, opinion) }],
        summary: markRightToLeft(reply.kind === 'eligibility' ? checkNotice : summaryOf(reply)),
        locale: 'ar',
        inputHint: reply.kind === 'eligibility' ? InputHints.ExpectingInput : InputHints.AcceptingInput,
        ...(reply.kind === 'urgent' && { importance: ActivityImportance.High }),
      },
    ],
  };
}

function summaryOf({ text, speaker }: Reply): string {
  const said = speaker === undefined ? text : `${speaker}: ${text}`;
  const line = Array.from(said.replace(/\s+/g, ' ').trim());
  return line.length <= LONGEST_SUMMARY ? line.join('') : `${line.slice(0, LONGEST_SUMMARY).join('').trim()}…`;
}
