import { COSTLIEST } from '../../../src/api/limits.ts';
import { POOL_COST } from '../../../src/graph/index.ts';
import type { RoleMember } from '../population.ts';
import type { AskedServer } from './asked-server.ts';
import type { Client } from './client.ts';
import { RANKED_CANDIDATES } from './statements.ts';

/** Each is asked so many times, and the slowest counts. */
const TIMES = 5;
/** What a role may hold at most: see `roleData` and `LONGEST_TEXT`. */
const MOST_SKILLS = 40;
const LONGEST_SKILL = 120;
const LONGEST_TEXT = 200_000;
/** A role is read in the background; a long one in seconds. */
const PATIENCE_MS = 120_000;

/** A query made to be slow, and the milliseconds that the slowest of its askings took. */
export interface Slowest {
  what: string;
  milliseconds: number;
}

/** What an employer who means harm, or has a strange role, can ask for within the limits of the API. */
export async function adversarial(
  server: AskedServer,
  client: Client,
  token: string,
  role: RoleMember,
  progress: (done: number, all: number) => void,
): Promise<Slowest[]> {
  const monster = await createMonster(server, client, token, role);
  const inOne = (field: string, count: number): string =>
    `query ($roleId: ID!) { ${Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ')} }`;
  const asMany = Math.floor(COSTLIEST / (POOL_COST + 20));
  const counted = 'candidateFacets(roleId: $roleId) { total countries { territory count } }';
  const whatIf = 'whatIfs(roleId: $roleId) { change count }';
  const cases: { what: string; query: string; roleId?: string }[] = [
    {
      what: 'a role of 80 long skills of common words and 200,000 characters',
      query: RANKED_CANDIDATES,
      roleId: monster,
    },
    {
      what: `${asMany} rankings in one query`,
      query: inOne('rankedCandidates(roleId: $roleId, first: 1) { considered }', asMany),
    },
    { what: `${asMany} times the facets in one query`, query: inOne(counted, asMany) },
    { what: `${asMany} times the what-ifs in one query`, query: inOne(whatIf, asMany) },
    { what: 'the what-ifs of that role', query: inOne(whatIf, 1), roleId: monster },
    { what: 'a filter that nobody passes', query: filtered('{ country: "AQ" }') },
    { what: 'a filter that few pass', query: filtered('{ language: { language: "sv", level: C2 } }') },
    { what: 'everybody, whatever fails', query: filtered('{ includeExcluded: true }') },
    {
      what: 'the order that spreads attention',
      query: RANKED_CANDIDATES.replace('first:', 'order: SPREAD, first:'),
    },
    {
      what: 'a search for a concept by 200 letters',
      query: `query ($roleId: ID!) { role(id: $roleId) { id } concepts(search: "${'systemsjukskoterskeutvecklare '.repeat(7).slice(0, 200)}") { concept { id } } }`,
    },
  ];
  const slowest: Slowest[] = [];
  for (const [n, { what, query, roleId = role.id }] of cases.entries()) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1)
      times.push((await client.ask(token, query, { roleId })).milliseconds);
    slowest.push({ what, milliseconds: Math.max(...times) });
    progress(n + 1, cases.length);
  }
  await client.ask(token, 'mutation ($roleId: ID!) { withdrawRole(id: $roleId) { id } }', {
    roleId: monster,
  });
  return slowest;
}

const filtered = (filter: string): string => RANKED_CANDIDATES.replace('first:', `filter: ${filter}, first:`);

/** The role with the most of everything, made of the words that most CVs share among those that are looked for. */
async function createMonster(
  server: AskedServer,
  client: Client,
  token: string,
  { data }: RoleMember,
): Promise<string> {
  const common = await server.ask<{ word: string }[]>({
    ask: 'rows',
    statement: `SELECT word FROM search_terms WHERE rarity > 0 GROUP BY word ORDER BY min(rarity), word LIMIT 1000`,
  });
  const words = common.map(({ word }) => word);
  const skill = (from: number): string => {
    let text = words[from % words.length]!;
    for (let n = from + 1; text.length + 1 + words[n % words.length]!.length <= LONGEST_SKILL; n += 1)
      text += ` ${words[n % words.length]}`;
    return text;
  };
  const skills = (from: number) => Array.from({ length: MOST_SKILLS }, (_, n) => skill(from + 7 * n));
  const sentences = words
    .map((word) => `You have experience of ${word}, and will work with ${word} every day.`)
    .join(' ');
  const created = await client.ask<{ createRole: { id: string } }>(
    token,
    'mutation ($input: RoleInput!) { createRole(input: $input) { id } }',
    {
      input: {
        employerId: data.employerId,
        title: skill(0),
        country: data.country,
        sector: data.sector,
        engagement: data.engagement,
        mustHave: skills(0),
        niceToHave: skills(300),
        description: { language: 'en', text: sentences.repeat(40).slice(0, LONGEST_TEXT) },
      },
    },
  );
  const { id } = created.data.createRole;
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const isRead = await client.ask(token, RANKED_CANDIDATES, { roleId: id }).then(
      () => true,
      (failure: Error) => {
        if (!failure.message.includes('MATCHING_NOT_YET_EMBEDDED') || performance.now() > until)
          throw failure;
        return false;
      },
    );
    if (isRead) return id;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
