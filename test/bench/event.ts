// `npm run bench:event`: the days before an online event. 500 talents and 60 employers register, look around, ask one
// another for meetings and accept, over HTTP; afterwards the invariants are counted in the database.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '../../src/access/index.ts';
import { progressBar } from '../../src/cli/progress-bar.ts';
import { derivedId } from '../../src/kernel/index.ts';
import { readSettings } from '../../src/settings.ts';
import { randomFrom, pick, shuffle } from '../../src/planner/random.ts';
import { employerInput, roleInput, talentInput } from '../testkit/samples.ts';
import { BenchClient } from './event/client.ts';
import { population } from './population.ts';
import { startServer, type AskedServer } from './ranking/asked-server.ts';
import { percentile } from './ranking/figures.ts';

const { values: options } = parseArgs({
  options: {
    talents: { type: 'string', default: '500' },
    employers: { type: 'string', default: '60' },
    operations: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
  },
});
const TALENTS = Number(options.talents);
const EMPLOYERS = Number(options.employers);
const OPERATIONS = Number(options.operations);
const AT_ONCE = 8;
const SEATS = TALENTS - Math.ceil(TALENTS / 50);

const OPERATOR: Actor = { id: derivedId('bench', 'operator'), kind: 'operator' };
const random = randomFrom(20_261_122);
const people = population({ talents: TALENTS, roles: EMPLOYERS });
const [CVS, ROLES] = [[...people.talents], [...people.roles]];

interface Employer {
  actor: Actor;
  organisationId: string;
  roleId: string;
}

/** What the client believes to have happened, to be found again in the database. */
const believed = { asked: new Set<string>(), declined: 0 };

/** Runs the work, so many at a time, in its order. */
async function atOnce<Item>(items: readonly Item[], title: string, work: (item: Item) => Promise<void>) {
  const bar = progressBar(title);
  let next = 0;
  let done = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let at = next++; at < items.length; at = next++) {
        await work(items[at]!);
        bar.update(++done, items.length);
      }
    }),
  );
  bar.end();
}

async function openEvent(client: BenchClient): Promise<{ host: Actor; eventId: string }> {
  const park = await client.ask<{ createOrganisation: { id: string } }>(
    OPERATOR,
    'set up',
    `mutation ($input: OrganisationInput!) { createOrganisation(input: $input) { id } }`,
    { input: employerInput({ name: 'Bench Science Park', kind: 'HOST_PARK' }) },
  );
  const host: Actor = {
    id: derivedId('bench', 'host'),
    kind: 'organiser',
    organisationId: park!.createOrganisation.id,
  };
  const made = await client.ask<{ createOccasion: { id: string; version: number } }>(
    host,
    'set up',
    `mutation ($input: OccasionInput!) { createOccasion(input: $input) { id version } }`,
    {
      input: {
        kind: 'EVENT',
        name: 'Bench Days',
        summary: 'Meetings online.',
        zone: 'Europe/Stockholm',
        startsOn: '2027-03-08',
        endsOn: '2027-03-10',
        talentSeats: SEATS,
        linkTemplate: 'https://meet.example.org/{meeting}',
      },
    },
  );
  const { id } = made!.createOccasion;
  const set = await client.ask<{ setSessions: { version: number } }>(
    host,
    'set up',
    `mutation ($id: ID!, $version: Int!, $sessions: [SessionInput!]!) {
      setSessions(occasionId: $id, version: $version, sessions: $sessions) { version } }`,
    {
      id,
      version: made!.createOccasion.version,
      sessions: ['2027-03-08', '2027-03-09', '2027-03-10'].map((date) => ({
        zone: 'Europe/Stockholm',
        date,
        fromTime: '09:00',
        toTime: '13:00',
        minutes: 20,
        pause: 10,
      })),
    },
  );
  await client.ask(
    host,
    'set up',
    `mutation ($id: ID!, $version: Int!) { advanceOccasion(id: $id, version: $version, move: open) { state } }`,
    { id, version: set!.setSessions.version },
  );
  return { host, eventId: id };
}

