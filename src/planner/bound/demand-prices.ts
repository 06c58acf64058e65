import type { Model } from '../model.ts';

/**
 * First prices, from demand alone: whoever of a pair is wanted more beyond their room pays for it, and a slot of
 * theirs costs what the first pair that finds no room would have been worth. For one side that all others want
 * this is the price of an auction; it makes a bound at once, where the search for prices needs seconds.
 */
export function demandPrices(model: Model): Float64Array {
  const { candidates, candidatesOfPerson, limits, optionStart, slotOf } = model;
  const room = candidatesOfPerson.map((own, person) => {
    const slots = new Set<number>();
    for (const c of own)
      for (let option = optionStart[c]!; option < optionStart[c + 1]!; option += 1)
        slots.add(slotOf[option]!);
    return Math.min(model.problem.people[person]!.max ?? Infinity, slots.size);
  });
  const pressure = candidatesOfPerson.map((own, person) => own.length / Math.max(room[person]!, 1));
  const wanted: number[][] = candidatesOfPerson.map(() => []);
  for (const { people, value } of candidates) {
    const payer = people.reduce((most, person) => (pressure[person]! > pressure[most]! ? person : most));
    wanted[payer]!.push(value);
  }
  const cost = wanted.map((values, person) => values.sort((a, b) => b - a)[room[person]!] ?? 0);
  const price = new Float64Array(limits.length);
  const paid = new Set<number>();
  limits.forEach(({ kind, subject }, limit) => {
    if (kind !== 'maximum') return;
    price[limit] = cost[subject]!;
    paid.add(subject);
  });
  limits.forEach(({ kind, subject }, limit) => {
    if (kind === 'agenda' && !paid.has(subject)) price[limit] = cost[subject]!;
  });
  return price;
}
