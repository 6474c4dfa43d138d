import type { Match } from '../../matching/match';
import { sayChoice } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import { composeComplaint, composeHandoff } from './compose-handoff';
import type { Reply } from './reply';

/** An answer to somebody who is afraid or sorry: one human line first, and a person at hand. */
export function comforting(reply: Reply, dependencies: ComposeDependencies): Reply {
  const { knowledge, texts } = dependencies;
  const said = { ...reply, text: `${texts.sentence(knowledge.messages.chat.comfort)}\n\n${reply.text}` };
  const { button } = knowledge.messages.commands.human;
  return reply.choices.some(({ title }) => title === button) ? said : withPerson(said, dependencies);
}

/** An answer to words that came with a picture or a file, which nobody has seen: who sent it might think otherwise. */
export function besideAttachment(reply: Reply, { knowledge, texts }: ComposeDependencies): Reply {
  return { ...reply, text: `${texts.sentence(knowledge.messages.chat.besideAttachment)}\n\n${reply.text}` };
}

/** What is wished for along with a question. */
type Wished = Pick<Extract<Match, { kind: 'sure' }>, 'wish' | 'isWishFirst'>;

/** An answer that also grants what was wished for beside the question, or before it. */
export function granting(reply: Reply, { wish, isWishFirst }: Wished, dependencies: ComposeDependencies): Reply {
  const { messages } = dependencies.knowledge;
  switch (wish) {
    case 'complaint':
      return isWishFirst === true
        ? answeringBehind(composeComplaint(dependencies), reply)
        : withPerson(
            { ...reply, text: `${dependencies.texts.sentence(messages.commands.human.complaint)}\n\n${reply.text}` },
            dependencies,
          );
    case 'person':
      return isWishFirst === true
        ? answeringBehind(composeHandoff(dependencies), reply)
        : withPerson({ ...reply, text: `${reply.text}\n\n${composeHandoff(dependencies).text}` }, dependencies);
    case 'check':
      return { ...reply, choices: [...reply.choices, sayChoice(messages.eligibility.buttons.again)] };
    case 'more':
    case undefined:
      return reply;
    default:
      return wish satisfies never;
  }
}

/** A person first, and behind it what was asked. */
function answeringBehind(person: Reply, answer: Reply): Reply {
  return { ...answer, ...person, text: `${person.text}\n\n${answer.text}`, choices: answer.choices };
}

/** To a follow-up that the last answer does not fit better than before: the physician decides, and a person is at hand. */
export function composeSameAgain(reply: Reply, dependencies: ComposeDependencies): Reply {
  const { chat } = dependencies.knowledge.messages;
  return withPerson({ ...reply, text: dependencies.texts.sentence(chat.sameAgain) }, dependencies);
}

function withPerson(reply: Reply, { knowledge }: ComposeDependencies): Reply {
  return { ...reply, choices: [...reply.choices, sayChoice(knowledge.messages.commands.human.button)] };
}
