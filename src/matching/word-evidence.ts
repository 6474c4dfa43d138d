import type { TrainedPart } from '../learning/kept-model';
import { addRow } from '../learning/linear-model';
import { gramsOf } from './features';
import type { FeatureSettings } from './settings';

/** What the letter groups of one word say, before anything else of its message is known. */
export interface WordEvidence {
  /** Each group, as often as it stands there. */
  readonly hashes: readonly number[];
  /** The number of each as a feature; -1 where no example has it. */
  readonly ids: Int32Array;
  /** The weights of all that are known times their rarity: one sum for each label. */
  readonly sums: Float64Array;
  /** The sum of the squares of their rarities. */
  readonly square: number;
}

/** Words whose evidence is remembered, 1.5 KB each: most of what a message takes is looking up its groups of letters. */
const MOST_REMEMBERED = 2_000;

/** Reads the evidence of words, of the usual ones from memory. */
export function createWordEvidence(
  { space, model }: TrainedPart,
  settings: FeatureSettings,
): (typed: string, word: string) => WordEvidence {
  const remembered = new Map<string, WordEvidence>();
  const read = (typed: string, word: string): WordEvidence => {
    const hashes = gramsOf(typed, word, settings);
    const ids = Int32Array.from(hashes, (hash) => space.ids.find(hash));
    const sums = new Float64Array(model.classes);
    let square = 0;
    for (const id of ids) {
      if (id < 0) continue;
      const rarity = space.rarity[id] ?? 0;
      square += rarity * rarity;
      addRow(sums, 0, model, id, rarity);
    }
    return { hashes, ids, sums, square };
  };
  return (typed, word) => {
    const key = typed === word ? word : `${typed} ${word}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const evidence = read(typed, word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, evidence);
    return evidence;
  };
}
