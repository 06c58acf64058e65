import { beforeAll, describe, expect, test } from 'vitest';
import { ruleInput } from '../permits/samples.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  roleInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();
const CANDIDATES = `query ($roleId: ID!, $filter: CandidateFilter) {
  rankedCandidates(roleId: $roleId, first: 50, filter: $filter) {
    edges { node { conditions { condition verdict reason } talent { id } } }
  }
}`;
const ROLES = `query ($filter: RoleMatchFilter) {
  matchedRoles(first: 50, filter: $filter) {
    edges { node { conditions { condition verdict reason } role { id } } }
  }
}`;

interface Node {
  conditions: { condition: string; verdict: string; reason: string }[];
}
interface Candidates {
  rankedCandidates: { edges: { node: Node & { talent: { id: string } } }[] };
}
interface Roles {
  matchedRoles: { edges: { node: Node & { role: { id: string } } }[] };
}

let employer: Owned;
let citizen: Owned;
let fromOutside: Owned;
/** Roles by what they pay and when they begin. */
const roleIds: Record<string, string> = {};

beforeAll(async () => {
  for (const [amount, validFrom, validTo] of [
    [33_390, '2026-06-01', '2027-05-31'],
    [36_000, '2027-06-01', null],
  ] as const)
    await api.ask(OPERATOR, `mutation ($input: PermitRuleInput!) { setPermitRule(input: $input) { id } }`, {
      input: ruleInput({ salaryFloor: { amount, currency: 'SEK', period: 'MONTH' }, validFrom, validTo }),
    });
  employer = await addEmployer(api);
  citizen = await addTalent(api);
  fromOutside = await addTalent(api, { country: 'SN', region: null, citizenship: 'THIRD_COUNTRY' });
  const pay = (max: number, startBy: string | null) => ({
    salary: { min: 30_000, max, currency: 'SEK', period: 'MONTH' },
    startBy,
  });
  for (const [name, changes] of Object.entries({
    enough: pay(34_000, '2027-05-31'),
    'too little': pay(33_000, '2027-05-31'),
    'too little by then': pay(34_000, '2027-06-01'),
    'enough today': pay(34_000, null),
    unsaid: { salary: null },
  }))
    roleIds[name] = await addRole(api, employer, changes);
  await api.embedAll();
});

const candidates = async (role: string, filter = {}) =>
  (
    await api.ask<Candidates>(employer, CANDIDATES, { roleId: roleIds[role], filter })
  ).data.rankedCandidates.edges.map(({ node }) => node);
const rightToWork = ({ conditions }: Node) =>
  conditions.find(({ condition }) => condition === 'RIGHT_TO_WORK');

describe('a role that pays less than every permit asks for', () => {
  test.each([
    ['enough', true],
    ['too little', false],
    ['too little by then', false],
    ['enough today', true],
    ['unsaid', true],
  ])('pays %s: who needs a permit is a candidate: %s', async (role, listed) => {
    const ids = (await candidates(role)).map(({ talent }) => talent.id);
    expect(ids).toContain(citizen.id);
    expect(ids.includes(fromOutside.id)).toBe(listed);
  });

  test('is told to the employer with rule, amount and date, on request', async () => {
    const shown = await candidates('too little by then', { includeExcluded: true });
    expect(rightToWork(shown.find(({ talent }) => talent.id === fromOutside.id)!)).toEqual({
      condition: 'RIGHT_TO_WORK',
      verdict: 'FAILED',
      reason:
        'needs a work permit for Sweden; up to SEK 34,000 a month lies below the floor of SEK 36,000 a month (work permit, SE, in force since 2027-06-01)',
    });
  });

  test('is not among the roles of who needs a permit, and what is left says how the pay stands', async () => {
    const { data } = await api.ask<Roles>(fromOutside, ROLES);
    const found = data.matchedRoles.edges.map(({ node }) => node);
    expect(found.map(({ role }) => role.id).sort()).toEqual(
      ['enough', 'enough today', 'unsaid'].map((name) => roleIds[name]).sort(),
    );
    expect(rightToWork(found.find(({ role }) => role.id === roleIds['enough'])!)?.reason).toContain(
      'up to SEK 34,000 a month meets the floor of SEK 33,390 a month (work permit, SE, in force since 2026-06-01)',
    );
  });

  test('is open to them as soon as its pay is raised', async () => {
    const edited = await api.ask(
      employer,
      `mutation ($id: ID!, $input: RoleInput!) { editRole(id: $id, version: 1, input: $input) { id } }`,
      {
        id: roleIds['too little'],
        input: roleInput(employer.rowId, {
          salary: { min: 33_390, max: 34_000, currency: 'SEK', period: 'MONTH' },
          startBy: '2027-05-31',
        }),
      },
    );
    expect(edited.errors).toBeUndefined();
    expect((await candidates('too little')).map(({ talent }) => talent.id)).toContain(fromOutside.id);
  });
});
