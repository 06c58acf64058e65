import type { ProblemInput } from '../../../src/planner/index.ts';
import { pick, randomFrom, shuffle, type Random } from '../../../src/planner/random.ts';

/** Shape of a business-to-business instance as in Bofill et al.: people, meetings, slots, tables. */
export interface BreaksShape {
  people: number;
  meetings: number;
  slots: number;
  tables: number;
  /** Share of the slots that a person without meeting there forbids. */
  forbidden?: number;
  /** Share of the meetings that are fixed. */
  fixed?: number;
  /** Pairs of meetings drawn for a precedence; about half of the draws become one. */
  precede?: number;
  /** Share of the meetings that may be held in one half of the slots only: in the morning, in the afternoon. */
  sessions?: number;
  spread?: number;
  seed: number;
}

/**
 * An instance that has a solution: meetings are drawn into slots first, and only then are slots forbidden,
 * meetings fixed and precedences written down, none of which the drawn solution breaks.
 */
export function breaksInstance(shape: BreaksShape): ProblemInput {
  const random = randomFrom(shape.seed);
  const popularity = Array.from({ length: shape.people }, () => 0.3 + random() ** 2 * 2);
  const busy = popularity.map(() => new Set<number>());
  const used = new Array<number>(shape.slots).fill(0);
  const met = new Set<string>();
  const drawn: { a: number; b: number; slot: number }[] = [];
  for (let trial = 0; drawn.length < shape.meetings && trial < 200_000; trial += 1) {
    const [a, b] = [weighted(popularity, random), weighted(popularity, random)];
    if (a === b || met.has(`${Math.min(a, b)} ${Math.max(a, b)}`)) continue;
    const slot = shuffle([...used.keys()], random).find(
      (t) => used[t]! < shape.tables && !busy[a]!.has(t) && !busy[b]!.has(t),
    );
    if (slot === undefined) continue;
    met.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
    busy[a]!.add(slot);
    busy[b]!.add(slot);
    used[slot]! += 1;
    drawn.push({ a, b, slot });
  }
  const start = Date.parse('2026-05-11T07:00:00Z');
  const iso = (t: number): string => new Date(start + t * 20 * 60_000).toISOString();
  const fixed = shape.fixed ?? 0;
  const precede: [string, string][] = [];
  for (let i = 0; i < (shape.precede ?? 0); i += 1) {
    const [m, n] = [pick(random, drawn.length), pick(random, drawn.length)];
    if (drawn[m]!.slot < drawn[n]!.slot) precede.push([`m${m}`, `m${n}`]);
  }
  return {
    slots: used.map((_, t) => ({ id: t, start: iso(t), end: iso(t + 1) })),
    people: busy.map((taken, p) => ({
      id: `p${p}`,
      side: 'company',
      available: used.flatMap((_, t) => (taken.has(t) || random() >= (shape.forbidden ?? 0) ? [t] : [])),
    })),
    pairs: drawn.map(({ a, b, slot }, m) => ({
      id: `m${m}`,
      a: `p${a}`,
      b: `p${b}`,
      value: 1,
      required: true,
      fixed: random() < fixed ? slot : null,
      slots: shape.sessions && random() < shape.sessions ? halfOf(slot, shape.slots) : null,
    })),
    places: { count: shape.tables, home: {} },
    precede,
    objective: 'breaks',
    maxBreakSpread: shape.spread ?? null,
    limits: { seconds: 60, seed: 1 },
  };
}

/** The slots of the morning or the afternoon, whichever the slot is in. */
function halfOf(slot: number, slots: number): number[] {
  const noon = Math.ceil(slots / 2);
  return Array.from({ length: slots }, (_, t) => t).filter((t) => t < noon === slot < noon);
}

function weighted(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i += 1) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** Sizes of the published originals: a forum of 21 slots, a fair of 8, a small forum, and their variants. */
export const BREAKS_FAMILIES: readonly { name: string; shape: BreaksShape }[] = [
  { name: 'forum', shape: { people: 70, meetings: 154, slots: 21, tables: 14, seed: 11 } },
  {
    name: 'forum, forbidden slots',
    shape: { people: 70, meetings: 154, slots: 21, tables: 14, forbidden: 0.25, seed: 12 },
  },
  {
    name: 'forum, fixed and ordered',
    shape: { people: 70, meetings: 154, slots: 21, tables: 14, fixed: 0.1, precede: 30, seed: 13 },
  },
  {
    name: 'forum, spread 2',
    shape: { people: 70, meetings: 180, slots: 22, tables: 12, forbidden: 0.2, spread: 2, seed: 14 },
  },
  { name: 'fair', shape: { people: 42, meetings: 125, slots: 8, tables: 21, seed: 15 } },
  { name: 'fair, few tables', shape: { people: 42, meetings: 120, slots: 8, tables: 16, seed: 16 } },
  {
    name: 'fair, forbidden slots',
    shape: { people: 45, meetings: 115, slots: 10, tables: 16, forbidden: 0.3, seed: 17 },
  },
  {
    name: 'small forum',
    shape: { people: 38, meetings: 78, slots: 12, tables: 8, forbidden: 0.2, seed: 18 },
  },
  { name: 'large', shape: { people: 60, meetings: 200, slots: 22, tables: 15, forbidden: 0.1, seed: 19 } },
  {
    name: 'tight tables',
    shape: { people: 40, meetings: 88, slots: 11, tables: 8, forbidden: 0.15, seed: 20 },
  },
];

/** Ways to take an instance's last solution away, some seen by counting, some not. */
export const SPOILERS: Readonly<Record<string, (problem: ProblemInput, shape: BreaksShape) => ProblemInput>> =
  {
    'a third of all slots forbidden at random': (problem, { seed }) => {
      const random = randomFrom(seed * 7);
      return {
        ...problem,
        people: problem.people.map((person) => ({
          ...person,
          available: problem.slots.map(({ id }) => id).filter(() => random() >= 0.35),
        })),
      };
    },
    'one table too few': (problem, { meetings, slots }) => ({
      ...problem,
      places: { count: Math.ceil(meetings / slots) - 1, home: {} },
    }),
    'nobody with more breaks than anybody': (problem) => ({ ...problem, maxBreakSpread: 0 }),
    'a chain of more meetings than slots': (problem) => ({
      ...problem,
      precede: problem.slots.map((_, i) => [problem.pairs[i]!.id, problem.pairs[i + 1]!.id]),
    }),
    'a fifth of the meetings fixed at random': (problem, { seed }) => {
      const random = randomFrom(seed * 7);
      return {
        ...problem,
        pairs: problem.pairs.map((pair) => ({
          ...pair,
          fixed: random() < 0.2 ? pick(random, problem.slots.length) : null,
        })),
      };
    },
    'two meetings of three after noon': (problem) => ({
      ...problem,
      pairs: problem.pairs.map((pair, i) => ({
        ...pair,
        slots:
          i % 3 === 0 ? null : problem.slots.map(({ id }) => id).slice(Math.ceil(problem.slots.length / 2)),
      })),
    }),
  };
