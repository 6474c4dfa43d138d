import { createHash } from 'node:crypto';
import type { Match, MatchContext } from '../../matching/match';
import { composeAnswer, MOST_CHOICES } from '../reply/compose-answer';
import { sayChoice } from '../reply/compose-choices';
import { comforting, composeSameAgain, granting } from '../reply/compose-around';
import type { Asked } from '../reply/compose-answer';
import type { ComposeDependencies } from '../reply/compose-dependencies';
import { composeComplaint, composeHandoff } from '../reply/compose-handoff';
import { composeCategory, composeMenu } from '../reply/compose-menu';
import { composePlain } from '../reply/compose-plain';
import { composeSuggest } from '../reply/compose-suggest';
import {
  composeFear,
  composeNoneOfThese,
  composeOtherLanguage,
  composeUnknown,
  composeUnreadable,
} from '../reply/compose-unknown';
import { composeUrgent } from '../reply/compose-urgent';
import { composeSocial } from '../reply/compose-welcome';
import type { Reading } from '../../reading/reading';
import type { Reply } from '../reply/reply';
import { createSession, rememberTopic, withTold } from '../memory/session';
import type { Session } from '../memory/session';
import { composeTold, composeToldAgain, composeWhyOutcome } from '../reply/compose-told';
import {
  answerAbout,
  cautionsBefore,
  gravest,
  isAboutCondition,
  NOTHING_TOLD,
  refocus,
  rememberTold,
} from '../memory/told';
import { tellHeard } from '../understand/tell-heard';
import type { Understanding } from '../understand/understand';

/** A reply and what the conversation remembers after it. */
interface Response {
  readonly reply: Reply;
  readonly session: Session;
}

/** What can be answered with the content alone. */
type Answerable = Exclude<Understanding, { kind: 'wish' | 'deed' }>;
type PlainCommand = Extract<Understanding, { kind: 'command' }>['command'];

/** Replies to what was understood, outside the eligibility check. Pure. */
export type Respond = (understanding: Answerable, session: Session) => Response;

/** Creates the responder. */
export function createRespond(dependencies: ComposeDependencies): Respond {
  const { knowledge } = dependencies;
  return (understanding, session) => {
    switch (understanding.kind) {
      case 'urgent': {
        const { told } = remembering(session, understanding, dependencies);
        return offering(composeUrgent(understanding.urgent, dependencies), withTold(createSession(session.at), told));
      }
      case 'command':
        return respondToCommand(understanding.command, session, dependencies);
      case 'complaint':
        return offering(composeComplaint(dependencies), session);
      case 'none-of-these':
        return offering(composeNoneOfThese(dependencies), session);
      case 'topic': {
        const asked = { topic: understanding.topic, score: 1 };
        return answering([asked], understanding.area ?? session.about?.area, session, dependencies);
      }
      case 'category':
        return respondToCategory(understanding.category, session, dependencies);
      case 'social':
        return offering(composeSocial(understanding.social, dependencies), session);
      case 'unreadable':
        return offering(composeUnreadable(understanding.why, dependencies), session);
      case 'language':
        return offering(composeOtherLanguage(understanding.language, dependencies), session);
      case 'question':
        return keepingFocus(
          respondToQuestion(understanding, remembering(session, understanding, dependencies), dependencies),
          understanding,
          dependencies,
        );
      case 'denied':
        return offering(
          composePlain('eligibility', knowledge.messages.told.denied, knowledge.messages.told.choices, dependencies),
          remembering(session, understanding, dependencies),
        );
      case 'told':
        return respondToTold(understanding, remembering(session, understanding, dependencies), dependencies);
      default:
        return understanding satisfies never;
    }
  };
}

function respondToQuestion(
  understanding: Extract<Understanding, { kind: 'question' }>,
  session: Session,
  dependencies: ComposeDependencies,
): Response {
  const { match, reading } = understanding;
  const { reply, session: next } = respondToMatch(understanding, session, dependencies);
  const granted = match.kind === 'sure' ? granting(reply, match, dependencies) : reply;
  const kind = reading.isDistressed ? comforting(granted, dependencies) : granted;
  return { reply: { ...kind, heard: tellHeard(understanding) }, session: next };
}

