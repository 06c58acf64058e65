import { describe, expect, test } from 'vitest';
import { AuditRecordEntity, type Actor } from '../../src/access/index.ts';
import { identified } from '../../src/talents/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  OPERATOR,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';

let now = new Date('2026-11-21T12:00:00Z');
const api = useApi({ clock: () => now });
const aMinuteLater = () => (now = new Date(now.getTime() + 60_000));

const READ = `query ($id: ID!) { talent(id: $id) {
  identified name email segment household { partner children } country region citizenship rightToWorkIn
  languages { language level } cv { text }
} }`;
const DISCLOSE = `mutation ($talentId: ID!, $organisationId: ID!) {
  discloseIdentity(talentId: $talentId, organisationId: $organisationId) { stands withdrawnAt organisation { id } }
}`;
const CONCEAL = `mutation ($talentId: ID!, $organisationId: ID!) {
  concealIdentity(talentId: $talentId, organisationId: $organisationId) { stands withdrawnAt }
}`;
const LISTED = `query ($id: ID!) { talent(id: $id) { disclosures { stands organisation { id } } } }`;

interface Seen {
  identified: boolean;
  name: string | null;
  email: string | null;
  segment: string | null;
  household: { partner: boolean; children: number } | null;
  cv: { text: string };
}

const CV = `Ada Sample
ada@example.org, +46 70 123 45 67
Nurse, 34 years old, married with two children

Work
Triage and ECG at Norra Hospital, six years

Education
BSc Nursing, Lund University, 2015`;

const person = (changes: Record<string, unknown> = {}) =>
  addTalent(api, {
    segment: 'ACCOMPANYING_PARTNER',
    household: { partner: true, children: 2 },
    cv: { language: 'en', text: CV },
    ...changes,
  });
const seenBy = async (actor: Actor, talent: Owned): Promise<Seen> =>
  (await api.ask<{ talent: Seen }>(actor, READ, { id: talent.id })).data.talent;
const disclose = (actor: Actor | null, talent: Owned, employer: Owned) =>
  api.ask(actor, DISCLOSE, { talentId: talent.id, organisationId: employer.rowId });
const conceal = (actor: Actor | null, talent: Owned, employer: Owned) =>
  api.ask(actor, CONCEAL, { talentId: talent.id, organisationId: employer.rowId });

describe('an employer who was told nothing', () => {
  test('sees what the talent can do, and not who it is', async () => {
    const seen = await seenBy(await addEmployer(api), await person());
    expect(seen).toMatchObject({
      identified: false,
      name: null,
      email: null,
      segment: null,
      household: null,
    });
    expect(seen).toMatchObject({ country: 'FR', region: 'FR-ARA', citizenship: 'EU_EEA_SWISS' });
    const { text } = seen.cv;
    expect(text.length).toBe(CV.length);
    for (const hint of ['Ada', 'Sample', 'ada@', '+46', '34', 'married', 'children', 'Lund'])
      expect(text).not.toContain(hint);
    for (const worth of ['Nurse', 'Triage and ECG at Norra Hospital', 'BSc Nursing', '2015'])
      expect(text).toContain(worth);
  });

  test('sees the segments that say nothing of a family', async () => {
    expect((await seenBy(await addEmployer(api), await person({ segment: 'RESEARCHER' }))).segment).toBe(
      'RESEARCHER',
    );
  });

  test('cannot lift it', async () => {
    const [talent, employer] = [await person(), await addEmployer(api)];
    const { status, errors } = await disclose(employer, talent, employer);
    expect(status).toBe(403);
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    expect((await seenBy(employer, talent)).identified).toBe(false);
  });
});

describe('the talent, organisers and operators', () => {
  test('see who it is, and the CV as it was written', async () => {
    const talent = await person();
    for (const actor of [talent, ORGANISER, OPERATOR])
      expect(await seenBy(actor, talent)).toMatchObject({
        identified: true,
        name: 'Ada Sample',
        email: 'ada@example.org',
        segment: 'ACCOMPANYING_PARTNER',
        household: { partner: true, children: 2 },
        cv: { text: CV },
      });
  });
});

