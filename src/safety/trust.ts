import type { FoundSign } from './find-signs';

/** Messages of the lessons in which a combination must have been found before it is trusted. */
const FEWEST = 3;
/** Of those, the share that may be calm. */
const MOST_CALM = 0.03;

/** The signs that the rules found in a message of the lessons. */
interface Lesson {
  readonly signs: readonly FoundSign[];
}

/**
 * For each combination of the rules 1 where it is certain, else 0: nearly always urgent in the lessons, it decides alone,
 * whatever stands around it.
 */
export function learnTrust(combinations: number, urgent: readonly Lesson[], calm: readonly Lesson[]): Float32Array {
  const rightly = countPresent(combinations, urgent);
  const wrongly = countPresent(combinations, calm);
  return rightly.map((right, at) => {
    const wrong = wrongly[at] ?? 0;
    return right >= FEWEST && wrong <= MOST_CALM * (right + wrong) ? 1 : 0;
  });
}

function countPresent(combinations: number, lessons: readonly Lesson[]): Float32Array {
  const counts = new Float32Array(combinations);
  for (const { signs } of lessons) {
    const present = signs.filter(({ standing }) => standing === 'present').map(({ combination }) => combination);
    for (const combination of new Set(present)) counts[combination] = (counts[combination] ?? 0) + 1;
  }
  return counts;
}
