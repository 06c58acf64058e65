import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addTalent, testDatabase, type Owned, type TestDatabase } from '../testkit/index.ts';
import { builtProgram, type Program } from '../testkit/program.ts';
import {
  addHostOrganisation,
  addOccasion,
  joinEmployer,
  joinTalent,
  sessionInput,
  type StagedOccasion,
} from '../testkit/occasions.ts';
import {
  planningOver,
  PUBLISH,
  startServer,
  storyOver,
  TRADES,
  type Run,
  type ServerProcess,
} from '../testkit/stories.ts';

// Chapters are long, and machines shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// The story of the online event, at its worst moment: a real server, on a disk, is cut off while it publishes, when
// agendas, bookings, the run and the messages all change.
const folder = mkdtempSync(join(tmpdir(), 'tandem-story-'));
const EVENTS = 4;
let program: Program;
let park: Owned;
/** How long publishing takes, in milliseconds. */
let takes: number;
const people: Owned[] = [];
const staged: { event: StagedOccasion; run: Run }[] = [];
let database: TestDatabase | undefined;
let server: ServerProcess | undefined;
const there = () => storyOver(server!);
/** A day some weeks from now: the server goes by the real clock. */
const dayOf = (place: number) =>
  new Date(Date.now() + (40 + place) * 24 * 3_600_000).toISOString().slice(0, 10);
const restart = async (): Promise<void> => {
  server = await startServer(program, folder, database!.databaseUrl);
};
/** Of one event, what everybody reads in their agenda, and how often they were told of it. */
const known = (place: number) =>
  Promise.all(
    people.map(async (who) => ({
      meetings: (
        await there().all<{ id: string }>(who, 'myMeetings(filter: { occasionId: $id }, $page)', 'id', {
          types: ', $id: ID!',
          values: { id: staged[place]!.event.id },
        })
      ).map(({ id }) => id),
      told: (await there().told(who)).filter(
        ({ template, subject }) =>
          template === 'meetings.changed' && subject === `Your meetings at Event ${place}`,
      ).length,
    })),
  );
/** All of the plan, in the agendas of both sides, and told once to each. */
async function assertWhole(place: number): Promise<void> {
  const { placed } = await planningOver(server!).read(park, staged[place]!.run.id);
  const views = await known(place);
  const ids = views.flatMap(({ meetings }) => meetings);
  expect([new Set(ids).size, ids.length]).toEqual([placed, 2 * placed]);
  for (const { meetings, told } of views) expect(told).toBe(meetings.length > 0 ? 1 : 0);
}

beforeAll(async () => {
  program = builtProgram();
  database = await testDatabase();
  await restart();
});
afterAll(async () => {
  await server?.kill();
  await database?.drop();
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

test('four events wait, each with a plan that is ready', async () => {
  const tandem = server!;
  park = await addHostOrganisation(tandem);
  const [brings, seekers]: [{ employer: Owned; roleIds: string[] }[], Owned[]] = [[], []];
  for (let place = 0; place < EVENTS; place += 1) {
    const own = await addOccasion(tandem, {
      host: park,
      name: `Event ${place}`,
      startsOn: dayOf(place),
      endsOn: dayOf(place),
      sessions: [
        sessionInput({ date: dayOf(place), fromTime: '08:00', toTime: '18:00', minutes: 10, pause: 0 }),
      ],
    });
    for (let number = 0; number < 4; number += 1) {
      const { employer, roleIds } = await joinEmployer(tandem, own, brings[number] ?? {});
      brings[number] ??= { employer, roleIds };
    }
    for (let number = 0; number < 12; number += 1) {
      const cv = { language: 'en', text: `${TRADES[0].cv} Ward ${number}.` };
      const talent = seekers[number] ?? (await addTalent(tandem, { name: `Talent ${number}`, cv }));
      await joinTalent(tandem, own, { talent });
      seekers[number] ??= talent;
    }
    const run = await planningOver(tandem).run(park, own.id, { work: 10 });
    expect(run.placed).toBeGreaterThan(20);
    staged.push({ event: own, run });
  }
  people.push(...seekers, ...brings.map(({ employer }) => employer));
});

test('the first is published in peace, and is whole', async () => {
  const began = Date.now();
  await planningOver(server!).publish(park, staged[0]!.run);
  takes = Date.now() - began;
  await assertWhole(0);
});

test('the others are cut off by kill -9: all of the plan is there, or nothing, and nobody is told twice', async () => {
  const answers: boolean[] = [];
  for (const [place, share] of [
    [1, 0.3],
    [2, 0.8],
    [3, null],
  ] as const) {
    const { run } = staged[place]!;
    const answered = planningOver(server!)
      .publish(park, run)
      .then(
        () => true,
        () => false,
      );
    // In the midst of it; the last time in the instant at which the host has the answer, which has to last.
    await (share === null ? answered : new Promise((soon) => setTimeout(soon, takes * share)));
    await server!.kill();
    await restart();
    answers.push(await answered);
    const { state } = await planningOver(server!).read(park, run.id);
    expect((await answered) ? ['PUBLISHED'] : ['PUBLISHED', 'READY']).toContain(state);
    const before = state === 'READY' ? await known(place) : [];
    for (const view of before) expect(view).toEqual({ meetings: [], told: 0 });
    if (state === 'READY') await planningOver(server!).publish(park, run);
    await assertWhole(place);
    expect(await there().refusal(park, PUBLISH, { ...run })).toBe('DATABASE_CHANGED_MEANWHILE');
  }
  // Else the kills came too late to show anything.
  expect(answers).toContain(false);
});
