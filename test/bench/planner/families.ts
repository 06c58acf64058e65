import {
  availableSlots,
  slotsOf,
  type LocalHours,
  type ProblemInput,
  type SlotPlan,
} from '../../../src/planner/index.ts';
import { pick, randomFrom, shuffle, type Random } from '../../../src/planner/random.ts';

/** A generated problem with its name and what was promised of it. */
export interface Family {
  name: string;
  seconds: number;
  /** Largest gap to the bound that counts as reached. */
  goal: number;
  problem: () => ProblemInput;
}

interface Shape {
  employers: number;
  interviewers?: number;
  talents: number;
  dates: readonly string[];
  hours: readonly [string, string];
  zones?: readonly string[];
  /** Wishes of a talent: between these two. */
  wishes: readonly [number, number];
  max: number;
  places?: number;
  /** Share of the slots in which a talent can, in one stretch a day; 1 for all. */
  presence?: number;
  /** Number of interest clusters; talents wish mostly within their own. */
  clusters?: number;
  fixed?: number;
  star?: boolean;
  perDay?: number;
  seed: number;
}

const two = (value: number): number => Math.round(value * 100) / 100;

/** A delegation or an event of this shape. The same seed makes the same problem. */
export function generated(shape: Shape): ProblemInput {
  const random = randomFrom(shape.seed);
  const host = 'Europe/Stockholm';
  const plan: SlotPlan = { zone: host, hours: hoursOn(shape.dates, shape.hours), minutes: 20 };
  const slots = slotsOf(plan);
  const interviewers = shape.interviewers ?? 1;
  const clusters = shape.clusters ?? 6;
  const employers = Array.from({ length: shape.employers }, (_, e) => ({
    id: `E${e + 1}`,
    cluster: pick(random, clusters),
    members: Array.from({ length: interviewers }, (__, i) =>
      interviewers === 1 ? `E${e + 1}` : `E${e + 1}.${i + 1}`,
    ),
    /** Some employers are wanted more than others. */
    pull: 0.4 + random() ** 3,
  }));
  const people: NonNullable<ProblemInput['people']> = employers.flatMap(({ id, members }) =>
    members.map((member) => ({
      id: member,
      side: 'employer',
      organisation: id,
      zone: host,
      available: withLunch(
        slots.map(({ id: slot }) => slot),
        random,
      ),
    })),
  );
  const pairs: NonNullable<ProblemInput['pairs']> = [];
  for (let t = 0; t < shape.talents; t += 1) {
    const id = `T${t + 1}`;
    const zones = shape.zones ?? [host];
    const zone = zones[pick(random, zones.length)]!;
    people.push({
      id,
      side: 'talent',
      zone,
      available: presence(shape, slots, zone, random),
      max: shape.max,
      ...(shape.perDay === undefined ? {} : { maxPerDay: shape.perDay }),
    });
    const cluster = pick(random, clusters);
    const quality = random();
    const wishes = shape.wishes[0] + pick(random, shape.wishes[1] - shape.wishes[0] + 1);
    const liked = employers
      .map((employer) => ({
        employer,
        liking: employer.pull * (employer.cluster === cluster ? 1 : 0.25) * -Math.log(1 - random()),
      }))
      .sort((x, y) => y.liking - x.liking)
      .slice(0, wishes);
    for (const { employer } of liked) {
      const fit = employer.cluster === cluster ? 0.35 : 0.1;
      pairs.push({
        id: `m${pairs.length + 1}`,
        a: id,
        b: employer.members[pick(random, employer.members.length)]!,
        value: two(Math.min(1, 0.05 + fit + 0.35 * quality + 0.25 * random())),
      });
    }
  }
  if (shape.star)
    wantEverywhere(
      pairs,
      employers.flatMap(({ members }) => members.slice(0, 1)),
    );
  const problem: ProblemInput = {
    slots,
    people,
    pairs,
    ...(shape.places === undefined ? {} : { places: { count: shape.places, home: {} } }),
    limits: { seconds: 10, seed: shape.seed },
  };
  if (shape.fixed) fixSome(problem, shape.fixed, random);
  return problem;
}

const hoursOn = (dates: readonly string[], [from, to]: readonly [string, string]): LocalHours[] =>
  dates.map((date) => ({ date, from, to }));

/** An interviewer leaves out one slot or two a plan. */
const withLunch = (slots: readonly number[], random: Random): number[] => {
  const out = new Set([pick(random, slots.length), pick(random, slots.length)]);
  return slots.filter((_, i) => !out.has(i));
};

