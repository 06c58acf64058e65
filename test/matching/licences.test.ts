import { beforeAll, describe, expect, test } from 'vitest';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
const CANDIDATES = `query ($roleId: ID!, $filter: CandidateFilter) {
  rankedCandidates(roleId: $roleId, first: 50, filter: $filter) {
    edges { node { conditions { condition verdict reason } talent { id } } }
  }
}`;
const ROLES = `{ matchedRoles(first: 50) { edges { node { conditions { condition verdict } role { id } } } } }`;

interface Candidates {
  rankedCandidates: {
    edges: { node: { conditions: { condition: string; verdict: string }[]; talent: { id: string } } }[];
  };
}
interface Roles {
  matchedRoles: { edges: { node: { role: { id: string } } }[] };
}

let employer: Owned;
const talents: Record<string, Owned> = {};
const roles: Record<string, string> = {};

beforeAll(async () => {
  employer = await addEmployer(api);
  const licensed = (country: string, status: string, validUntil: string | null = null) => ({
    licences: [{ profession: '2221', country, status, validUntil }],
  });
  for (const [name, changes] of Object.entries({
    held: licensed('SE', 'HELD'),
    'held until spring': licensed('SE', 'HELD', '2027-03-31'),
    applied: licensed('SE', 'APPLIED'),
    finnish: licensed('FI', 'HELD'),
    silent: {},
  }))
    talents[name] = await addTalent(api, changes);
  for (const needed of ['HELD', 'OBTAINABLE'])
    roles[needed] = await addRole(api, employer, { licence: { profession: '2221', needed } });
  await api.embedAll();
});

/** The names of the candidates with the verdict on their licence. */
async function candidates(role: string, filter = {}): Promise<Record<string, string>> {
  const { data } = await api.ask<Candidates>(employer, CANDIDATES, { roleId: roles[role], filter });
  const nameOf = (id: string) => Object.entries(talents).find(([, talent]) => talent.id === id)![0];
  return Object.fromEntries(
    data.rankedCandidates.edges.map(({ node: { talent, conditions } }) => [
      nameOf(talent.id),
      conditions.find(({ condition }) => condition === 'LICENCE')!.verdict,
    ]),
  );
}

describe('a role in a regulated profession', () => {
  test('that needs the licence held leaves out who states others, and keeps who is silent or has applied', async () => {
    expect(await candidates('HELD')).toEqual({ held: 'MET', applied: 'UNKNOWN', silent: 'UNKNOWN' });
    expect(await candidates('HELD', { includeExcluded: true })).toMatchObject({
      'held until spring': 'FAILED',
      finnish: 'FAILED',
    });
  });

  test('that needs it obtainable leaves out nobody', async () => {
    expect(await candidates('OBTAINABLE')).toEqual({
      held: 'MET',
      'held until spring': 'UNKNOWN',
      applied: 'UNKNOWN',
      finnish: 'UNKNOWN',
      silent: 'UNKNOWN',
    });
  });

  test('has the same candidates as it is a role for', async () => {
    for (const [name, needs] of [
      ['held', ['HELD', 'OBTAINABLE']],
      ['finnish', ['OBTAINABLE']],
    ] as const) {
      const { data } = await api.ask<Roles>(talents[name]!, ROLES);
      expect(data.matchedRoles.edges.map(({ node }) => node.role.id).sort()).toEqual(
        needs.map((need) => roles[need]!).sort(),
      );
    }
  });

  test('has a ranking that can be narrowed to those who hold a licence', async () => {
    const narrowed = await candidates('OBTAINABLE', { licence: { profession: '2221', country: 'FI' } });
    expect(Object.keys(narrowed)).toEqual(['finnish']);
  });
});
