import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { mintDevelopmentToken } from '../../src/access/index.ts';
import { EXAMPLE_QUERIES } from '../../src/api/example-queries.ts';
import { LARGEST_BODY } from '../../src/api/limits.ts';
import { translateFailure } from '../../src/api/translate-failure.ts';
import { newId } from '../../src/kernel/index.ts';
import { tokenOptions } from '../../src/service.ts';
import { addEmployer, addRole, addTandem, OPERATOR, useApi, type Owned } from '../testkit/index.ts';
import { everyDay, stageEvent, takePart } from '../testkit/planned-event.ts';

const api = useApi();

/** An event in which the two take part, and the talent asks the employer for a meeting. */
async function runningEvent(employer: Owned, roleId: string, talent: Owned) {
  const staged = await stageEvent(api);
  await takePart(api, staged, employer, { roleIds: [roleId] });
  await takePart(api, staged, talent, { availability: everyDay('Europe/Stockholm', '08:00', '18:00') });
  const eventId = staged.occasion.id;
  const asked = await api.ask(
    talent,
    `mutation ($eventId: ID!, $organisationId: ID!) {
      askForMeeting(eventId: $eventId, input: { organisationId: $organisationId }) { state }
    }`,
    { eventId, organisationId: employer.rowId },
  );
  expect(asked.errors).toBeUndefined();
  return { eventId, host: staged.host };
}

describe('a request', () => {
  test('without a token may do nothing', async () => {
    const { status, errors } = await api.ask(null, `{ roles { edges { cursor } } }`);
    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_UNAUTHENTICATED');
  });

  test.each(['Bearer nonsense', 'Basic abc', 'Bearer'])(
    'with the header "%s" is refused',
    async (authorization) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('nonsense');
    },
  );

  test('that asks for what is not there is told so, with what to do', async () => {
    const { status, errors } = await api.ask(OPERATOR, `{ rolls { id } }`);
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('Did you mean "role'),
      extensions: { code: 'API_QUERY_INVALID', remedy: expect.stringContaining('schema.graphql') },
    });
  });

  test.each(['{ roles(', 'not graphql', ''])('that is no query is refused: "%s"', async (query) => {
    const { status, errors } = await api.ask(OPERATOR, query);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('API_QUERY_INVALID');
  });

  test.each([{}, { id: null }, { id: ['a'] }])(
    'with variables that do not fit is refused: %j',
    async (variables) => {
      const { status, errors } = await api.ask(
        OPERATOR,
        `query ($id: ID!) { role(id: $id) { id } }`,
        variables,
      );
      expect(status).toBe(400);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('$id'),
        extensions: { code: 'API_QUERY_INVALID' },
      });
    },
  );

  test('that is no JSON is refused', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'API_QUERY_INVALID' } }] });
  });

  test('with a cursor of another list is refused with its path', async () => {
    const { errors } = await api.ask(OPERATOR, `{ roles(after: "WzFd") { edges { cursor } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'PAGE_INVALID_CURSOR', path: ['after'] });
  });
});

describe('limits', () => {
  test('on depth', async () => {
    const nested = 'edges { node { employer { id } } }'.replace(
      'id',
      '... on Organisation { '.repeat(14) + 'id' + ' }'.repeat(14),
    );
    const { status, errors } = await api.ask(OPERATOR, `{ roles { ${nested} } }`);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('API_QUERY_TOO_DEEP');
  });

  test('on cost', async () => {
    const roles = Array.from(
      { length: 12 },
      (_, i) => `r${i}: roles(first: 100) { edges { node { id title description { text } } } }`,
    );
    const { status, errors } = await api.ask(OPERATOR, `{ ${roles.join(' ')} }`);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('API_QUERY_TOO_COSTLY');
  });

  test('on how often one request ranks a pool, and on what counts it', async () => {
    const roleId = '7c1f7f0e-3f53-4a53-9a52-0d3a4f5f6a01';
    for (const field of [
      'rankedCandidates(roleId: $roleId, first: 1) { considered }',
      'candidateFacets(roleId: $roleId) { total }',
      'whatIfs(roleId: $roleId) { count }',
    ]) {
      const asked = (times: number) =>
        api.ask(
          OPERATOR,
          `query ($roleId: ID!) { ${Array.from({ length: times }, (_, n) => `a${n}: ${field}`).join(' ')} }`,
          { roleId },
        );
      expect((await asked(7)).errors?.[0]?.extensions.code).not.toBe('API_QUERY_TOO_COSTLY');
      expect((await asked(8)).errors?.[0]?.extensions.code).toBe('API_QUERY_TOO_COSTLY');
    }
  });

  test('on cost, also beside a field whose `first` is no number', async () => {
    const roles = Array.from(
      { length: 12 },
      (_, i) => `r${i}: roles(first: 100) { edges { node { id title description { text } } } }`,
    );
    const { errors } = await api.ask(
      OPERATOR,
      `{ comparePlanRuns(first: "a", second: "b") { __typename } ${roles.join(' ')} }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('API_QUERY_TOO_COSTLY');
  });

  test('let a page of 100 candidates with every field through', async () => {
    const employer = await addEmployer(api);
    const roleId = await addRole(api, employer);
    await api.embedAll();
    const { errors } = await api.ask(
      employer,
      `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 100) { considered modelId edges { cursor node {
        score parts { vector text conditions wishes } conditions { condition verdict reason }
        talent { id country region citizenship rightToWorkIn segment languages { language level } earliestStart
          relocate wishedRegions wishedEngagements household { partner children } version } } } } }`,
      { roleId },
    );
    expect(errors).toBeUndefined();
  });

  test('on the size of a body', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ __typename } #${'x'.repeat(LARGEST_BODY)}` }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'API_BODY_TOO_LARGE' } }] });
  });
});

