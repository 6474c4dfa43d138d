import type { Activity } from 'botbuilder';
import type { Area } from '../../../knowledge/schema/faq';
import type { AdaptiveCard } from '../../teams/adaptive-card';

/** A reply as the channels send it: what a browser draws a preview from with the widget's own parts. */
export interface DrawnReply {
  /** The area it was asked about; undefined: none was named. */
  readonly area: Area | undefined;
  /** The question it answers. */
  readonly asked: string;
  /** What the site's chat receives. */
  readonly activity: Partial<Activity>;
  /** What Teams receives. */
  readonly card: AdaptiveCard;
}

/** What the chat says around an answer. */
export interface ChatWords {
  /** The widget's words in Arabic. */
  readonly strings: unknown;
  /** Telephone numbers that can be called. */
  readonly numbers: readonly string[];
  /** A language tag with calendar and digits, for times. */
  readonly dates: string;
}
