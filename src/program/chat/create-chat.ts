import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { ComposeDependencies } from '../../bot/reply/compose-dependencies';
import { LONGEST_MESSAGE } from '../../bot/understand/message';
import type { AnswerWithoutStorage, BareKind } from '../../bot/turn/turn-without-storage';
import type { HttpAdapter } from '../../channels/bot-framework/http-adapter';
import { type DirectLine, createDirectLine } from '../../channels/direct-line/create-direct-line';
import type { DirectLineSentences } from '../../channels/direct-line/sentences';
import type { Config } from '../settings/config';
import type { Colleague } from '../../handover/talk';
import type { Stores } from '../stores/open-stores';

/** What the site's own chat is made of. */
export interface ChatDependencies {
  readonly config: Config;
  readonly assistant: ChatAssistant;
  /** Answers turns of every channel; the chat's own throws what failed in storage, so that the turn is run again. */
  readonly adapter: HttpAdapter;
  readonly stores: Stores;
  /** What is shown while somebody of the staff writes to a patient; undefined: nothing. */
  readonly sayWriting?: (by: Colleague) => string;
  readonly log: Logger;
}

/** The part of an assistant a chat needs: who answers, and the words of the chat itself. */
export interface ChatAssistant {
  readonly bot: { run(context: TurnContext): Promise<void> };
  /** Undefined: nobody is answered while the database cannot serve. */
  readonly answerWithoutStorage: AnswerWithoutStorage | undefined;
  readonly onBareAnswer?: (kind: BareKind) => void;
  readonly compose: Pick<ComposeDependencies, 'knowledge' | 'texts'>;
}

/** Wires the chat of the clinic's web site to the assistant. */
export function createChat({ config, assistant, adapter, stores, sayWriting, log }: ChatDependencies): DirectLine {
  const { botFramework, directLineSecret } = config;
  const party = { id: 'assistant', name: assistant.compose.knowledge.messages.widget.ar.title };
  return createDirectLine({
    adapter,
    bot: assistant.bot,
    appId: botFramework.kind === 'azure' ? botFramework.appId : undefined,
    log: stores.activities,
    signingKey: stores.signingKey,
    formerKeys: stores.formerKeys,
    sentences: sentencesOf(assistant),
    party,
    allowedOrigins: config.allowedOrigins,
    publicUrl: config.publicUrl,
    behindProxy: config.trustedProxies > 0,
    azure: directLineSecret === undefined ? undefined : { secret: directLineSecret },
    erase: (person) => stores.personalData.erase(person),
    answerWithoutStorage: assistant.answerWithoutStorage,
    onBareAnswer: assistant.onBareAnswer,
    writing: {
      listen: (conversationId, wake) => stores.database.signals.listen('writing', conversationId, wake),
      async describe(conversationId, userId) {
        const talk = await stores.talks.findOpen({ channelId: 'directline', conversationId, userId });
        if (talk?.owner === undefined || sayWriting === undefined) return undefined;
        const said = { type: 'typing', text: sayWriting(talk.owner), timestamp: new Date().toISOString() };
        const addressed = { channelId: 'directline', conversation: { id: conversationId }, recipient: { id: userId } };
        return { ...said, ...addressed, id: `${conversationId}|writing`, from: { ...party, role: 'bot' } };
      },
    },
    logger: log,
  });
}

function sentencesOf({ compose: { knowledge, texts } }: ChatAssistant): DirectLineSentences {
  const { chat, errors } = knowledge.messages;
  return {
    tooManyMessages: texts.sentence(errors.tooManyMessages),
    tooLong: texts.sentence(chat.tooLong, { limit: String(LONGEST_MESSAGE) }),
    filesNotAccepted: texts.sentence(chat.attachment),
    unavailable: texts.sentence(errors.storageTrouble),
  };
}
