import type { Judge, Judgement } from './judge';
import type { Match, MatchContext } from './match';
import type { MatchableTopic } from './matcher-content';

/** "And for the hair?": the same topic for the other area, or a topic of that area, of the same category if there is one. */
export function otherArea(
  context: MatchContext,
  judged: Judgement,
  byId: ReadonlyMap<string, MatchableTopic>,
  judge: Judge,
): Match {
  const last = byId.get(context.topic);
  const { area } = judged;
  if (last === undefined || area === undefined) return { kind: 'unknown', score: 0 };
  if (last.area === undefined || last.area === area) {
    return { kind: 'sure', topics: [{ topic: last.id, score: 1 }], score: 1, area };
  }
  const ofArea = [...judged.topics, ...judge.judge({ text: last.question, begins: [], asking: [] }).topics].filter(
    ({ topic }) => byId.get(topic)?.area === area,
  );
  const counterpart = ofArea.find(({ topic }) => byId.get(topic)?.category === last.category) ?? ofArea[0];
  if (counterpart === undefined) return { kind: 'unknown', score: 0, area };
  return { kind: 'sure', topics: [counterpart], score: counterpart.score, area };
}
