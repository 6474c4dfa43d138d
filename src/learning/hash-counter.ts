/** Counts hashes of 32 bits, in buffers that are used again: a Map for each message takes several times as long. */
export interface HashCounter {
  /** How many different ones were added since {@link clear}. */
  readonly size: number;
  clear(): void;
  /** Counts a hash, and keeps a number that goes with it. */
  add(hash: number, id: number): void;
  /** How often the one added as number `at` was, and what goes with it. */
  countAt(at: number): number;
  idAt(at: number): number;
}

const EMPTY = -1;
const FIRST_ROOM = 1_024;

/** Creates a counter; it grows with what is counted. */
export function createHashCounter(): HashCounter {
  let slots = new Int32Array(2 * FIRST_ROOM).fill(EMPTY);
  let hashes = new Uint32Array(FIRST_ROOM);
  let ids = new Int32Array(FIRST_ROOM);
  let counts = new Uint32Array(FIRST_ROOM);
  let size = 0;

  const slotOf = (hash: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let at = slots[slot] ?? EMPTY; at !== EMPTY && hashes[at] !== hash; at = slots[slot] ?? EMPTY)
      slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const longer = <Numbers extends Int32Array | Uint32Array>(numbers: Numbers, room: Numbers): Numbers => {
      room.set(numbers);
      return room;
    };
    hashes = longer(hashes, new Uint32Array(2 * size));
    counts = longer(counts, new Uint32Array(2 * size));
    ids = longer(ids, new Int32Array(2 * size));
    slots = new Int32Array(4 * size).fill(EMPTY);
    for (let at = 0; at < size; at += 1) slots[slotOf(hashes[at] ?? 0)] = at;
  };

  return {
    get size() {
      return size;
    },
    clear() {
      // The last first: so each is still found past those that were there before it.
      for (let at = size - 1; at >= 0; at -= 1) slots[slotOf(hashes[at] ?? 0)] = EMPTY;
      size = 0;
    },
    add(hash, id) {
      const slot = slotOf(hash);
      const at = slots[slot] ?? EMPTY;
      if (at !== EMPTY) {
        counts[at] = (counts[at] ?? 0) + 1;
        return;
      }
      slots[slot] = size;
      hashes[size] = hash;
      ids[size] = id;
      counts[size] = 1;
      size += 1;
      if (size === hashes.length) grow();
    },
    countAt: (at) => counts[at] ?? 0,
    idAt: (at) => ids[at] ?? EMPTY,
  };
}
