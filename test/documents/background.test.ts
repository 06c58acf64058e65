import { expect, test } from 'vitest';
import { addEmployer, addRole, addTalent, useApi } from '../testkit/index.ts';

const api = useApi({ work: true });

test('a new role and a new talent are in the rankings within seconds, without anybody’s doing', async () => {
  const employer = await addEmployer(api);
  const roleId = await addRole(api, employer);
  const talent = await addTalent(api);
  const began = Date.now();
  const candidates = async () =>
    (
      await api.ask<{ rankedCandidates: { edges: { node: { talent: { id: string } } }[] } } | null>(
        employer,
        `query ($roleId: ID!) { rankedCandidates(roleId: $roleId) { edges { node { talent { id } } } } }`,
        { roleId },
      )
    ).data?.rankedCandidates.edges.map(({ node }) => node.talent.id) ?? [];
  while (!(await candidates()).includes(talent.id)) {
    if (Date.now() - began > 15_000) throw new Error('not within 15 s');
    await new Promise((pause) => setTimeout(pause, 100));
  }
  expect(await candidates()).toEqual([talent.id]);
});
