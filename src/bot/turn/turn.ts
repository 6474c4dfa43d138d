import type { TurnContext } from 'botbuilder';
import { askOpinion } from '../reply/ask-opinion';
import { composeDeleted } from '../reply/compose-privacy';
import { composeWelcome } from '../reply/compose-welcome';
import { answerInsideCheck } from './inside-check';
import type { Opinion } from '../memory/opinion';
import { changeReplies, repliesOf, say, sendReplies, showTyping } from '../memory/outbox';
import { answerOutsideCheck, tellWhatIsKept } from './outside-check';
import type { Handling } from './handling';
import { milestonesOf, noteMilestone } from './milestone';
import { createRate } from '../memory/rate';
import type { Session } from '../memory/session';
import { hearing } from '../understand/tell-heard';
import { takesOffer } from './takes-offer';
import type { TurnDependencies } from './turn-dependencies';
import { describeFailure } from './turn-failure';

/** What the assistant does with each kind of activity. */
export interface Turn {
  /** Somebody wrote or pressed something. */
  message(context: TurnContext): Promise<void>;
  /** Somebody changed what they wrote. */
  edited(context: TurnContext): Promise<void>;
  /** Somebody said whether an answer helped. */
  rated(context: TurnContext, opinion: Opinion): Promise<void>;
  /** Somebody came to the conversation. */
  joined(context: TurnContext): Promise<void>;
  /** The assistant was removed from the conversation: what it remembers of it goes, a running check included. */
  left(context: TurnContext): Promise<void>;
  /** The channel asks to delete what is kept of the person. */
  erase(context: TurnContext): Promise<void>;
}

/** Creates the turn: reads, decides, saves the state once, and only then speaks. */
export function createTurn(dependencies: TurnDependencies): Turn {
  const { channelOf, memory, compose, now } = dependencies;

  const read = async (context: TurnContext, mayAnswer: boolean): Promise<void> => {
    const channel = channelOf(context.activity.channelId);
    await showTyping(context, channel.typingAfter, async () => {
      const session = await memory.recall(context, now());
      await handleMessage({ context, channel, session, mayAnswer }, dependencies, remember);
    });
    dependencies.tally?.answered(repliesOf(context), milestonesOf(context));
    askOpinion(context, dependencies.tally);
    await sendReplies(context, channel.presenter);
  };

  const remember = async (context: TurnContext, session: Session): Promise<void> => {
    await memory.remember(context, { ...session, at: now() });
    await memory.save(context);
  };

  return {
    message: (context) => read(context, true),
    // Which step an edited answer belonged to is not known: the present one is asked again instead of guessing.
    edited: (context) => read(context, false),
    rated: createRate(dependencies),
    async joined(context) {
      const channel = channelOf(context.activity.channelId);
      if (!channel.greets(context.activity) || !(await memory.greetsFirstTime(context))) return;
      say(context, channel.welcome?.(context.activity) ?? composeWelcome(compose));
      await memory.save(context);
      dependencies.tally?.began();
      await sendReplies(context, channel.presenter);
    },
    left: (context) => memory.forget(context),
    async erase(context) {
      await erase(context, dependencies);
      await sendReplies(context, channelOf(context.activity.channelId).presenter);
    },
  };
}

async function handleMessage(
  recalled: Handling,
  dependencies: TurnDependencies,
  remember: (context: TurnContext, session: Session) => Promise<void>,
): Promise<void> {
  const { isAboutKept, ...session } = recalled.session;
  const handling = { ...recalled, session };
  const { context, channel } = handling;
  const { understand, check } = dependencies;
  const message = channel.readMessage(context.activity);
  if (await check.refuseWithoutCheck(context, message.text)) return remember(context, session);
  const isRunning = await check.isRunning(context);
  const understanding = understand(message, {
    ...(isRunning ? { about: session.about } : session),
    isAboutKept,
  });
  if (!isRunning && takesOffer(understanding, session.offer, dependencies.compose.knowledge))
    noteMilestone(context, 'taken');
  if (understanding.kind !== 'deed') {
    const usual = (): Promise<Session> =>
      isRunning
        ? answerInsideCheck(understanding, message.text, handling, dependencies)
        : answerOutsideCheck(understanding, handling, dependencies);
    const { receptionist } = dependencies;
    const next = await (receptionist === undefined
      ? usual()
      : receptionist.heed({ message, understanding, isRunning, usual }, handling));
    const reading = 'reading' in understanding ? understanding.reading : undefined;
    changeReplies(context, (reply, at) => (at === 0 ? hearing(reply, message.text, reading) : reply));
    return remember(context, next);
  }
  if (understanding.deed === 'delete-my-data') return erase(context, dependencies);
  say(context, await tellWhatIsKept(handling, dependencies));
  if (isRunning) await check.reprompt(context);
  return remember(context, { ...session, isAboutKept: true });
}

/** Deletes at once and says so. Nothing is saved after it, or it would be there again. */
async function erase(
  context: TurnContext,
  { memory, personalData, channelOf, compose, report, retention }: TurnDependencies,
): Promise<void> {
  const { channelId, conversation, from } = context.activity;
  const elsewhere = { ...retention, elsewhere: channelOf(channelId).isElsewhere };
  try {
    await memory.forget(context);
    await personalData.erase({ channelId, conversationId: conversation.id, userId: from.id });
    say(context, composeDeleted(true, elsewhere, compose));
  } catch (error) {
    report(describeFailure(error, context));
    say(context, composeDeleted(false, elsewhere, compose));
  }
}
