import type { Link, Reply } from '../../bot/reply/reply';
import { markRightToLeft } from '../../bot/reply/right-to-left';
import { plainTextOf } from '../../bot/reply/text-presenter';
import type { AdaptiveCard, Container, TextBlock } from './adaptive-card';
import { drawButtons } from './draw-buttons';
import { drawLinks } from './draw-links';
import { drawOpinion, type OpinionTexts } from './draw-opinion';
import { drawLine, drawText } from './draw-text';

/** What a card shows: a reply, and for cards that stand alone the question it answers. */
export type CardContent = Pick<
  Reply,
  'kind' | 'text' | 'choices' | 'note' | 'source' | 'links' | 'speaker' | 'rates'
> & {
  readonly heading?: string;
};

const BULLET = '\u2022 ';

/**
 * Draws a reply as an Adaptive Card 1.5, right to left.
 *
 * @param opinion what asks for an opinion on the answers the reply names; without it none is asked
 */
export function drawCard(content: CardContent, opinion?: OpinionTexts): AdaptiveCard {
  const { kind, text, choices, note, source, speaker, heading = speaker, links = [], rates } = content;
  const lines = drawText(text);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    rtl: true,
    fallbackText: fallbackOf(content),
    body: [
      ...(heading === undefined ? [] : [drawHeading(heading)]),
      ...(kind === 'urgent' ? [drawWarning(lines, links)] : [...lines, ...drawLinks(links)]),
      ...(note === undefined ? [] : [drawNote(note, source)]),
      ...drawButtons(choices),
      ...(rates === undefined || opinion === undefined ? [] : drawOpinion(rates, opinion)),
    ],
  };
}

function drawHeading(heading: string): TextBlock {
  return { type: 'TextBlock', text: drawLine(heading), wrap: true, size: 'medium', weight: 'bolder' };
}

/** The first line of an urgent message is the action: it must be seen first, then what to press, one below the other. */
function drawWarning(lines: readonly TextBlock[], links: readonly Link[]): Container {
  const [first, ...others] = lines;
  const heading = first && ({ ...first, size: 'large', weight: 'bolder', style: 'heading' } as const);
  const items = [...(heading === undefined ? [] : [heading]), ...drawLinks(links), ...others];
  return { type: 'Container', style: 'attention', bleed: true, items };
}

function drawNote(note: string, source: Reply['source']): TextBlock {
  const line = drawLine(note);
  const text = source === undefined ? line : line.replace(source.label, `[${source.label}](${source.url})`);
  return { type: 'TextBlock', text, wrap: true, spacing: 'medium', size: 'small', isSubtle: true };
}

/** The whole reply as text. The titles of the buttons can be typed. */
function fallbackOf({ choices, heading, ...reply }: CardContent): string {
  const titles = choices.map(({ title }) => BULLET + title).join('\n');
  const text = plainTextOf(reply);
  return markRightToLeft([heading, text, titles].filter((part) => part !== undefined && part !== '').join('\n\n'));
}
