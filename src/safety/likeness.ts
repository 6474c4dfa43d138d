import type { Traits } from './traits';

/** Places for one group, a power of two: telling groups apart takes less than telling urgent from calm. */
export const LIKENESS = 1 << 13;
/** Words on either side of the loudest that tell what it sounds like. */
const AROUND = 5;
/** What a trait never seen counts as: small, so that those seen decide. */
const SMOOTHING = 0.05;

/** For each group, the logarithm of the share of its messages that have a trait. */
export function learnLikeness(groups: readonly (readonly Traits[])[]): Float32Array {
  const learnt = new Float32Array(groups.length * LIKENESS);
  groups.forEach((messages, group) => {
    const counts = learnt.subarray(group * LIKENESS, (group + 1) * LIKENESS);
    for (const traits of messages)
      for (const place of new Set(traits.flatMap((places) => Array.from(places, fold))))
        counts[place] = (counts[place] ?? 0) + 1;
    counts.forEach((count, place) => {
      counts[place] = Math.log((count + SMOOTHING) / (messages.length + 1));
    });
  });
  return learnt;
}

/** Gives the number of the group that the words around a place are most like. */
export function createLikeness(learnt: Float32Array): (traits: Traits, around: number) => number {
  const groups = learnt.length / LIKENESS;
  return (traits, around) => {
    const near = traits.slice(Math.max(0, around - AROUND), around + AROUND + 1);
    const places = new Set(near.flatMap((each) => Array.from(each, fold)));
    let best = 0;
    let most = -Infinity;
    for (let group = 0; group < groups; group += 1) {
      let likely = 0;
      for (const place of places) likely += learnt[group * LIKENESS + place] ?? 0;
      if (likely > most) [most, best] = [likely, group];
    }
    return best;
  };
}

function fold(place: number): number {
  return place & (LIKENESS - 1);
}
