import { spaced, wholeWords } from '../text/whole-words';
import type { Messages } from './schema/messages';

type Point = Messages['clinicData']['points'][number];

/** The single data of a topic a question asks for: "is there parking?" asks for no address. */
export type PointsReader = (topic: string, questions: readonly string[]) => readonly Point[];

/** Creates the reader of points; `questions`: narrowest first, the first that names any counts. */
export function createPointsReader(points: readonly Point[]): PointsReader {
  const known = points.map((point) => ({ point, pattern: wholeWords(point.words) }));
  return (topic, questions) => {
    const own = known.filter(({ point }) => point.topic === topic);
    const named = questions.map((question) => own.filter(({ pattern }) => spaced(question).search(pattern) !== -1));
    return (named.find((found) => found.length > 0) ?? []).map(({ point }) => point);
  };
}