describe('a disclosed identity', () => {
  test.each([
    ['the talent', (talent: Owned): Actor => talent],
    ['an organiser', (): Actor => ORGANISER],
  ])('by %s is seen by that employer and by no other', async (_who, by) => {
    const [talent, told, other] = [await person(), await addEmployer(api), await addEmployer(api)];
    expect((await disclose(by(talent), talent, told)).data).toEqual({
      discloseIdentity: { stands: true, withdrawnAt: null, organisation: { id: told.rowId } },
    });
    expect(await seenBy(told, talent)).toMatchObject({
      identified: true,
      name: 'Ada Sample',
      cv: { text: CV },
    });
    expect((await seenBy(other, talent)).identified).toBe(false);
  });

  test('is seen by whoever represents the employer, and not the reverse', async () => {
    const proxy = await addEmployer(api, { kind: 'MINISTRY' });
    const employer = await addEmployer(api, { representedById: proxy.rowId });
    const [one, other] = [await person(), await person()];
    await disclose(one, one, employer);
    await disclose(other, other, proxy);
    expect((await seenBy(proxy, one)).name).toBe('Ada Sample');
    expect((await seenBy(proxy, other)).name).toBe('Ada Sample');
    expect((await seenBy(employer, other)).name).toBeNull();
  });

  test('shows names in that employer’s rankings, among others that stay blind', async () => {
    const employer = await addEmployer(api);
    const [told, untold] = [await person(), await person()];
    const roleId = await addRole(api, employer);
    await api.embedAll();
    await disclose(told, told, employer);
    const { data } = await api.ask<{
      rankedCandidates: { edges: { node: { talent: { id: string; name: string | null } } }[] };
    }>(
      employer,
      `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50) { edges { node { talent { id name } } } } }`,
      { roleId },
    );
    const nameOf = new Map(
      data.rankedCandidates.edges.map(({ node }) => [node.talent.id, node.talent.name] as const),
    );
    expect(nameOf.get(told.id)).toBe('Ada Sample');
    expect(nameOf.get(untold.id)).toBeNull();
  });

  test('said twice stands once, and is on record', async () => {
    const [talent, employer] = [await person(), await addEmployer(api)];
    await disclose(talent, talent, employer);
    await disclose(ORGANISER, talent, employer);
    const { data } = await api.ask<{ talent: { disclosures: unknown[] } }>(talent, LISTED, { id: talent.id });
    expect(data.talent.disclosures).toEqual([{ stands: true, organisation: { id: employer.rowId } }]);
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { action: 'identity:disclose', subjectId: talent.id });
    expect(records).toMatchObject([{ actorId: talent.id, detail: { organisationId: employer.rowId } }]);
  });

  test('is concealed again from the next query on, on record', async () => {
    const [talent, employer] = [await person(), await addEmployer(api)];
    expect((await conceal(talent, talent, employer)).data).toEqual({ concealIdentity: null });
    await disclose(talent, talent, employer);
    expect((await conceal(ORGANISER, talent, employer)).data).toMatchObject({
      concealIdentity: { stands: false },
    });
    expect(await seenBy(employer, talent)).toMatchObject({ identified: false, name: null });
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { action: 'identity:conceal', subjectId: talent.id });
    expect(records).toMatchObject([{ actorId: ORGANISER.id, detail: { organisationId: employer.rowId } }]);
  });

  test('ends with the consent that it stands on, for good', async () => {
    const [talent, employer] = [await person(), await addEmployer(api)];
    await disclose(talent, talent, employer);
    aMinuteLater();
    await api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    const { errors } = await api.ask(employer, READ, { id: talent.id });
    expect(errors?.[0]?.extensions.code).toBe('TALENTS_UNKNOWN');
    aMinuteLater();
    await api.ask(talent, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    expect(await seenBy(employer, talent)).toMatchObject({ identified: false, name: null });
    const listed = await api.ask<{ talent: { disclosures: { stands: boolean }[] } }>(talent, LISTED, {
      id: talent.id,
    });
    expect(listed.data.talent.disclosures).toMatchObject([{ stands: false }]);
    await disclose(talent, talent, employer);
    expect((await seenBy(employer, talent)).name).toBe('Ada Sample');
  });

  test('needs consent, a talent who is there, and an organisation that exists', async () => {
    const [silent, employer] = [await addTalent(api, {}, false), await addEmployer(api)];
    expect((await disclose(silent, silent, employer)).errors?.[0]?.extensions.code).toBe(
      'ACCESS_CONSENT_NEEDED',
    );
    const talent = await person();
    const nobody = { ...employer, rowId: talent.id };
    expect((await disclose(talent, talent, nobody)).errors?.[0]?.extensions).toMatchObject({
      code: 'ORGANISATIONS_UNKNOWN',
      path: ['organisationId'],
    });
    await api.ask(talent, `mutation ($id: ID!) { withdrawTalent(id: $id) { id } }`, { id: talent.id });
    expect((await disclose(ORGANISER, talent, employer)).errors?.[0]?.extensions.code).toBe(
      'TALENTS_UNKNOWN',
    );
  });
});

describe('who may lift, conceal and see to whom it was lifted', () => {
  test.each([
    ['another talent', () => addTalent(api)],
    ['an employer', () => addEmployer(api)],
    ['nobody', async () => null],
  ])('not %s', async (_who, make: () => Promise<Owned | null>) => {
    const [talent, employer, actor] = [await person(), await addEmployer(api), await make()];
    for (const { errors } of [
      await disclose(actor, talent, employer),
      await conceal(actor, talent, employer),
      await api.ask(actor, LISTED, { id: talent.id }),
    ])
      expect(errors?.[0]?.extensions.code).toMatch(/^ACCESS_/);
  });

  test('not an operator, who may conceal all the same', async () => {
    const [talent, employer] = [await person(), await addEmployer(api)];
    expect((await disclose(OPERATOR, talent, employer)).errors?.[0]?.extensions.code).toBe(
      'ACCESS_FORBIDDEN',
    );
    await disclose(talent, talent, employer);
    expect((await conceal(OPERATOR, talent, employer)).data).toMatchObject({
      concealIdentity: { stands: false },
    });
  });
});

test('of many talents those are identified who were disclosed', async () => {
  const employer = await addEmployer(api);
  const talents = [await person(), await person(), await person()];
  await disclose(talents[1]!, talents[1]!, employer);
  const ids = talents.map(({ id }) => id);
  expect([...(await identified(api.as('employer', { organisationId: employer.rowId }), ids))]).toEqual([
    ids[1],
  ]);
  expect([...(await identified(api.as('organiser'), ids))]).toEqual(ids);
  expect([...(await identified(api.as('talent', { id: ids[2]! }), ids))]).toEqual([ids[2]]);
  expect([...(await identified(api.as('employer'), ids))]).toEqual([]);
});