test('no answer may be kept on the way', async () => {
  for (const query of ['{ __typename }', '{ nothing }']) {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
});

describe('health', () => {
  test('of the process and of what it stands on', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${api.url}/readyz`)).json()).toMatchObject({
      status: 'ready',
      model: api.service.embedder.id,
    });
  });
});

describe('GraphiQL', () => {
  test('is served from the package itself', async () => {
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:\/\//);
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) expect((await fetch(`${api.url}${file}`)).status).toBe(200);
  });

  const script = async (headers: Record<string, string> = {}) =>
    (await fetch(`${api.url}/graphiql/start.js`, { headers })).text();

  test('has a tab with a token for each audience', async () => {
    expect((await script()).match(/authorization/g)).toHaveLength(EXAMPLE_QUERIES.length);
  });

  test('gives no token to another site that includes it', async () => {
    expect(await script({ 'sec-fetch-site': 'cross-site' })).not.toContain('authorization');
  });

  test('has examples that the API answers', async () => {
    const employer = await addEmployer(api);
    const roleId = await addRole(api, employer);
    const { inviter: talent } = await addTandem(api);
    await api.embedAll();
    const { eventId, host } = await runningEvent(employer, roleId, talent);
    const actors = { employer, talent, organiser: host, operator: OPERATOR };
    for (const { audience, query } of EXAMPLE_QUERIES) {
      const token = await mintDevelopmentToken(
        tokenOptions(api.service.settings),
        actors[audience],
        new Date(),
      );
      for (const [, operationName] of query.matchAll(/^(?:query|mutation) (\w+)/gm)) {
        const response = await fetch(`${api.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, operationName, variables: { roleId, eventId } }),
        });
        expect(await response.json(), operationName).not.toHaveProperty('errors');
      }
    }
  });
});

test('a text that no database keeps is refused, not a defect', async () => {
  const { status, errors } = await api.ask(
    OPERATOR,
    `query ($filter: TalentFilter) { talents(filter: $filter) { edges { cursor } } }`,
    { filter: { country: 'S\u0000' } },
  );
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions.code).toBe('API_QUERY_INVALID');
});

test('a defect leaves only a reference, under which the log has the cause', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const answer = translateFailure({ message: 'row of Ada' }, new Error('row of Ada'), log);
  expect(answer.extensions).toMatchObject({ code: 'API_UNEXPECTED', status: 500 });
  const [reference] = /[0-9a-f-]{36}/.exec(answer.message)!;
  expect(JSON.stringify(answer)).not.toContain('Ada');
  expect(lines.join('')).toContain(reference);
});

test('the API is not served to a token of nobody known', async () => {
  const { errors } = await api.ask({ id: newId(), kind: 'talent' }, `{ matchedRoles { considered } }`);
  expect(errors?.[0]?.extensions.code).toBe('TALENTS_UNKNOWN');
});