function respondToMatch(
  { match, text, reading }: Extract<Understanding, { kind: 'question' }>,
  session: Session,
  dependencies: ComposeDependencies,
): Response {
  switch (match.kind) {
    case 'sure':
      return answering(
        match.topics.map((asked) => ({
          ...asked,
          questions: asked.text === undefined ? [text] : [asked.text, text],
          instead: answerAbout(asked.topic, reading.facts, dependencies.knowledge.facts),
        })),
        match.area,
        session,
        dependencies,
      );
    case 'unsure':
      return offering(
        heeding(composeSuggest(match.topics, dependencies), reading, dependencies),
        guessing(match, session),
      );
    case 'unknown':
      return offering(
        reading.isDistressed ? composeFear(dependencies) : composeUnknown(match.score, dependencies),
        session,
      );
    default:
      return match satisfies never;
  }
}

/** What must be said of a condition told in the message stands before what is offered, too. */
function heeding(reply: Reply, { facts }: Reading, { knowledge }: ComposeDependencies): Reply {
  const caution = gravest(facts.told, knowledge.facts)?.caution;
  return caution === undefined ? reply : { ...reply, text: `${caution}\n\n${reply.text}` };
}

/** Where nothing was talked of yet, what is offered first is what a short message after it is read with. */
function guessing({ topics, area }: Extract<Match, { kind: 'unsure' }>, session: Session): Session {
  const [best] = topics;
  if (session.about !== undefined || best === undefined) return session;
  return { ...session, about: { topic: best.topic, ...(area !== undefined && { area }) } };
}

/** Something told gets the answer of its topic; a short question about it afterwards its warning. */
function respondToTold(
  understanding: Extract<Understanding, { kind: 'told' }>,
  session: Session,
  dependencies: ComposeDependencies,
): Response {
  const { topic, isNew } = understanding;
  const told = { ...(session.told ?? NOTHING_TOLD), focus: topic };
  const focused = { ...session, told };
  if (isNew) {
    const instead = answerAbout(topic, understanding.reading.facts, dependencies.knowledge.facts);
    const asked = { topic, score: 1, instead };
    const { reply, session: next } = answering([asked], session.about?.area, focused, dependencies);
    const response = offering(offeringCheck(reply, dependencies), next);
    return { ...response, session: { ...response.session, answered: next.answered } };
  }
  const isAboutOutcome = topic === dependencies.knowledge.facts.followUps.afterCheck;
  const reply =
    isAboutOutcome && told.outcome !== undefined
      ? composeWhyOutcome(told.outcome, dependencies)
      : composeTold(topic, told, dependencies);
  const answered = `${topic} told`;
  const isSame = answered === session.answered && !isAboutOutcome;
  const response = offering(isSame ? composeToldAgain(topic, told, dependencies) : reply, focused);
  return { ...response, session: { ...response.session, answered } };
}

/** Under an answer to what was only told, the check comes first: it asks for the rest. */
function offeringCheck(reply: Reply, { knowledge }: ComposeDependencies): Reply {
  const check = knowledge.messages.told.choices.slice(0, 1).map(({ say }) => sayChoice(say));
  return { ...reply, choices: [...check, ...reply.choices].slice(0, MOST_CHOICES) };
}

/** What was told along with a question, and what was told instead of one, is what the talk is about next. */
function keepingFocus(
  { reply, session }: Response,
  { reading, match }: Extract<Understanding, { kind: 'question' }>,
  { knowledge }: ComposeDependencies,
): Response {
  const focus = gravest(reading.facts.told, knowledge.facts)?.topic ?? statedTopic({ reading, match }, knowledge.facts);
  if (focus === undefined) return { reply, session };
  return { reply, session: withTold(session, { ...(session.told ?? NOTHING_TOLD), focus }) };
}

/** Below this an offered topic is not what was said. Calibrated odds: at 0.45 one in two is meant, and a warning does no harm. */
const LIKELY = 0.45;

