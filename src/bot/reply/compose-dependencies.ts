import type { Texts } from '../../knowledge/create-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Shortcuts } from '../understand/shortcuts';

/** What composing a reply needs: the content, how its texts are completed, and what buttons send. */
export interface ComposeDependencies {
  readonly knowledge: Pick<Knowledge, 'topicById' | 'categories' | 'messages' | 'facts' | 'eligibility'>;
  readonly texts: Texts;
  readonly shortcuts: Shortcuts;
}
