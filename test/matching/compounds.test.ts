import { expect, test } from 'vitest';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { loadStarter } from '../../src/vocabulary/index.ts';
import { addEmployer, addRole, addTalent, NOW, useApi, type Owned } from '../testkit/index.ts';
import { groupRows, starterTables, useFolder } from '../vocabulary/fixtures.ts';

const folderWith = useFolder();
const tables = (...skills: string[]) =>
  starterTables({
    groups: groupRows('2512', '5321'),
    occupations: [
      'developer	2512			developer	utvecklare	développeur',
      'nursing-assistant	5321			nursing assistant	undersköterska	aide-soignant',
    ],
    skills: ['system		SKILL	system	system	système', ...skills],
  });
const api = useApi({ settings: { vocabularyFolder: folderWith(tables()) } });

interface Node {
  talent: { id: string };
  role: { id: string };
  skills: { skill: string; met: boolean }[];
  parts: { text: number };
}

const NODE = `skills { skill met } parts { text }`;
const candidates = async (employer: Owned, roleId: string) => {
  const { data } = await api.ask<{ rankedCandidates: { edges: { node: Node }[] } }>(
    employer,
    `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50, filter: { includeExcluded: true }) {
      edges { node { talent { id } ${NODE} } } } }`,
    { roleId },
  );
  return new Map(data.rankedCandidates.edges.map(({ node }) => [node.talent.id, node]));
};
const roles = async (talent: Owned) => {
  const { data } = await api.ask<{ matchedRoles: { edges: { node: Node }[] } }>(
    talent,
    `query { matchedRoles(first: 50, filter: { includeExcluded: true }) { edges { node { role { id } ${NODE} } } } }`,
  );
  return new Map(data.matchedRoles.edges.map(({ node }) => [node.role.id, node]));
};

const swedish = (text: string) => ({ cv: { language: 'sv', text } });
const wanted = (title: string, mustHave: string[] = []) => ({
  title,
  mustHave,
  description: { language: 'sv', text: `Vi söker dig, ${title.toLowerCase()}.` },
});

test('a role that asks for the last part finds the compound by words alone, from both sides', async () => {
  const employer = await addEmployer(api);
  const compound = await addTalent(api, swedish('Jag har arbetat som systemutvecklaren på bygget i sex år.'));
  const other = await addTalent(api, swedish('Jag har arbetat som bagare på torget i sex år.'));
  const roleId = await addRole(api, employer, wanted('Utvecklare', ['system']));
  await api.embedAll();
  const found = await candidates(employer, roleId);
  expect(found.get(compound.rowId)!.parts.text).toBe(1);
  expect(found.get(other.rowId)?.parts.text ?? 0).toBe(0);
  expect((await roles(compound)).get(roleId)!.parts.text).toBe(1);
  // To have to do with systems is not to name the skill.
  const [named] = await rows<{ named: boolean }>(
    api.as('operator').em,
    `SELECT ts_filter(search, '{d}') @@ to_tsquery('swedish', 'system') AS named FROM documents WHERE id = ?`,
    [compound.rowId],
  );
  expect(named).toEqual({ named: false });
});

test('a role that asks for the compound finds who is its last part, for less than the compound', async () => {
  const employer = await addEmployer(api);
  const compound = await addTalent(api, swedish('Systemutvecklare sedan 2015 på ett bryggeri.'));
  const part = await addTalent(api, swedish('Utvecklare sedan 2015 på ett bryggeri.'));
  const before = await addTalent(api, swedish('Ansvarig för system sedan 2015 på ett bryggeri.'));
  const roleId = await addRole(api, employer, wanted('Systemutvecklare'));
  await api.embedAll();
  const found = await candidates(employer, roleId);
  const text = (talent: Owned) => found.get(talent.rowId)!.parts.text;
  expect(text(compound)).toBe(1);
  expect(text(part)).toBeGreaterThan(text(before));
  expect(text(before)).toBeGreaterThan(0);
  expect(text(part)).toBeLessThan(1);
  expect((await roles(part)).get(roleId)!.parts.text).toBeCloseTo(text(part), 6);
});

test('texts are read anew for compounds of words that the vocabulary comes to know', async () => {
  const employer = await addEmployer(api);
  const talent = await addTalent(api, swedish('Brandvattenmontör i tolv år.'));
  const roleId = await addRole(api, employer, wanted('Montör'));
  await api.embedAll();
  expect((await candidates(employer, roleId)).get(talent.rowId)?.parts.text ?? 0).toBe(0);
  const em = api.service.database.em.fork() as EntityManager;
  const more = tables('fitting		SKILL	fitting	montör	montage', 'fire-water		SKILL	fire water	brandvatten	eau');
  await loadStarter(em, folderWith(more), NOW);
  await api.embedAll();
  expect((await candidates(employer, roleId)).get(talent.rowId)!.parts.text).toBe(1);
});
