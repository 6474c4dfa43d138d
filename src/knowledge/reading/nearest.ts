import Fuse from 'fuse.js';

/** Fuse's own score, 0 (the same) to 1: above this a suggestion confuses more than it helps. */
const FARTHEST = 0.5;

/** The known name most like a misspelt one, or undefined when none is near. Made for messages about faults, not for patients. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const fuse = new Fuse(known, {
    includeScore: true,
    ignoreLocation: true,
    threshold: FARTHEST,
    minMatchCharLength: 1,
  });
  const best = fuse.search(name.slice(0, 60))[0];
  return best?.item ?? known.find((candidate) => candidate.startsWith(name) || name.startsWith(candidate));
}

/** "did you mean …?", or the names there are, for a tip. */
export function suggest(name: string, known: readonly string[], what: string): string {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length <= 30 ? `${what}: ${known.join(', ')}` : `check the spelling: there is no such ${what}`;
}
