import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addRole, addTalent, ORGANISER, useApi, type Owned } from '../testkit/index.ts';

const api = useApi();
const EXPLAIN = `query ($roleId: ID!, $talentId: ID!) { explainMatch(roleId: $roleId, talentId: $talentId) {
  modelId exclusions place ranks { vector text concepts }
  match { score employerSide talentSide parts { vector text concepts evidence conditions wishes }
    conditions { condition verdict reason } warnings skills { skill met }
    evidence(first: 24) { requirement { text } passage { text } strength }
    role { id title } talent { id name } }
} }`;

interface Explained {
  explainMatch: {
    exclusions: string[];
    place: number | null;
    ranks: Record<string, number | null>;
    match: {
      score: number;
      evidence: unknown[];
      conditions: { condition: string; verdict: string }[];
      talent: { name: string | null };
    };
  };
}

let employer: Owned;
let roleId: string;
let nurse: Owned;
let late: Owned;
let silent: Owned;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer);
  nurse = await addTalent(api);
  await addTalent(api, {
    cv: { language: 'en', text: 'Welder of pressure vessels, TIG and MAG, eight years.' },
  });
  late = await addTalent(api, { earliestStart: '2027-06-02' });
  silent = await addTalent(api, {}, false);
  await api.embedAll();
});

const explain = (actor: Owned | null, talent: Owned, id = roleId) =>
  api.ask<Explained>(actor, EXPLAIN, { roleId: id, talentId: talent.rowId });

describe('explaining a match', () => {
  test('tells the place, the ranks by retriever, all parts and all evidence', async () => {
    const { data, errors } = await explain(employer, nurse);
    expect(errors).toBeUndefined();
    expect(data.explainMatch).toMatchObject({
      exclusions: [],
      place: 1,
      ranks: { vector: 1, text: 1, concepts: 1 },
    });
    expect(data.explainMatch.match.evidence.length).toBeGreaterThan(1);
    expect(data.explainMatch.match.talent.name).toBeNull();
  });

  test('says why somebody is in no ranking', async () => {
    const { data } = await explain(employer, late);
    expect(data.explainMatch).toMatchObject({ exclusions: ['CONDITION_FAILED'], place: null });
    expect(data.explainMatch.match.conditions).toContainEqual(
      expect.objectContaining({ condition: 'START', verdict: 'FAILED' }),
    );
    const closed = await addRole(api, employer);
    await api.embedAll();
    await api.ask(employer, `mutation ($id: ID!) { withdrawRole(id: $id) { id } }`, { id: closed });
    expect((await explain(employer, nurse, closed)).data.explainMatch).toMatchObject({
      exclusions: ['ROLE_CLOSED'],
      place: null,
    });
  });

  test('has the same figures for the talent, who sees the place of the role among theirs', async () => {
    const own = (await explain(nurse, nurse)).data.explainMatch;
    const theirs = (await explain(employer, nurse)).data.explainMatch;
    expect(own.match.score).toBe(theirs.match.score);
    expect(own.match.talent.name).not.toBeNull();
  });

  test('never tells an employer of somebody who has not consented, or is not there', async () => {
    for (const talent of [silent, { ...silent, rowId: newId() }]) {
      const { status, errors } = await explain(employer, talent);
      expect([status, errors?.[0]?.extensions.code]).toEqual([404, 'TALENTS_UNKNOWN']);
    }
    expect((await explain(ORGANISER as Owned, silent)).errors?.[0]?.extensions.code).toBe(
      'ACCESS_CONSENT_NEEDED',
    );
    expect((await explain(silent, silent)).errors?.[0]?.extensions.code).toBe('ACCESS_CONSENT_NEEDED');
  });

  test('is for those who may rank candidates for the role, and for the talent alone', async () => {
    for (const actor of [await addEmployer(api), late, null])
      expect((await explain(actor, nurse)).errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
  });

  test('is on record when somebody else than the talent reads it', async () => {
    await explain(employer, nurse);
    const records = await api
      .as('operator')
      .em.find(
        AuditRecordEntity,
        { action: 'candidate:rank', subjectId: roleId },
        { orderBy: { id: 'asc' } },
      );
    expect(records.at(-1)).toMatchObject({ actorId: employer.id, detail: { explained: nurse.rowId } });
  });
});
