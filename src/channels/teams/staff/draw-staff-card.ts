import { HANDOVER_DATA, type StaffCard } from '../../../bot/handover/staff-card';
import type { AdaptiveCard, CardButton, TextBlock } from '../adaptive-card';
import { drawLine } from '../draw-text';

/** Letters a message to a patient may have. */
const LONGEST = 4000;

/** Draws what staff see of a talk, with a button to take it or a box to answer in. */
export function drawStaffCard({ title, lines, isUrgent = false, talk = '', deed }: StaffCard): AdaptiveCard {
  const heading: TextBlock = { type: 'TextBlock', text: drawLine(title), wrap: true, size: 'medium', weight: 'bolder' };
  const said = lines.map((line): TextBlock => ({
    type: 'TextBlock',
    text: drawLine(line),
    wrap: true,
    spacing: 'small',
  }));
  const shown = [heading, ...said];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    rtl: true,
    fallbackText: [title, ...lines].join('\n'),
    body: [
      ...(isUrgent ? [{ type: 'Container' as const, style: 'attention' as const, items: shown }] : shown),
      ...drawDeed(talk, deed),
    ],
  };
}

function drawDeed(talk: string, deed: StaffCard['deed']): AdaptiveCard['body'] {
  const submit = (title: string, act: string): CardButton => ({
    type: 'Action.Submit',
    title,
    data: { [HANDOVER_DATA]: { talk, act } },
    msTeams: { feedback: { hide: true } },
  });
  switch (deed?.kind) {
    case undefined:
      return [];
    case 'take':
      return [{ type: 'ActionSet', actions: [submit(deed.button, 'take')] }];
    case 'answer':
      return [
        { type: 'Input.Text', id: 'text', label: deed.label, isMultiline: true, maxLength: LONGEST },
        { type: 'ActionSet', actions: [submit(deed.button, 'answer')] },
        {
          type: 'Input.ChoiceSet',
          id: 'outcome',
          label: deed.outcomeLabel,
          style: 'compact',
          value: deed.outcomes[0]?.value ?? '',
          choices: deed.outcomes,
        },
        { type: 'ActionSet', spacing: 'small', actions: [submit(deed.end, 'end')] },
      ];
    default:
      return deed satisfies never;
  }
}
