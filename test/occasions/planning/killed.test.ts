import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveConsent, mintDevelopmentToken, type Actor } from '../../../src/access/index.ts';
import { rows } from '../../../src/database/index.ts';
import { newId } from '../../../src/kernel/index.ts';
import {
  HostEntity,
  OccasionEntity,
  ParticipationEntity,
  PlanRunEntity,
  requestPlanRun,
  SessionEntity,
} from '../../../src/occasions/index.ts';
import { OrganisationEntity } from '../../../src/organisations/index.ts';
import { startService, tokenOptions, type Service } from '../../../src/service.ts';
import { createTalent } from '../../../src/talents/index.ts';
import {
  talentInput,
  TEST_MODEL,
  testDatabase,
  testSettings,
  type TestDatabase,
} from '../../testkit/index.ts';
import { builtProgram, type Program } from '../../testkit/program.ts';

const EMPLOYERS = 12;
const TALENTS = 60;
/** The program goes by the real clock, so the event lies far ahead. */
const DAY = '2090-01-09';

const folder = mkdtempSync(join(tmpdir(), 'tandem-killed-'));
let program: Program;
let database: TestDatabase | undefined;

beforeAll(async () => {
  program = builtProgram();
  database = await testDatabase();
}, 120_000);

afterAll(async () => {
  program?.remove();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => testSettings(folder, database?.databaseUrl);

async function withService<Result>(work: (service: Service) => Promise<Result>): Promise<Result> {
  const service = await startService(settings());
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** An event with a finished run, as it lies in the database. */
async function stage(service: Service): Promise<{ host: Actor; runId: string; version: number }> {
  const { em, now } = service.contextFor({ id: newId(), kind: 'operator' });
  const organisation = (name: string, kind: 'EMPLOYER' | 'HOST_PARK') =>
    em.create(OrganisationEntity, {
      id: newId(),
      name,
      kind,
      country: 'SE',
      region: null,
      employees: 20,
      representedById: null,
      withdrawnAt: null,
    });
  const park = organisation('Park', 'HOST_PARK');
  const employers = Array.from({ length: EMPLOYERS }, (_, i) => organisation(`Employer ${i}`, 'EMPLOYER'));
  const talents: { id: string }[] = [];
  for (let i = 0; i < TALENTS; i += 1) {
    const id = newId();
    const context = service.contextFor({ id, kind: 'talent' });
    await createTalent(context, talentInput({ name: `Talent ${i}` }));
    await giveConsent(service.contextFor({ id, kind: 'talent' }), id, 'MATCHING');
    talents.push({ id });
  }
  const occasion = em.create(OccasionEntity, {
    id: newId(),
    kind: 'EVENT',
    name: 'Event',
    summary: '',
    zone: 'Europe/Stockholm',
    startsOn: DAY,
    endsOn: DAY,
    state: 'OPEN',
    employerSeats: null,
    talentSeats: null,
    employerAdmission: 'AUTOMATIC',
    talentAdmission: 'AUTOMATIC',
    linkTemplate: null,
  });
  await em.flush();
  em.create(HostEntity, { id: newId(), occasionId: occasion.id, organisationId: park.id, leads: true });
  em.create(SessionEntity, {
    id: newId(),
    occasionId: occasion.id,
    legId: null,
    zone: 'Europe/Stockholm',
    date: DAY,
    fromTime: '09:00',
    toTime: '17:00',
    minutes: 20,
    pause: 0,
    places: null,
  });
  const takesPart = (side: 'EMPLOYER' | 'TALENT', id: string) =>
    em.create(ParticipationEntity, {
      id: newId(),
      occasionId: occasion.id,
      side,
      organisationId: side === 'EMPLOYER' ? id : null,
      talentId: side === 'TALENT' ? id : null,
      hostId: null,
      state: 'ADMITTED',
      askedAt: now,
      reason: null,
      packageId: null,
      feeAmount: null,
      feeCurrency: null,
      roleIds: [],
      availability: null,
      meetingsMin: 0,
      meetingsMax: null,
      meetingsPerDay: null,
    });
  for (const { id } of employers) takesPart('EMPLOYER', id);
  for (const { id } of talents) takesPart('TALENT', id);
  await em.flush();
  const host: Actor = { id: newId(), kind: 'organiser', organisationId: park.id };
  const wishes = employers.flatMap((employer, e) =>
    talents.map((talent, t) => ({
      talentId: talent.id,
      organisationId: employer.id,
      value: ((e * 7 + t * 3) % 10) / 10,
    })),
  );
  const { id } = await requestPlanRun(service.contextFor(host), occasion.id, null, { wishes, work: 20 });
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const run = await service.contextFor(host).em.findOneOrFail(PlanRunEntity, { id });
    if (run.state === 'READY') return { host, runId: id, version: run.version };
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error('the run did not end');
}

/** What the database holds of the publication, read after the program has let go of it. */
const stored = (runId: string) =>
  withService(async (service) => {
    const [found] = await rows<Record<'state' | 'meetings' | 'bookings' | 'messages' | 'audited', string>>(
      service.contextFor({ id: newId(), kind: 'operator' }).em,
      `SELECT state,
         (SELECT count(*) FROM meetings)::text AS meetings,
         (SELECT count(*) FROM bookings)::text AS bookings,
         (SELECT count(*) FROM messages)::text AS messages,
         (SELECT count(*) FROM audit_records WHERE action IN ('meeting:book', 'plan:publish'))::text AS audited
       FROM plan_runs WHERE id = ?`,
      [runId],
    );
    return found!;
  });

/** Publishes over HTTP, and kills the program after so many milliseconds. */
async function publish(
  { host, runId, version }: Awaited<ReturnType<typeof stage>>,
  killAfter: number | null,
) {
  const child = program.start(['serve'], {
    TANDEM_DATA_DIR: folder,
    TANDEM_PORT: '0',
    TANDEM_LOG_LEVEL: 'silent',
    EMBEDDING_MODEL: TEST_MODEL,
    ...(database?.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}),
  });
  for (const end = Date.now() + 60_000; !child.said.out.includes('listens') && Date.now() < end;)
    await new Promise((soon) => setTimeout(soon, 20));
  const url = /http:\S+/.exec(child.said.out)?.[0];
  if (!url) throw new Error(`the program did not start: ${child.said.err}`);
  const token = await mintDevelopmentToken(tokenOptions(settings()), host, new Date());
  const answer = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation ($id: ID!, $version: Int!) { publishPlanRun(id: $id, version: $version) { state publication { added } } }`,
      variables: { id: runId, version },
    }),
  })
    .then((response) => response.json() as Promise<unknown>)
    .catch(() => null);
  if (killAfter !== null) await new Promise((soon) => setTimeout(soon, killAfter));
  else await answer;
  child.kill('SIGKILL');
  await once(child, 'close');
  return answer;
}

test('a publication that is killed has happened or not, and nobody is told twice', async () => {
  const staged = await withService(stage);
  const before = await stored(staged.runId);
  expect(before).toMatchObject({ state: 'READY', meetings: '0', bookings: '0', messages: '0' });
  let cut = 0;
  for (const killAfter of [60, 200, 400]) {
    const answer = await publish(staged, killAfter);
    const found = await stored(staged.runId);
    if (found.state === 'PUBLISHED') break;
    expect(answer).toBeNull();
    expect(found).toEqual(before);
    cut += 1;
  }
  expect(cut).toBeGreaterThan(0);
  const meetings = EMPLOYERS * 24;
  // Whether it went through with the last kill or goes through now, it is there once.
  await publish(staged, null);
  expect(await stored(staged.runId)).toEqual({
    state: 'PUBLISHED',
    meetings: String(meetings),
    bookings: String(2 * meetings),
    messages: String(EMPLOYERS + TALENTS),
    audited: String(meetings + 1),
  });
}, 240_000);
