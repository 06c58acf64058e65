import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../src/kernel/index.ts';
import { instantsOfHours } from '../../../src/planner/index.ts';
import type { Frame, FrameStaff, StandingMeeting } from '../../../src/occasions/planning/frame.ts';
import { sharedOut } from '../../../src/occasions/planning/people.ts';
import { problemOf } from '../../../src/occasions/planning/problem-of.ts';
import { slotsOfSessions } from '../../../src/occasions/planning/session-slots.ts';
import { staffed } from '../../../src/occasions/planning/work-on-run.ts';
import { planHere } from '../../planner/problems.ts';

const NOW = '2026-10-24T08:00:00.000Z';
const ZONES = ['Europe/Stockholm', 'America/Bogota', 'Asia/Kolkata', 'America/Toronto'];
const LANGUAGES = ['sv', 'en', 'fr', 'es'];

/** Two days over a change of clocks, in two zones, with a break between; two rooms on one of them, video on the other. */
const sessions = (rooms: number | null): Frame['sessions'] => [
  {
    zone: 'Europe/Stockholm',
    date: '2026-10-24',
    fromTime: '14:00',
    toTime: '16:00',
    minutes: 30,
    pause: 0,
    places: rooms,
  },
  {
    zone: 'America/Toronto',
    date: '2026-10-25',
    fromTime: '09:00',
    toTime: '10:30',
    minutes: 30,
    pause: 0,
    places: null,
  },
];