async function registerEmployer(client: BenchClient, eventId: string, n: number): Promise<Employer> {
  const role = ROLES[n]!;
  const organisation = await client.ask<{ createOrganisation: { id: string } }>(
    OPERATOR,
    'register an employer',
    `mutation ($input: OrganisationInput!) { createOrganisation(input: $input) { id } }`,
    { input: employerInput({ name: `Bench Employer ${n}` }) },
  );
  const organisationId = organisation!.createOrganisation.id;
  const actor: Actor = { id: derivedId('bench', `employer ${n}`), kind: 'employer', organisationId };
  const created = await client.ask<{ createRole: { id: string } }>(
    actor,
    'create a role',
    `mutation ($input: RoleInput!) { createRole(input: $input) { id } }`,
    { input: roleInput(organisationId, { title: role.data.title, description: role.data.description }) },
  );
  const roleId = created!.createRole.id;
  await client.ask(
    actor,
    'join as an employer',
    `mutation ($eventId: ID!, $organisationId: ID!, $roleIds: [ID!]!) {
      joinOccasion(occasionId: $eventId, organisationId: $organisationId, input: { roleIds: $roleIds }) { state } }`,
    { eventId, organisationId, roleIds: [roleId] },
  );
  return { actor, organisationId, roleId };
}

async function registerTalent(
  client: BenchClient,
  eventId: string,
  actor: Actor,
  n: number,
): Promise<boolean> {
  const talent = CVS[n]!;
  await client.ask(
    actor,
    'register a talent',
    `mutation ($input: TalentInput!) { createTalent(input: $input) { id } }`,
    { input: talentInput({ name: `Bench Talent ${n}`, cv: talent.data.cv }) },
  );
  await client.ask(actor, 'consent', `mutation { giveConsent(purpose: MATCHING) { id } }`);
  const applied = await client.ask<{ applyToOccasion: { state: string } }>(
    actor,
    'apply as a talent',
    `mutation ($eventId: ID!) { applyToOccasion(occasionId: $eventId, input: {}) { state } }`,
    { eventId },
  );
  return applied?.applyToOccasion.state === 'ADMITTED';
}

interface Listed {
  interests: { edges: { node: { id: string; version: number; state: string; askedBy: string } }[] };
}

/** One thing that somebody does in the days before the event. */
async function actOnce(
  client: BenchClient,
  eventId: string,
  talents: readonly Actor[],
  employers: readonly Employer[],
): Promise<void> {
  const talent = talents[pick(random, talents.length)]!;
  const employer = employers[pick(random, employers.length)]!;
  const byTalent = random() < 0.7;
  const actor = byTalent ? talent : employer.actor;
  const draw = random();
  if (draw < 0.15)
    await client.ask(
      actor,
      'look at the event',
      `query ($id: ID!) { occasion(id: $id) { name startsOn endsOn state } }`,
      {
        id: eventId,
      },
    );
  else if (draw < 0.3)
    await client.ask(
      actor,
      'look at a role',
      `query ($id: ID!) { role(id: $id) { title city salary { min max currency } employer { name } } }`,
      { id: employer.roleId },
    );
  else if (draw < 0.65) {
    const asked = await client.ask<{ askForMeeting: { id: string } }>(
      actor,
      'ask for a meeting',
      `mutation ($eventId: ID!, $input: AskInput!) { askForMeeting(eventId: $eventId, input: $input) { id state } }`,
      {
        eventId,
        input: byTalent
          ? { organisationId: employer.organisationId, roleId: employer.roleId }
          : { talentId: talent.id },
      },
    );
    if (asked) believed.asked.add(asked.askForMeeting.id);
  } else {
    const own = await client.ask<Listed>(
      actor,
      'list requests',
      `query ($eventId: ID!) { interests(eventId: $eventId, first: 20, filter: { states: [ASKED] }) {
        edges { node { id version state askedBy employer { name } } } } }`,
      { eventId },
    );
    const open = own?.interests.edges.find(
      ({ node }) => node.askedBy !== (byTalent ? 'TALENT' : 'EMPLOYER'),
    )?.node;
    if (!open) return;
    const said = random() < 0.6 ? 'ACCEPT' : 'DECLINE';
    const answered = await client.ask(
      actor,
      said === 'ACCEPT' ? 'accept' : 'decline',
      `mutation ($id: ID!, $version: Int!, $said: InterestAnswer!) { answerInterest(id: $id, version: $version, answer: $said) { state } }`,
      { id: open.id, version: open.version, said },
    );
    if (answered && said === 'DECLINE') believed.declined += 1;
  }
}