function presence(shape: Shape, slots: ReturnType<typeof slotsOf>, zone: string, random: Random): number[] {
  const share = shape.presence ?? 1;
  const all = availableSlots(slots, { zone, hours: hoursOn(shape.dates, ['06:00', '23:00']) });
  if (share === 1) return all;
  const daily = Math.ceil(slots.length / shape.dates.length);
  return shape.dates.flatMap((_, day) => {
    const length = Math.max(1, Math.round(daily * share * (0.5 + random())));
    const from = day * daily + pick(random, Math.max(daily - length, 0) + 1);
    return all.filter((slot) => slot >= from && slot < Math.min(from + length, (day + 1) * daily));
  });
}

/** One talent whom every employer wants most of all. */
function wantEverywhere(pairs: NonNullable<ProblemInput['pairs']>, interviewers: readonly string[]): void {
  const own = pairs.filter(({ a }) => a !== 'T1');
  pairs.splice(0, pairs.length, ...own);
  for (const b of interviewers) pairs.push({ id: `star-${b}`, a: 'T1', b, value: 1 });
}

/** Promises some meetings at slots that go together. */
function fixSome(problem: ProblemInput, share: number, random: Random): void {
  const busy = new Set<string>();
  const meetings = new Map<string, number>();
  const used = new Map<number, number>();
  const availableOf = new Map(problem.people.map(({ id, available }) => [id, new Set(available)]));
  const maxOf = new Map(problem.people.map(({ id, max }) => [id, max ?? Infinity]));
  for (const pair of shuffle([...problem.pairs], random).slice(0, Math.round(problem.pairs.length * share))) {
    const { a, b } = pair;
    if ([a, b].some((id) => (meetings.get(id) ?? 0) >= maxOf.get(id)!)) continue;
    const slot = shuffle([...problem.slots], random).find(
      ({ id }) =>
        [a, b].every((who) => availableOf.get(who)!.has(id) && !busy.has(`${who} ${id}`)) &&
        (used.get(id) ?? 0) < (problem.places?.count ?? Infinity),
    );
    if (!slot) continue;
    pair.fixed = slot.id;
    used.set(slot.id, (used.get(slot.id) ?? 0) + 1);
    for (const id of [a, b]) {
      busy.add(`${id} ${slot.id}`);
      meetings.set(id, (meetings.get(id) ?? 0) + 1);
    }
  }
}

const EVENT: Shape = {
  employers: 60,
  talents: 500,
  dates: ['2026-09-14', '2026-09-15'],
  hours: ['09:00', '13:00'],
  zones: ['Europe/Stockholm', 'Asia/Kolkata', 'America/Sao_Paulo'],
  wishes: [8, 16],
  max: 5,
  presence: 0.6,
  seed: 2,
};

/** The families of the bench, as the issue lists them. */
export const FAMILIES: readonly Family[] = [
  family('small', 1, 0.005, {
    employers: 15,
    talents: 60,
    dates: ['2026-09-14'],
    hours: ['09:00', '13:00'],
    wishes: [4, 8],
    max: 4,
    presence: 0.7,
    seed: 1,
  }),
  family('event', 10, 0.01, EVENT),
  family('six parks', 60, 0.01, {
    employers: 90,
    talents: 1200,
    dates: ['2026-10-24', '2026-10-25', '2026-10-26'],
    hours: ['09:00', '13:00'],
    zones: ['Europe/Stockholm', 'Europe/Lisbon', 'Asia/Kolkata', 'America/Sao_Paulo', 'Asia/Manila'],
    wishes: [8, 16],
    max: 6,
    perDay: 3,
    presence: 0.6,
    seed: 3,
  }),
  family('fair', 60, 0.02, {
    employers: 122,
    interviewers: 3,
    talents: 3516,
    dates: ['2026-11-14', '2026-11-15'],
    hours: ['09:00', '14:20'],
    wishes: [4, 12],
    max: 6,
    perDay: 4,
    presence: 0.6,
    seed: 4,
  }),
  family('tight rooms', 10, 0.01, { ...EVENT, places: 25, seed: 5 }),
  family('sparse availability', 10, 0.01, { ...EVENT, presence: 0.2, seed: 6 }),
  family('heavy fixing', 10, 0.01, { ...EVENT, fixed: 0.15, seed: 7 }),
  family('one star', 10, 0.01, { ...EVENT, star: true, seed: 8 }),
  family('clustered interests', 10, 0.01, { ...EVENT, clusters: 3, seed: 9 }),
];

function family(name: string, seconds: number, goal: number, shape: Shape): Family {
  return {
    name,
    seconds,
    goal,
    problem: () => ({ ...generated(shape), limits: { seconds, seed: 1 } }),
  };
}
