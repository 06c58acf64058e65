import type { Plan, Problem } from '../../src/planner/index.ts';

/**
 * Everything that is wrong with a plan, checked from the words of the problem alone: an oracle that shares no
 * code with the planner.
 */
export function violations(problem: Problem, plan: Plan): string[] {
  const wrong: string[] = [];
  const pairs = new Map(problem.pairs.map((pair) => [pair.id, pair]));
  const position = new Map(problem.slots.map(({ id }, i) => [id, i]));
  const slotOf = new Map(plan.meetings.map(({ pair, slot }) => [pair, slot]));
  if (slotOf.size !== plan.meetings.length) wrong.push('a pair meets twice');
  const agendas = new Map<string, number[]>(problem.people.map(({ id }) => [id, []]));
  const perSlot = new Map<number, number>();
  const placesUsed = new Set<string>();
  for (const { pair, slot, place } of plan.meetings) {
    const { a, b, fixed, slots } = pairs.get(pair)!;
    if (fixed != null && fixed !== slot) wrong.push(`${pair} is not where it is fixed`);
    if (slots != null && !slots.includes(slot)) wrong.push(`${pair} is outside its slots`);
    agendas.get(a)!.push(slot);
    agendas.get(b)!.push(slot);
    perSlot.set(slot, (perSlot.get(slot) ?? 0) + 1);
    if (place !== null) {
      if (place < 0 || place >= problem.places!.count) wrong.push(`${pair} is at no place`);
      if (placesUsed.has(`${slot} ${place}`)) wrong.push(`place ${place} is taken twice in ${slot}`);
      placesUsed.add(`${slot} ${place}`);
    } else if (problem.places?.count) wrong.push(`${pair} has no place`);
  }
  for (const { id, available, max, maxPerDay, rest } of problem.people) {
    const agenda = agendas.get(id)!.map((slot) => position.get(slot)!);
    agenda.sort((x, y) => x - y);
    if (new Set(agenda).size !== agenda.length) wrong.push(`${id} is in two places`);
    if (available != null && agendas.get(id)!.some((slot) => !available.includes(slot)))
      wrong.push(`${id} is not available`);
    if (max != null && agenda.length > max) wrong.push(`${id} has more than ${max}`);
    const day = (at: number) => problem.slots[at]!.start.slice(0, 10);
    if (maxPerDay != null)
      for (const date of new Set(agenda.map(day)))
        if (agenda.filter((at) => day(at) === date).length > maxPerDay)
          wrong.push(`${id} has more than ${maxPerDay} on ${date}`);
    agenda.slice(1).forEach((at, i) => {
      if (day(at) === day(agenda[i]!) && at - agenda[i]! <= rest) wrong.push(`${id} has no rest`);
    });
  }
  for (const [slot, count] of perSlot)
    if (problem.places?.count && count > problem.places.count) wrong.push(`too few places in ${slot}`);
  for (const [p, q] of problem.apart)
    if (agendas.get(p)!.some((slot) => agendas.get(q)!.includes(slot))) wrong.push(`${p} meets ${q}'s slot`);
  for (const [p, q] of problem.together)
    if (agendas.get(p)!.toSorted().join() !== agendas.get(q)!.toSorted().join())
      wrong.push(`${p} without ${q}`);
  for (const [m, n] of problem.precede) {
    const [first, second] = [slotOf.get(m), slotOf.get(n)];
    if (first !== undefined && second !== undefined && position.get(first)! >= position.get(second)!)
      wrong.push(`${m} is not before ${n}`);
  }
  for (const { id, pairs: sharing, limits } of problem.shared)
    for (const { slots, max } of limits) {
      const held = plan.meetings.filter(
        ({ pair, slot }) => slots.includes(slot) && (sharing == null || sharing.includes(pair)),
      );
      if (held.length > max) wrong.push(`more than ${max} share ${id}`);
    }
  for (const { id, members, max, once } of problem.groups) {
    const met = plan.meetings.flatMap(({ pair }) => {
      const { a, b } = pairs.get(pair)!;
      return [...(members.includes(a) ? [b] : []), ...(members.includes(b) ? [a] : [])];
    });
    if (max != null && met.length > max) wrong.push(`group ${id} has more than ${max}`);
    if (once && new Set(met).size !== met.length) wrong.push(`someone meets group ${id} twice`);
  }
  return wrong;
}
