import type { Knowledge, Topic } from '../../knowledge/knowledge';
import type { Choice } from './reply';

/** A button as messages.yaml writes it: a topic, or a text that is said. */
export type ChoiceSetting = { readonly topic: string } | { readonly say: string };

/** The button of a topic. Its text is understood when typed. */
export function topicChoice({ id, button }: Topic): Choice {
  return { title: button, value: button, data: { topic: id } };
}

/** A button that says its own title. */
export function sayChoice(title: string): Choice {
  return { title, value: title };
}

/** The buttons of topics, in this order. Ids that are not topics are left out. */
export function topicChoices(ids: readonly string[], { topicById }: Pick<Knowledge, 'topicById'>): Choice[] {
  return ids.flatMap((id) => {
    const topic = topicById.get(id);
    return topic === undefined ? [] : [topicChoice(topic)];
  });
}

/** The buttons listed in messages.yaml. */
export function settingChoices(settings: readonly ChoiceSetting[], knowledge: Pick<Knowledge, 'topicById'>): Choice[] {
  return settings.flatMap((setting) =>
    'say' in setting ? [sayChoice(setting.say)] : topicChoices([setting.topic], knowledge),
  );
}
