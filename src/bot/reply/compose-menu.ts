import type { Category } from '../../knowledge/knowledge';
import { sayChoice, topicChoice } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply } from './reply';

/** All topics, by category. */
export function composeMenu({ knowledge, texts }: ComposeDependencies): Reply {
  const choices = knowledge.categories.map(({ title }) => sayChoice(title));
  return command(texts.sentence(knowledge.messages.chat.menu.text), choices);
}

/** The questions of one category. */
export function composeCategory(category: Category, { knowledge, texts }: ComposeDependencies): Reply {
  const text = texts.sentence(knowledge.messages.chat.menu.category, { category: category.title });
  return command(text, category.topics.map(topicChoice));
}

function command(text: string, choices: Reply['choices']): Reply {
  return { kind: 'command', text, choices, topics: [], score: 1 };
}