interface Planned {
  /** Seconds until the request was answered, and until the run was ready. */
  asked: number;
  ready: number;
  placed: number;
  gap: number;
}

/** A host asks for a run of ten seconds. */
async function planOnce(client: BenchClient, host: Actor, eventId: string): Promise<Planned> {
  const began = performance.now();
  const asked = await client.ask<{ planEvent: { id: string } }>(
    host,
    'ask for a plan',
    `mutation ($eventId: ID!) { planEvent(eventId: $eventId, input: { seconds: 10 }) { id } }`,
    { eventId },
  );
  const answered = performance.now();
  for (;;) {
    const read = await client.ask<{
      planRun: { state: string; placed: number; gap: number; failure: string };
    }>(host, 'look at the plan', `query ($id: ID!) { planRun(id: $id) { state placed gap failure } }`, {
      id: asked!.planEvent.id,
    });
    const { state, placed, gap, failure } = read!.planRun;
    if (state === 'FAILED') throw new Error(`The run failed: ${failure}`);
    if (state === 'READY')
      return {
        asked: (answered - began) / 1000,
        ready: (performance.now() - began) / 1000,
        placed,
        gap,
      };
    await new Promise((pause) => setTimeout(pause, 200));
  }
}

/** What must hold in the database, each with a statement that counts what breaks it. */
const INVARIANTS: Readonly<Record<string, string>> = {
  'talents admitted beyond the seats': `SELECT greatest(count(*) - ${SEATS}, 0) AS broken FROM participations WHERE side = 'TALENT' AND state = 'ADMITTED'`,
  'talents who wait while a seat is free': `SELECT CASE WHEN (SELECT count(*) FROM participations WHERE side = 'TALENT' AND state = 'ADMITTED') < ${SEATS} THEN (SELECT count(*) FROM participations WHERE side = 'TALENT' AND state = 'WAITING') ELSE 0 END AS broken`,
  'pairs with two interests': `SELECT count(*) AS broken FROM (SELECT FROM interests GROUP BY occasion_id, talent_id, organisation_id HAVING count(*) > 1) AS twice`,
  'talents with more open requests than allowed': `SELECT count(*) AS broken FROM (SELECT FROM interests WHERE state = 'ASKED' AND asked_by = 'TALENT' GROUP BY talent_id HAVING count(*) > 20) AS many`,
  'interests of people who do not take part': `SELECT count(*) AS broken FROM interests WHERE NOT EXISTS (SELECT FROM participations WHERE participations.occasion_id = interests.occasion_id AND participations.talent_id = interests.talent_id AND state = 'ADMITTED')`,
  'interests without a record of asking': `SELECT count(*) AS broken FROM interests WHERE NOT EXISTS (SELECT FROM audit_records WHERE subject_id = interests.id AND action = 'interest:ask')`,
  'changes told twice to one recipient': `SELECT count(*) AS broken FROM (SELECT FROM messages GROUP BY recipient_id, change HAVING count(*) > 1) AS twice`,
  'interests of which nobody was told': `SELECT count(*) AS broken FROM interests WHERE NOT EXISTS (SELECT FROM messages WHERE change LIKE 'interest ' || interests.id || ' %')`,
};

