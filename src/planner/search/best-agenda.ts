/** What one person could do in each slot, and what limits the person's agenda as a whole. */
export interface AgendaChoice {
  slots: number;
  items: number;
  /** Worth of item i in slot t at `t * items + i`; -Infinity where it cannot be. */
  worth: Float64Array;
  /** Most meetings in all. */
  most: number;
  /** Day of each slot and most meetings on one; absent without a limit. */
  day?: Int32Array;
  mostPerDay?: number;
  /** What each of the first `least` meetings is worth besides. */
  least: number;
  bonus: number;
}

/**
 * The best agenda of one person: an assignment of items to slots of greatest worth, by successive longest
 * augmenting paths (Jewell 1958; Busacker and Gowen 1960). Nodes of the path are slots alone: a new item enters
 * one, its item moves to the next, until one that was free. Gains never rise from path to path, so the first
 * that is not positive ends it. With a limit a day, paths that leave a full day and come back by another slot
 * are not looked for.
 * @returns the item in each slot, or -1.
 */
export function bestAgenda({
  slots,
  items,
  worth,
  most,
  day,
  mostPerDay,
  least,
  bonus,
}: AgendaChoice): Int32Array {
  const itemIn = new Int32Array(slots).fill(-1);
  const taken = new Uint8Array(items);
  const onDay = new Int32Array(slots + 1);
  const gain = new Float64Array(slots);
  const from = new Int32Array(slots);
  const entering = new Int32Array(slots);
  for (let placed = 0; placed < most; placed += 1) {
    for (let t = 0; t < slots; t += 1) {
      gain[t] = -Infinity;
      from[t] = -1;
      const row = t * items;
      for (let i = 0; i < items; i += 1)
        if (taken[i] === 0 && worth[row + i]! > gain[t]!) {
          gain[t] = worth[row + i]!;
          entering[t] = i;
        }
    }
    relax(slots, items, worth, itemIn, gain, from);
    let end = -1;
    for (let t = 0; t < slots; t += 1)
      if (itemIn[t] === -1 && (!day || onDay[day[t]!]! < mostPerDay!) && (end < 0 || gain[t]! > gain[end]!))
        end = t;
    if (end < 0 || !(gain[end]! + (placed < least ? bonus : 0) > 0)) break;
    if (day) onDay[day[end]!]! += 1;
    let at = end;
    while (from[at]! >= 0) {
      itemIn[at] = itemIn[from[at]!]!;
      at = from[at]!;
    }
    itemIn[at] = entering[at]!;
    taken[entering[at]!] = 1;
  }
  return itemIn;
}

/** Bellman's relaxation over occupied slots: the item of slot s may move to slot t. */
function relax(
  slots: number,
  items: number,
  worth: Float64Array,
  itemIn: Int32Array,
  gain: Float64Array,
  from: Int32Array,
): void {
  let largest = 1;
  for (const each of worth) if (Number.isFinite(each)) largest = Math.max(largest, Math.abs(each));
  // Keeps rounding errors from closing a cycle of no worth.
  const margin = largest * 1e-12 * slots;
  for (let round = 0, changed = true; changed && round < slots; round += 1) {
    changed = false;
    for (let s = 0; s < slots; s += 1) {
      const item = itemIn[s]!;
      if (item < 0 || gain[s] === -Infinity) continue;
      const base = gain[s]! - worth[s * items + item]!;
      for (let t = 0; t < slots; t += 1) {
        const reached = base + worth[t * items + item]!;
        if (t !== s && reached > gain[t]! + margin) {
          gain[t] = reached;
          from[t] = s;
          changed = true;
        }
      }
    }
  }
}
