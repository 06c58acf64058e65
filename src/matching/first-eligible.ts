/** Gives the next of an order, so many or a few more, and nothing when there are no more. */
export type Take = (count: number) => string[];

/** An order that is known to its end. */
export function takeFrom(order: readonly string[]): Take {
  let from = 0;
  return (count) => {
    const taken = order.slice(from, from + count);
    from += taken.length;
    return taken;
  };
}

/**
 * The order by a figure, the largest first, and by identifier where it is the same. What many have in common are a few
 * sums, so that those of one sum are sorted when they are reached, and most never.
 */
export function takeMost(figures: ReadonlyMap<string, number>): Take {
  const alike = Map.groupBy(figures.keys(), (id) => figures.get(id)!);
  const left = [...alike.keys()].sort((one, other) => one - other);
  let sorted: string[] = [];
  return (count) => {
    while (sorted.length < count && left.length > 0) sorted = sorted.concat(alike.get(left.pop()!)!.sort());
    const taken = sorted.slice(0, count);
    sorted = sorted.slice(count);
    return taken;
  };
}

/** So many of each order are looked at first: most roles find enough among them. Each takes 4 µs. */
const FIRST = 200;

/** So many more at least: to ask once more takes as long as they do. */
const MORE = 100;

/** Where few are eligible, at most so many times as many are looked at as until then. */
const GROWTH = 16;

/**
 * The first of each order who are eligible, as many as the limit or as there are. Nobody is judged twice.
 * @param eligibleAmong which of those given are eligible.
 */
export async function firstEligible(
  orders: readonly Take[],
  limit: number,
  eligibleAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string[][]> {
  const verdicts = new Map<string, boolean>();
  let reading = orders.map((take) => ({ take, found: [] as string[], read: 0 }));
  const all = reading;
  while (reading.length > 0) {
    const taken = reading.map((order) => ({ order, ids: order.take(nextCount(order, limit)) }));
    const unknown = [...new Set(taken.flatMap(({ ids }) => ids))].filter((id) => !verdicts.has(id));
    const eligible = unknown.length === 0 ? new Set() : await eligibleAmong(unknown);
    for (const id of unknown) verdicts.set(id, eligible.has(id));
    for (const { order, ids } of taken) {
      order.read += ids.length;
      order.found.push(...ids.filter((id) => verdicts.get(id)));
    }
    reading = taken
      .filter(({ order, ids }) => ids.length > 0 && order.found.length < limit)
      .map(({ order }) => order);
  }
  return all.map(({ found }) => found.slice(0, limit));
}

/** How many more it takes to find enough if as many are eligible as until now, and some more. */
const nextCount = ({ found, read }: { found: readonly string[]; read: number }, limit: number): number =>
  read === 0
    ? FIRST
    : MORE + Math.ceil(read * Math.min(GROWTH, (limit - found.length) / Math.max(found.length, 1)));