/** The topic of what was said instead of a question: of one answered, or of a condition that is the likeliest offered. */
function statedTopic(
  { reading, match }: Pick<Extract<Understanding, { kind: 'question' }>, 'reading' | 'match'>,
  facts: ComposeDependencies['knowledge']['facts'],
): string | undefined {
  const { asks } = reading.facts;
  const isStatement = reading.facts.isStatement && !reading.clauses.some(({ kind }) => kind === 'question');
  const [stated, ...more] = match.kind === 'unknown' ? [] : match.topics;
  if (stated === undefined) return undefined;
  const isCondition = !asks && isAboutCondition(stated.topic, facts);
  if (match.kind === 'sure') return more.length === 0 && (isStatement || isCondition) ? stated.topic : undefined;
  return isCondition && stated.score >= LIKELY ? stated.topic : undefined;
}

/** The session with what a message told. */
function remembering(
  session: Session,
  { reading }: Extract<Understanding, { kind: 'question' | 'told' | 'denied' | 'urgent' }>,
  { knowledge }: ComposeDependencies,
): Session {
  const told = rememberTold(session.told ?? NOTHING_TOLD, reading.facts, knowledge.facts);
  return withTold(session, told);
}

function respondToCommand(command: PlainCommand, session: Session, dependencies: ComposeDependencies): Response {
  const { commands, chat } = dependencies.knowledge.messages;
  switch (command) {
    case 'help':
      return offering(composePlain('command', commands.help.text, commands.help.choices, dependencies), session);
    case 'menu':
      return offering(composeMenu(dependencies), session);
    case 'human':
      return offering(composeHandoff(dependencies), session);
    case 'cancel':
      return offering(composePlain('command', commands.nothingToCancel, [], dependencies), session);
    case 'back':
      return offering(composePlain('command', commands.nothingToGoBackTo, [], dependencies), session);
    case 'restart':
      return forgetting(composePlain('command', commands.restarted, chat.welcome.choices, dependencies), session);
    default:
      return command satisfies never;
  }
}

function respondToCategory(id: string, session: Session, dependencies: ComposeDependencies): Response {
  const category = dependencies.knowledge.categories.find((candidate) => candidate.id === id);
  return offering(
    category === undefined ? composeMenu(dependencies) : composeCategory(category, dependencies),
    session,
  );
}

function answering(
  asked: readonly Asked[],
  area: MatchContext['area'],
  session: Session,
  dependencies: ComposeDependencies,
): Response {
  const { topicById, facts } = dependencies.knowledge;
  const topics = asked.flatMap(({ topic }) => topicById.get(topic) ?? []);
  const told = session.told ?? NOTHING_TOLD;
  const answer = composeAnswer(asked, area, dependencies);
  const cautions = cautionsBefore(topics, told, facts);
  const text = [...cautions, answer.text].join('\n\n');
  const answered = [...answer.topics, area ?? '', cautions.length, shortDigest(answer.text)].join(' ');
  const isSame = answered === session.answered && asked.every(({ questions }) => questions !== undefined);
  const reply = isSame ? composeSameAgain(answer, dependencies) : { ...answer, text };
  const about = rememberedTopic(asked, area, session, dependencies);
  const next = withTold(session, refocus(told, topics, facts));
  const response = offering(reply, about === undefined ? next : { ...next, about });
  return { ...response, session: { ...response.session, answered } };
}

/** Tells apart answers about one topic: the hours of another day are no repetition. Nothing of the text can be read in it. */
function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST);
}

const DIGEST = 6;

function rememberedTopic(
  asked: readonly Asked[],
  area: MatchContext['area'],
  session: Session,
  dependencies: ComposeDependencies,
): MatchContext | undefined {
  const last = dependencies.knowledge.topicById.get(asked.at(-1)?.topic ?? '');
  return last && rememberTopic(session, last.id, area ?? last.area);
}

/** The buttons of a reply are what a number in the next message refers to. */
function offering(reply: Reply, { at, about, told }: Session): Response {
  const { kind, choices } = reply;
  const offer =
    choices.length === 0 ? {} : { offer: { kind: kind === 'suggest' ? kind : 'buttons', choices } as const };
  return { reply, session: { ...withTold({ at, ...(about === undefined ? {} : { about }) }, told), ...offer } };
}

function forgetting(reply: Reply, { at }: Session): Response {
  return offering(reply, createSession(at));
}
