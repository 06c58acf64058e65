import { describe, expect, test } from 'vitest';
import { rows, type EntityManager } from '../../src/database/index.ts';
import { MASK } from '../../src/talents/index.ts';
import { addEmployer, addRole, addTalent, ORGANISER, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
const CV =
  'Ada Sample\nRegistered nurse, Kenyan citizen\n\nWork\nTriage and ECG at Norra Hospital, six years';
const READ = `query ($id: ID!) { talent(id: $id) { cv { text } } }`;
const EXPLAINED = `query ($roleId: ID!, $talentId: ID!) { explainMatch(roleId: $roleId, talentId: $talentId) {
  match { warnings evidence(first: 10) { passage { text start } } skills { skill met start end } }
} }`;

interface Explained {
  explainMatch: {
    match: {
      warnings: string[];
      evidence: { passage: { text: string; start: number } | null }[];
      skills: { skill: string; met: boolean; start: number | null; end: number | null }[];
    };
  };
}

const em = () => api.service.database.em.fork() as EntityManager;
const cvSeenBy = async (actor: Owned | typeof ORGANISER, talent: Owned): Promise<string> =>
  (await api.ask<{ talent: { cv: { text: string } } }>(actor, READ, { id: talent.rowId })).data.talent.cv
    .text;
const explainedTo = async (actor: Owned | typeof ORGANISER, roleId: string, talent: Owned) =>
  (await api.ask<Explained>(actor, EXPLAINED, { roleId, talentId: talent.rowId })).data.explainMatch.match;

async function stage() {
  const employer = await addEmployer(api);
  const roleId = await addRole(api, employer, { mustHave: ['Kenyan', 'ECG'] });
  const talent = await addTalent(api, { name: 'Ada Sample', cv: { language: 'en', text: CV } });
  await api.embedAll();
  const documentOf = async () =>
    (
      await rows<{ text: string; hash: string }>(em(), `SELECT text, hash FROM documents WHERE id = ?`, [
        talent.rowId,
      ])
    )[0]!;
  return { employer, roleId, talent, documentOf };
}

test('What rankings read has one blank for all that is hidden; offsets are those of the CV', async () => {
  const { employer, roleId, talent, documentOf } = await stage();
  expect((await documentOf()).text).toBe(
    ' \nRegistered nurse,   citizen\n\nWork\nTriage and ECG at Norra Hospital, six years',
  );
  for (const reader of [employer, ORGANISER, talent]) {
    const { evidence, skills } = await explainedTo(reader, roleId, talent);
    const text = await cvSeenBy(reader, talent);
    const passages = evidence.flatMap(({ passage }) => passage ?? []);
    expect(passages).not.toHaveLength(0);
    for (const passage of passages)
      expect(passage.text).toBe(text.slice(passage.start, passage.start + passage.text.length));
    expect(passages[0]!.text).toContain(reader === employer ? `nurse, ${MASK}` : 'nurse, Kenyan citizen');
    expect(skills).toEqual([
      { skill: 'Kenyan', met: false, start: null, end: null },
      { skill: 'ECG', met: true, start: CV.indexOf('ECG'), end: CV.indexOf('ECG') + 3 },
    ]);
  }
});

describe('a CV that was made blind by earlier rules', () => {
  test('is made so anew in the background, and read anew', async () => {
    const { talent, documentOf } = await stage();
    const fresh = await documentOf();
    await rows(em(), `UPDATE cvs SET rules = 0, hidden = '{0,10}' WHERE talent_id = ?`, [talent.rowId]);
    await rows(em(), `UPDATE documents SET text = 'x', hash = 'x' WHERE id = ?`, [talent.rowId]);
    await api.embedAll();
    expect(await documentOf()).toEqual(fresh);
    const [made] = await rows<{ fresh: boolean }>(
      em(),
      `SELECT hash = ? AS fresh FROM document_vectors WHERE document_id = ?`,
      [fresh.hash, talent.rowId],
    );
    expect(made).toEqual({ fresh: true });
  });
});

describe('a database from before rankings were blind', () => {
  test('shows nothing of a CV that is not made blind yet, and reads every CV anew', async () => {
    const { employer, roleId, talent, documentOf } = await stage();
    const fresh = await documentOf();
    const before = await explainedTo(employer, roleId, talent);
    // As it was: the CV as it was written in the table that is searched.
    await rows(
      em(),
      `UPDATE documents SET text = cvs.text, hash = 'of the whole text' FROM cvs WHERE documents.id = cvs.talent_id`,
    );
    await rows(em(), `DROP TABLE cvs`);
    await rows(em(), `CREATE TABLE blind_cvs (talent_id uuid PRIMARY KEY)`);
    await rows(em(), `DELETE FROM migrations WHERE name = '20261126-blind-reading'`);
    await api.service.database.orm.migrator.up();

    expect(await cvSeenBy(employer, talent)).toBe(CV.replace(/[^\n]/g, MASK));
    expect(await cvSeenBy(talent, talent)).toBe(CV);
    const meanwhile = await explainedTo(ORGANISER, roleId, talent);
    expect(meanwhile).toMatchObject({ warnings: ['BEING_READ'], evidence: [] });
    await api.embedAll();
    expect(await documentOf()).toEqual(fresh);
    expect(await explainedTo(employer, roleId, talent)).toEqual(before);
  });
});
