/**
 * The examples that are likest, best first: a few of thousands, for which sorting all would take the time of ten questions.
 *
 * @param likeness of each example, by its number
 * @param most how many at most
 * @param least what is less alike than this is left out
 */
export function likeliest(likeness: Float64Array, most: number, least: number): readonly number[] {
  const nearest: number[] = [];
  let lowest = least;
  for (let example = 0; example < likeness.length; example += 1) {
    const own = likeness[example] ?? 0;
    if (own < lowest) continue;
    let at = nearest.length;
    while (at > 0 && (likeness[nearest[at - 1] ?? 0] ?? 0) < own) at -= 1;
    nearest.splice(at, 0, example);
    if (nearest.length <= most) continue;
    nearest.pop();
    lowest = likeness[nearest.at(-1) ?? 0] ?? 0;
  }
  return nearest;
}
