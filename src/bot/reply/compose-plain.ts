import { settingChoices } from './compose-choices';
import type { ChoiceSetting } from './compose-choices';
import type { ComposeDependencies } from './compose-dependencies';
import type { Reply, ReplyKind } from './reply';

/** A reply that is about no topic. */
export function composePlain(
  kind: ReplyKind,
  text: string,
  settings: readonly ChoiceSetting[],
  { knowledge, texts }: ComposeDependencies,
): Reply {
  const score = kind === 'unknown' ? 0 : 1;
  const choices = settingChoices(settings, knowledge);
  return { kind, text: texts.sentence(text), links: texts.contacts(text), choices, topics: [], score };
}
