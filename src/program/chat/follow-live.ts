import type { Assistant } from '../../bot/turn/create-assistant';
import type { BareKind } from '../../bot/turn/turn-without-storage';
import type { LiveContent } from '../content/live-content';
import type { ChatAssistant } from './create-chat';
import type { Made } from './make-bots';

/** The assistant whose content changes: each turn is answered by what is live at its beginning. */
export interface LiveAssistant extends Pick<Assistant, 'answerWithoutStorage' | 'onTurnError'> {
  /** For the site's own chat. */
  readonly ofChat: ChatAssistant;
}

/** Creates it. */
export function followLive(
  live: Pick<LiveContent<Made>, 'current'>,
  onBareAnswer: (kind: BareKind) => void,
): LiveAssistant {
  const now = (): Assistant => live.current().made.assistant;
  const answerWithoutStorage: Assistant['answerWithoutStorage'] = (activity) => now().answerWithoutStorage(activity);
  return {
    answerWithoutStorage,
    onTurnError: (context, error) => now().onTurnError(context, error),
    ofChat: {
      compose: now().compose,
      bot: { run: (context) => now().bot.run(context) },
      answerWithoutStorage,
      onBareAnswer,
    },
  };
}
