import type { Storage, TurnContext } from 'botbuilder';
import { createTexts } from '../../knowledge/create-texts';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Matcher } from '../../matching/match';
import type { MessageReader } from '../../reading/reading';
import type { UrgentReader } from '../../safety/create-urgent-reader';
import { createAftermathReader } from '../understand/alarm';
import { AssistantBot } from './assistant-bot';
import type { ChannelOf } from './channel';
import { createScrubber } from '../scrubbing/create-scrubber';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { createEligibilityCheck } from './eligibility-check';
import { createHandoverReplies, type HandoverReplies } from '../handover/compose-handover';
import { createHandoverReplyReader } from '../handover/create-reply-reader';
import { createStaffCards, type StaffCards } from '../handover/compose-staff-cards';
import type { FrontDesk } from '../handover/front-desk';
import { createReceptionist } from '../handover/receptionist';
import { createMemory } from '../memory/memory';
import { createPickReader } from '../reply/offer';
import { createLanguageReader } from '../understand/other-language';
import type { PersonalData } from '../memory/personal-data';
import { createRespond } from './respond';
import { SESSION_SETTINGS } from '../memory/session';
import type { SessionSettings } from '../memory/session';
import { createShortcuts } from '../understand/shortcuts';
import type { Shortcuts } from '../understand/shortcuts';
import { createTalkReader } from './talk';
import type { Tally } from './tally';
import { createTurn } from './turn';
import type { Turn } from './turn';
import type { Retention } from './turn-dependencies';
import { createTurnErrorHandler } from './turn-error-handler';
import type { ReportFailure } from './turn-failure';
import { createAnswerWithoutStorage } from './turn-without-storage';
import type { AnswerWithoutStorage, BareKind } from './turn-without-storage';
import type { UnansweredList } from '../memory/unanswered';
import { createUnansweredShare } from '../memory/unanswered-share';
import { createUnderstand } from '../understand/understand';
import type { Understand } from '../understand/understand';

/** Everything the assistant is made of. Lower rooms decide, higher rooms keep and carry. */
export interface AssistantDependencies {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly readMessage: MessageReader;
  readonly readUrgent: UrgentReader;
  readonly storage: Storage;
  readonly channelOf: ChannelOf;
  readonly unanswered: UnansweredList;
  readonly personalData: PersonalData;
  readonly retention: Retention;
  /** How a person is reached; undefined: by the clinic's numbers alone. */
  readonly desk?: FrontDesk | undefined;
  /** Counts, without anybody's name. */
  readonly tally?: Tally | undefined;
  readonly sessions?: SessionSettings;
  readonly isStorageTrouble?: (error: unknown) => boolean;
  readonly report: ReportFailure;
  /** Told what was said in place of a turn that failed. */
  readonly onBareAnswer?: (kind: BareKind) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The assistant, ready for an adapter. */
export interface Assistant {
  readonly bot: AssistantBot;
  /** For channels whose activities the bot does not know (Teams): what to do with what they bring. */
  readonly turn: Turn;
  /** For an adapter's `onTurnError`. */
  readonly onTurnError: (context: TurnContext, error: unknown) => Promise<void>;
  /** For messages that can be neither kept nor tied to what was said before. */
  readonly answerWithoutStorage: AnswerWithoutStorage;
  /** Says what a message means without a conversation. */
  readonly understand: Understand;
  readonly compose: ComposeDependencies;
  /** What is said around a talk with a person. */
  readonly replies: HandoverReplies;
  /** What the staff's chats are shown of talks. */
  readonly cards: StaffCards;
}

/** Puts the assistant together. */
export function createAssistant(dependencies: AssistantDependencies): Assistant {
  const { knowledge, storage, channelOf, desk, sessions = SESSION_SETTINGS, now = Date.now, report } = dependencies;
  const shortcuts = createShortcuts({ ...knowledge, areas: knowledge.messages.chat.whichArea });
  const compose: ComposeDependencies = { knowledge, shortcuts, texts: createTexts(knowledge, now) };
  const memory = createMemory(storage, sessions);
  const understand = createReading(dependencies, shortcuts);
  const respond = createRespond(compose);
  const replies = createHandoverReplies(compose, knowledge);
  const check = createEligibilityCheck({ ...dependencies, memory, now });
  const turn = createTurn({
    ...dependencies,
    now,
    understand,
    compose,
    memory,
    respond,
    unansweredShare: createUnansweredShare(now),
    check,
    receptionist:
      desk &&
      createReceptionist({
        desk,
        check,
        compose,
        replies,
        reader: createHandoverReplyReader(knowledge),
        now,
      }),
    scrub: createScrubber(knowledge, dependencies.matcher.words),
    readAftermath: createAftermathReader(knowledge.urgent.aftermath),
  });
  const { isStorageTrouble = () => false, onBareAnswer } = dependencies;
  const answerWithoutStorage = createAnswerWithoutStorage({ understand, respond, compose, channelOf });
  const onTurnError = createTurnErrorHandler({
    compose,
    channelOf,
    report,
    isStorageTrouble,
    answerWithoutStorage,
    onBareAnswer,
  });
  return {
    bot: new AssistantBot(turn),
    turn,
    onTurnError,
    answerWithoutStorage,
    understand,
    compose,
    replies,
    cards: createStaffCards(compose),
  };
}

function createReading(
  { knowledge, matcher, readMessage, readUrgent, now = Date.now }: AssistantDependencies,
  shortcuts: Shortcuts,
): Understand {
  const { vocabulary, messages } = knowledge;
  return createUnderstand({
    readUrgent,
    readMessage,
    matcher,
    facts: knowledge.facts,
    now,
    shortcuts,
    talk: createTalkReader({ vocabulary, isKnown: matcher.knows }),
    readPick: createPickReader({
      ...vocabulary.choosing,
      ...vocabulary.answers,
      noneButton: messages.chat.noneOfThese.button,
    }),
    readLanguage: createLanguageReader(vocabulary.languages),
  });
}
