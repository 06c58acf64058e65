import { beforeAll, describe, expect, test } from 'vitest';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
const CANDIDATES = `query ($roleId: ID!) {
  rankedCandidates(roleId: $roleId, first: 50) { edges { node { talent { id } } } }
}`;
const ROLES = `query ($filter: RoleMatchFilter) {
  matchedRoles(first: 50, filter: $filter) { edges { node { role { id } } } }
}`;

interface Candidates {
  rankedCandidates: { edges: { node: { talent: { id: string } } }[] };
}
interface Roles {
  matchedRoles: { edges: { node: { role: { id: string } } }[] };
}

const SKELLEFTEA = { latitude: 64.7507, longitude: 20.9528 };
const PITEA = { latitude: 65.3172, longitude: 21.4794 };

let employer: Owned;
let onSite: string;
let remote: string;
const talents: Record<string, Owned> = {};

beforeAll(async () => {
  employer = await addEmployer(api);
  onSite = await addRole(api, employer, { coordinates: SKELLEFTEA });
  remote = await addRole(api, employer, { coordinates: SKELLEFTEA, remote: true });
  // Piteå lies 68 km away, in another region.
  for (const [name, changes] of Object.entries({
    'travels 70 km': { coordinates: PITEA, commuteKm: 70 },
    'travels 60 km': { coordinates: PITEA, commuteKm: 60 },
    'lives in Skellefteå': { region: 'SE-AC', coordinates: SKELLEFTEA, commuteKm: 1 },
    'lives somewhere in the region': { region: 'SE-AC' },
  }))
    talents[name] = await addTalent(api, { country: 'SE', region: 'SE-BD', relocate: false, ...changes });
  await api.embedAll();
});

const candidates = async (roleId: string) => {
  const { data } = await api.ask<Candidates>(employer, CANDIDATES, { roleId });
  const ids = data.rankedCandidates.edges.map(({ node }) => node.talent.id);
  return Object.keys(talents).filter((name) => ids.includes(talents[name]!.id));
};
const roles = async (name: string, filter = {}) =>
  (await api.ask<Roles>(talents[name]!, ROLES, { filter })).data.matchedRoles.edges.map(
    ({ node }) => node.role.id,
  );

describe('who does not want to move', () => {
  test('is a candidate within the distance that they travel, and in the region', async () => {
    expect(await candidates(onSite)).toEqual([
      'travels 70 km',
      'lives in Skellefteå',
      'lives somewhere in the region',
    ]);
    expect(await roles('travels 60 km')).toEqual([remote]);
    expect((await roles('travels 70 km')).sort()).toEqual([onSite, remote].sort());
  });

  test('is a candidate anywhere for work that is done from home, and can look for it', async () => {
    expect(await candidates(remote)).toEqual(Object.keys(talents));
    expect(await roles('travels 70 km', { remote: true })).toEqual([remote]);
    expect(await roles('travels 70 km', { remote: false })).toEqual([onSite]);
  });
});
