/** True when two words are the same but for one letter: changed, missing, added, or two neighbours swapped. */
export function withinOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  // One slip leaves the first or the last letter of a longer word: most pairs are told apart here.
  if (short.length > 2 && one[0] !== other[0] && one.at(-1) !== other.at(-1)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (short.length < long.length) return short.slice(start) === rest;
  return (
    short.slice(start + 1) === rest ||
    (short[start] === long[start + 1] &&
      short[start + 1] === long[start] &&
      short.slice(start + 2) === long.slice(start + 2))
  );
}
