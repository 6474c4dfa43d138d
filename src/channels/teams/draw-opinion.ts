import type { GivenAnswer, Opinion } from '../../bot/memory/opinion';
import { type Reason, REASONS } from '../../staff/figures/reason';
import type { ActionSet, CardButton, TextBlock } from './adaptive-card';
import { drawLine } from './draw-text';

/** What is said around an opinion; the section `opinion` of messages.yaml. */
export interface OpinionTexts {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly reasons: Readonly<Record<Reason, string>>;
}

/** Ids of what a press on "no" shows. */
const WHY = 'opinion-why';
const REASON_ROW = 'opinion-reasons';

/** Asks below an answer whether it helped. "No" opens the reasons inside the card: one press on one of them sends both. */
export function drawOpinion(answers: readonly GivenAnswer[], texts: OpinionTexts): (TextBlock | ActionSet)[] {
  const send = (title: string, opinion: Omit<Opinion, 'answers'>): CardButton => ({
    type: 'Action.Submit',
    title,
    data: { opinion: { answers, ...opinion } },
    msTeams: { feedback: { hide: true } },
  });
  const line = (text: string): TextBlock => ({
    type: 'TextBlock',
    text: drawLine(text),
    wrap: true,
    spacing: 'medium',
    size: 'small',
    isSubtle: true,
  });
  return [
    line(texts.question),
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: [
        send(texts.yes, { helped: true }),
        { type: 'Action.ToggleVisibility', title: texts.no, targetElements: [WHY, REASON_ROW] },
      ],
    },
    { ...line(texts.why), id: WHY, isVisible: false },
    {
      type: 'ActionSet',
      spacing: 'small',
      id: REASON_ROW,
      isVisible: false,
      actions: REASONS.map((reason) => send(texts.reasons[reason], { helped: false, reason })),
    },
  ];
}
