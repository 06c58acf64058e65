import type { Directory } from './directory.ts';

/**
 * Swaps the places of two meetings of one slot, or takes a free place, as long as that spares somebody a change of
 * place before or after.
 * @param places place of each meeting; changed in place.
 * @param isStaying meetings that keep theirs.
 */
export function spareMoves(
  directory: Directory,
  meetings: readonly { pair: number; slot: number }[],
  places: (number | null)[],
  count: number,
  isStaying: (meeting: number) => boolean,
): void {
  const neighbours = neighboursOf(directory, meetings);
  const moves = (m: number, place: number): number =>
    neighbours[m]!.reduce((sum, other) => sum + (places[other] === place ? 0 : 1), 0);
  const bySlot = new Map<number, number[]>();
  meetings.forEach(({ slot }, m) => bySlot.set(slot, [...(bySlot.get(slot) ?? []), m]));
  for (let changed = true; changed;) {
    changed = false;
    for (const here of bySlot.values()) {
      const holder = new Map(here.map((m) => [places[m]!, m]));
      for (const m of here) {
        if (isStaying(m)) continue;
        // Only places of the meetings before and after can spare a move.
        for (const place of new Set(neighbours[m]!.map((other) => places[other]!))) {
          const own = places[m]!;
          const other = holder.get(place);
          if (place === own || place >= count || (other !== undefined && isStaying(other))) continue;
          const saved =
            moves(m, own) -
            moves(m, place) +
            (other === undefined ? 0 : moves(other, place) - moves(other, own));
          if (saved <= 0) continue;
          places[m] = place;
          holder.delete(own);
          if (other !== undefined) {
            places[other] = own;
            holder.set(own, other);
          }
          holder.set(place, m);
          changed = true;
        }
      }
    }
  }
}

/** For each meeting the ones that one of its people has next before and after it. */
function neighboursOf(
  { first, second, people }: Directory,
  meetings: readonly { pair: number; slot: number }[],
): number[][] {
  const agendas: number[][] = people.map(() => []);
  meetings.forEach(({ pair }, m) => {
    agendas[first[pair]!]!.push(m);
    agendas[second[pair]!]!.push(m);
  });
  const neighbours: number[][] = meetings.map(() => []);
  for (const agenda of agendas) {
    agenda.sort((a, b) => meetings[a]!.slot - meetings[b]!.slot);
    agenda.slice(1).forEach((m, i) => {
      neighbours[m]!.push(agenda[i]!);
      neighbours[agenda[i]!]!.push(m);
    });
  }
  return neighbours;
}