const hours = fc.option(
  fc.record({
    zone: fc.constantFrom(...ZONES),
    hours: fc.array(
      fc.record({
        date: fc.constantFrom('2026-10-23', '2026-10-24', '2026-10-25'),
        from: fc.constantFrom('00:00', '06:00', '09:00', '14:00'),
        to: fc.constantFrom('10:00', '15:00', '20:00', '24:00'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { freq: 3 },
);
const speaking = (...some: string[]) => fc.subarray(some, { minLength: 1 });
const most = fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 });
const person = fc.record({
  hours,
  languages: speaking('fr', 'es'),
  min: fc.constantFrom(0, 0, 1, 2),
  max: most,
  perDay: most,
  busy: fc.boolean(),
});
const staff = (languages: fc.Arbitrary<string[]>) => fc.record({ hours, languages, max: most });
const anInterviewer = staff(fc.subarray(['sv', 'en', 'fr']));
const anInterpreter = staff(fc.subarray(LANGUAGES, { minLength: 2 }));

const presenceOf = (given: { zone: string; hours: Frame['talents'][number]['hours'] } | null) =>
  given ?? { zone: 'Europe/Stockholm', hours: null };

const frames: fc.Arbitrary<Frame> = fc
  .record({
    rooms: fc.constantFrom(null, 1, 2),
    talents: fc.array(person, { minLength: 1, maxLength: 4 }),
    employers: fc.array(fc.tuple(person, fc.array(anInterviewer, { maxLength: 2 })), {
      minLength: 1,
      maxLength: 3,
    }),
    interpreters: fc.array(anInterpreter, { maxLength: 2 }),
    values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
    promised: fc.array(
      fc.nat(9).map((n) => n === 0),
      { minLength: 12, maxLength: 12 },
    ),
    apart: fc.boolean(),
  })
  .map(({ rooms, talents, employers, interpreters, values, promised, apart }) => {
    const busy = { start: '2026-10-24T12:00:00.000Z', end: '2026-10-24T12:40:00.000Z' };
    const member = (each: (typeof interpreters)[number]): FrameStaff => ({
      id: newId(),
      languages: each.languages,
      max: each.max,
      busy: [],
      ...presenceOf(each.hours),
    });
    const quota = ({ min, max, perDay }: (typeof talents)[number]) => ({ min, max, perDay });
    const all = talents.map((each) => ({
      id: newId(),
      languages: each.languages,
      busy: each.busy ? [busy] : [],
      ...quota(each),
      ...presenceOf(each.hours),
    }));
    const hosts = employers.map(([each, interviewers]) => ({
      id: newId(),
      busy: [],
      ...quota(each),
      ...presenceOf(each.hours),
      interviewers: interviewers.map(member),
    }));
    const wishes = all.flatMap(({ id: talentId }, t) =>
      hosts.map(({ id: organisationId }, e) => ({
        talentId,
        organisationId,
        roleId: null,
        value: values[t * 3 + e]!,
        promised: promised[t * 3 + e]!,
      })),
    );
    return {
      now: NOW,
      sessions: sessions(rooms),
      talents: all,
      employers: hosts,
      interpreters: interpreters.map(member),
      standing: [],
      proposals: [],
      calledOff: [],
      lost: null,
      request: {
        wishes,
        apart: apart && all.length > 1 ? [[all[0]!.id, all[1]!.id]] : [],
        weights: { fairness: 0, idle: 0 },
        seconds: 10,
        seed: 1,
        work: 100,
      },
    } satisfies Frame;
  });

/** What is wrong with a plan, by the words of the frame alone. */
function wrongs(
  frame: Frame,
  posed: ReturnType<typeof problemOf>,
  plan: ReturnType<typeof staffed>,
): string[] {
  const wrong: string[] = [];
  const { slots } = slotsOfSessions(frame.sessions);
  const members = frame.employers.flatMap(({ interviewers }) => interviewers);
  const everybody = new Map(
    [...frame.talents, ...frame.employers, ...members, ...frame.interpreters].map((each) => [each.id, each]),
  );
  const agendas = new Map<string, number[]>();
  const rooms = new Map<string, number>();
  for (const { pair, slot, place } of plan.meetings) {
    const { talentId, organisationId, interviewerId } = posed.pairs[pair]!;
    const interpreterId = plan.interpreters[pair];
    const people = [talentId, interviewerId ?? organisationId, ...(interpreterId ? [interpreterId] : [])];
    const { start, end } = slots[slot]!;
    for (const id of people) {
      const { zone, hours: own, busy } = everybody.get(id)!;
      const free =
        own === null ||
        instantsOfHours(own, zone).some(
          (stretch) => stretch.start <= Date.parse(start) && Date.parse(end) <= stretch.end,
        );
      if (!free || busy.some((taken) => taken.start < end && start < taken.end)) wrong.push(`${id} is away`);
      agendas.set(id, [...(agendas.get(id) ?? []), slot]);
    }
    const spoken = [talentId, interviewerId].map((id) =>
      id && 'languages' in everybody.get(id)! ? (everybody.get(id) as FrameStaff).languages : [],
    );
    const meet =
      spoken.some((list) => list.length === 0) || spoken[0]!.some((word) => spoken[1]!.includes(word));
    if (!meet) {
      const interpreter = frame.interpreters.find(({ id }) => id === interpreterId);
      if (!interpreter || !spoken.every((list) => list.some((word) => interpreter.languages.includes(word))))
        wrong.push(`${pair} is not understood`);
    }
    const count = slots[slot]!.start < '2026-10-25' ? frame.sessions[0]!.places : null;
    if ((count === null) !== (place === null)) wrong.push(`${pair} is in no right room`);
    if (place !== null && place >= count!) wrong.push(`${pair} is in a room that is not there`);
    if (place !== null) rooms.set(`${slot} ${place}`, (rooms.get(`${slot} ${place}`) ?? 0) + 1);
  }
  if ([...rooms.values()].some((number) => number > 1)) wrong.push('a room holds two');
  for (const [id, agenda] of agendas)
    if (new Set(agenda).size !== agenda.length) wrong.push(`${id} is in two meetings at once`);
  const met = plan.meetings.map(({ pair }) => posed.pairs[pair]!);
  for (const [key, own] of Map.groupBy(
    met,
    ({ talentId, organisationId }) => `${talentId} ${organisationId}`,
  ))
    if (own.length > 1) wrong.push(`${key} meet twice`);
  const dayIn = (zone: string, slot: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(slots[slot]!.start));
  for (const each of [...frame.talents, ...frame.employers]) {
    const own = plan.meetings.filter(({ pair }) =>
      [posed.pairs[pair]!.talentId, posed.pairs[pair]!.organisationId].includes(each.id),
    );
    if (each.max !== null && own.length > each.max) wrong.push(`${each.id} has too many`);
    for (const [, day] of Map.groupBy(own, ({ slot }) => dayIn(each.zone, slot)))
      if (each.perDay !== null && day.length > each.perDay) wrong.push(`${each.id} has too many a day`);
  }
  for (const each of [...members, ...frame.interpreters])
    if (each.max !== null && (agendas.get(each.id) ?? []).length > each.max)
      wrong.push(`${each.id} sits in too many`);
  for (const [one, other] of frame.request.apart)
    if ((agendas.get(one) ?? []).some((slot) => agendas.get(other)?.includes(slot)))
      wrong.push('a couple meets at once');
  return wrong;
}

const planOf = async (frame: Frame) => {
  const { problem, ...given } = problemOf(frame);
  const made = await planHere(problem, {
    work: 100,
    ...(given.previous ? { previous: given.previous } : {}),
  });
  return { given, made, plan: staffed({ given, problem }, made) };
};

describe('a plan of a frame', () => {
  test('puts nobody outside their hours, nobody in two places, and keeps rooms, maxima, couples and interpreters', async () => {
    let meetings = 0;
    let interpreted = 0;
    await fc.assert(
      fc.asyncProperty(frames, async (frame) => {
        const { given, made, plan } = await planOf(frame);
        expect(wrongs(frame, { problem: {} as never, ...given }, plan)).toEqual([]);
        // The planner's limits are exact: what it places always finds its interpreter.
        const exact = frame.interpreters.every(({ max }) => max === null);
        expect(plan.meetings.length).toBeGreaterThanOrEqual(exact ? made.meetings.length : 0);
        meetings += plan.meetings.length;
        interpreted += Object.keys(plan.interpreters).length;
      }),
      { numRuns: 150 },
    );
    expect(meetings).toBeGreaterThan(100);
    expect(interpreted).toBeGreaterThan(10);
  }, 120_000);

  test('leaves what stands where it is when it is based on it, and what has begun in any case', async () => {
    await fc.assert(
      fc.asyncProperty(frames, fc.nat(), async (frame, which) => {
        const first = await planOf(frame);
        const { slots } = slotsOfSessions(frame.sessions);
        const standing: StandingMeeting[] = first.plan.meetings.map(({ pair, slot, place }) => {
          const { talentId, organisationId, interviewerId, roleId } = first.given.pairs[pair]!;
          const { start, end } = slots[slot]!;
          const interpreterId = first.plan.interpreters[pair] ?? null;
          return {
            id: newId(),
            version: 1,
            talentId,
            organisationId,
            interviewerId,
            interpreterId,
            roleId,
            start,
            end,
            place,
            fixed: start <= '2026-10-24T13:00',
          };
        });
        const [off] = standing.splice(which % Math.max(standing.length, 1), 1);
        const lost = off ? [off.talentId, off.interviewerId ?? off.organisationId] : [];
        const calledOff = off ? [off] : [];
        const again = { ...frame, now: '2026-10-24T13:00:00.000Z', standing, calledOff };
        for (const frameAgain of [
          { ...again, lost },
          { ...again, lost: null },
        ]) {
          const second = await planOf(frameAgain);
          const slotOf = new Map(second.plan.meetings.map(({ pair, slot }) => [pair, slots[slot]!.start]));
          for (const { talentId, organisationId, interviewerId, start } of standing.filter(
            (each) => each.fixed,
          ))
            expect(slotOf.get(`${talentId} ${interviewerId ?? organisationId}`)).toBe(start);
          const changed = standing.filter(
            ({ talentId, organisationId, interviewerId, start }) =>
              slotOf.get(`${talentId} ${interviewerId ?? organisationId}`) !== start,
          );
          const touched = new Set(second.made.changes?.changed);
          for (const { talentId } of frameAgain.lost ? changed : []) expect([...touched]).toContain(talentId);
          for (const { talentId, organisationId } of calledOff)
            expect(second.given.leftOut).toContainEqual({ talentId, organisationId, reason: 'CALLED_OFF' });
          const free = second.plan.meetings.filter(({ pair }) => !second.given.pairs[pair]!.fixed);
          for (const { slot } of free) expect(slots[slot]!.start > again.now).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('a guarantee of an employer with several interviewers', () => {
  test('is shared out as evenly as each can take it', () => {
    expect(sharedOut(5, [10, 10])).toEqual([3, 2]);
    expect(sharedOut(5, [1, 10, 1])).toEqual([1, 3, 1]);
    expect(sharedOut(5, [1, 1])).toEqual([4, 1]);
    expect(sharedOut(0, [1])).toEqual([0]);
  });
});

test('sessions without a slot are nothing to plan', () => {
  expect(() => slotsOfSessions([])).toThrow(expect.objectContaining({ code: 'OCCASIONS_NOTHING_TO_PLAN' }));
});