async function brokenInvariants(server: AskedServer): Promise<Record<string, number>> {
  const broken: Record<string, number> = {};
  for (const [name, statement] of Object.entries(INVARIANTS)) {
    const [row] = await server.ask<{ broken: string }[]>({ ask: 'rows', statement });
    broken[name] = Number(row!.broken);
  }
  const [counted] = await server.ask<Record<string, string>[]>({
    ask: 'rows',
    statement: `SELECT (SELECT count(*) FROM interests) AS asked,
      (SELECT count(*) FROM audit_records WHERE action = 'interest:answer' AND detail->>'move' = 'decline') AS declined`,
  });
  broken['interests that the clients did not make, or the reverse'] = Math.abs(
    Number(counted!['asked']) - believed.asked.size,
  );
  broken['refusals that the clients did not send, or the reverse'] = Math.abs(
    Number(counted!['declined']) - believed.declined,
  );
  return broken;
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-event-'));
const databaseUrl = process.env['DATABASE_URL'];
const variables = {
  TANDEM_DATA_DIR: folder,
  TANDEM_PORT: '0',
  TANDEM_LOG_LEVEL: 'warn',
  TANDEM_RATE_LIMIT: '10000000',
  EMBEDDING_MODEL: 'tandem-static',
  ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
};
const server = await startServer(variables);
try {
  const client = new BenchClient(server.url, readSettings(variables), AT_ONCE);
  const { eventId, host } = await openEvent(client);
  const began = performance.now();
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
  const employers: Employer[] = [];
  await atOnce(numbers(EMPLOYERS), 'employers register', async (n) => {
    employers.push(await registerEmployer(client, eventId, n));
  });
  const talents: Actor[] = [];
  await atOnce(shuffle(numbers(TALENTS), random), 'talents register', async (n) => {
    const actor: Actor = { id: derivedId('bench', `talent ${n}`), kind: 'talent' };
    if (await registerTalent(client, eventId, actor, n)) talents.push(actor);
  });
  const registered = performance.now();
  const before = client.timed.length;
  await atOnce(numbers(OPERATIONS), 'asking and answering', () =>
    actOnce(client, eventId, talents, employers),
  );
  const seconds = (performance.now() - registered) / 1000;
  const planned = await planOnce(client, host, eventId);
  const broken = await brokenInvariants(server);
  client.close();

  const { timed } = client;
  const figures = [...Map.groupBy(timed, ({ operation }) => operation)].map(([operation, all]) => ({
    operation,
    count: all.length,
    refused: all.filter(({ refused }) => refused !== undefined).length,
    codes: [...new Set(all.flatMap(({ refused }) => refused ?? []))],
    p50: percentile(
      all.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    p95: percentile(
      all.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
  }));
  const all = timed.map(({ milliseconds }) => milliseconds);
  const summary = {
    database: databaseUrl ? 'PostgreSQL' : 'PGlite',
    requests: timed.length,
    registering: { seconds: (registered - began) / 1000 },
    asking: { requests: timed.length - before, seconds, perSecond: (timed.length - before) / seconds },
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    operations: figures,
    planned,
    broken,
  };
  process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : inWords(summary));
  if (Object.values(broken).some((count) => count > 0)) process.exitCode = 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

function inWords(summary: {
  database: string;
  requests: number;
  registering: { seconds: number };
  asking: { requests: number; seconds: number; perSecond: number };
  p50: number;
  p95: number;
  operations: readonly {
    operation: string;
    count: number;
    refused: number;
    codes: readonly string[];
    p50: number;
    p95: number;
  }[];
  planned: Planned;
  broken: Record<string, number>;
}): string {
  const { asking, planned, registering } = summary;
  return [
    `${TALENTS} talents, ${EMPLOYERS} employers, ${summary.requests} requests, ${AT_ONCE} at a time, ${summary.database}, ${availableParallelism()} cores (load ${loadavg()[0]!.toFixed(1)}), Node ${process.versions.node}`,
    `registering ${registering.seconds.toFixed(0)} s; then ${asking.requests} requests in ${asking.seconds.toFixed(0)} s: ${asking.perSecond.toFixed(0)} a second; p50 ${summary.p50.toFixed(0)} ms, p95 ${summary.p95.toFixed(0)} ms`,
    `a run of ten seconds asked for in ${planned.asked.toFixed(1)} s, ready after ${planned.ready.toFixed(1)} s: ${planned.placed} meetings, gap ${(planned.gap * 100).toFixed(2)} %`,
    '',
    '| operation | requests | refused | p50 | p95 |',
    '|---|---|---|---|---|',
    ...summary.operations.map(
      ({ operation, count, refused, codes, p50, p95 }) =>
        `| ${operation} | ${count} | ${refused > 0 ? `${refused} (${codes.join(', ')})` : 0} | ${p50.toFixed(1)} ms | ${p95.toFixed(1)} ms |`,
    ),
    '',
    '| must not be in the database | found |',
    '|---|---|',
    ...Object.entries(summary.broken).map(([name, count]) => `| ${name} | ${count} |`),
    '',
  ].join('\n');
}
