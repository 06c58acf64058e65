import { describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import {
  addEmployer,
  addTalent,
  OPERATOR,
  ORGANISER,
  talentInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();
const READ = `query ($id: ID!) { talent(id: $id) { id name email country languages { language level } version } }`;
const READ_CV = `query ($id: ID!) { talent(id: $id) { cv { language text } } }`;
const CREATE = `mutation ($input: TalentInput!) { createTalent(input: $input) { id } }`;
interface Read {
  talent: { id: string; name: string | null; email: string | null; languages: unknown; version: number };
}

describe('a talent', () => {
  test('adds their own profile, under the identifier in their token, once', async () => {
    const talent = await addTalent(api);
    const { data } = await api.ask<Read>(talent, READ, { id: talent.id });
    expect(data.talent).toMatchObject({ id: talent.id, name: 'Ada Sample', email: 'ada@example.org' });
    const again = await api.ask(talent, CREATE, { input: talentInput() });
    expect(again.errors?.[0]?.extensions.code).toBe('TALENTS_EXISTS');
  });

  test('changes it, and only they and operators do', async () => {
    const talent = await addTalent(api);
    const edit = (actor: Parameters<typeof api.ask>[0], version: number) =>
      api.ask(
        actor,
        `mutation ($id: ID!, $version: Int!, $input: TalentInput!) { editTalent(id: $id, version: $version, input: $input) { version } }`,
        { id: talent.id, version, input: talentInput({ relocate: false }) },
      );
    expect((await edit(talent, 1)).data).toEqual({ editTalent: { version: 2 } });
    expect((await edit(OPERATOR, 2)).data).toEqual({ editTalent: { version: 3 } });
    for (const actor of [ORGANISER, await addEmployer(api), await addTalent(api)])
      expect((await edit(actor, 3)).errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    expect((await edit(talent, 1)).errors?.[0]?.extensions.code).toBe('DATABASE_CHANGED_MEANWHILE');
  });

  test('states licences, which employers see and organisers can look for', async () => {
    const licences = [
      { profession: '2222', country: 'SE', status: 'HELD', validUntil: '2030-01-31' },
      { profession: 'tandem:occupation/midwife', country: 'CA-QC', status: 'APPLIED', validUntil: null },
    ];
    const talent = await addTalent(api, { licences });
    const { data } = await api.ask<{ talent: { licences: unknown } }>(
      await addEmployer(api),
      `query ($id: ID!) { talent(id: $id) { licences { profession country status validUntil } } }`,
      { id: talent.id },
    );
    expect(data.talent.licences).toEqual(licences);
    const found = async (licence: string) =>
      (
        await api.ask<{ talents: { edges: { node: { id: string } }[] } }>(
          ORGANISER,
          `query ($filter: TalentFilter) { talents(filter: $filter) { edges { node { id } } } }`,
          { filter: { licence } },
        )
      ).data.talents.edges.map(({ node }) => node.id);
    expect(await found('2222')).toEqual([talent.id]);
    expect(await found('2261')).toEqual([]);
    const { errors } = await api.ask(await addTalent(api), CREATE, {
      input: talentInput({ licences: [{ profession: '2222', country: 'Sweden', status: 'HELD' }] }),
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['input', 'licences', 0, 'country'],
    });
  });

  test('is not seen by another talent', async () => {
    const [one, other] = [await addTalent(api), await addTalent(api)];
    const { errors } = await api.ask(other, READ, { id: one.id });
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
  });

  test('is not in the lists of employers and talents', async () => {
    for (const actor of [await addEmployer(api), await addTalent(api)]) {
      const { errors } = await api.ask(actor, `{ talents { edges { node { id } } } }`);
      expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    }
  });
});

describe('an employer', () => {
  test('sees a talent who has consented, without name and address', async () => {
    const talent = await addTalent(api);
    const { data } = await api.ask<Read>(await addEmployer(api), READ, { id: talent.id });
    expect(data.talent).toMatchObject({ id: talent.id, name: null, email: null });
  });

  test.each([
    ['who has not consented', () => addTalent(api, {}, false)],
    [
      'who has ended their consent',
      async () => {
        const talent = await addTalent(api);
        await api.ask(talent, `mutation { withdrawConsent(purpose: MATCHING) { withdrawnAt } }`);
        return talent;
      },
    ],
    [
      'who has left',
      async () => {
        const talent = await addTalent(api);
        await api.ask(talent, `mutation ($id: ID!) { withdrawTalent(id: $id) { withdrawn } }`, {
          id: talent.id,
        });
        return talent;
      },
    ],
  ])('does not see one %s, nor their CV', async (_who, make: () => Promise<Owned>) => {
    const talent = await make();
    const employer = await addEmployer(api);
    for (const query of [READ, READ_CV]) {
      const { status, errors } = await api.ask(employer, query, { id: talent.id });
      expect(status).toBe(404);
      expect(errors?.[0]?.extensions.code).toBe('TALENTS_UNKNOWN');
    }
  });

  test('who reads a CV is on record; the talent who reads their own is not', async () => {
    const talent = await addTalent(api);
    const employer = await addEmployer(api);
    await api.ask(talent, READ_CV, { id: talent.id });
    const { data } = await api.ask<{ talent: { cv: { text: string } } }>(employer, READ_CV, {
      id: talent.id,
    });
    expect(data.talent.cv.text).toContain('Registered nurse');
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { action: 'talent:read', subjectId: talent.id });
    expect(records).toMatchObject([{ actorId: employer.id, actorKind: 'employer', detail: { part: 'cv' } }]);
  });
});

describe('consent', () => {
  test('is given and ended by the talent, and every consent stays on record', async () => {
    const talent = await addTalent(api);
    const end = `mutation { withdrawConsent(purpose: MATCHING) { withdrawnAt } }`;
    expect((await api.ask(talent, end)).data).toEqual({
      withdrawConsent: { withdrawnAt: '2026-11-21T12:00:00.000Z' },
    });
    expect((await api.ask(talent, end)).data).toEqual({ withdrawConsent: null });
    await api.ask(talent, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    const { data } = await api.ask<{ talent: { consents: { withdrawnAt: string | null }[] } }>(
      talent,
      `query ($id: ID!) { talent(id: $id) { consents { purpose withdrawnAt } } }`,
      { id: talent.id },
    );
    expect(data.talent.consents.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
  });

  test('cannot be given for somebody else', async () => {
    const { errors } = await api.ask(OPERATOR, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
  });
});

describe('bad input', () => {
  test.each([
    [{ country: 'France' }, 'INPUT_INVALID', ['input', 'country']],
    [{ region: 'Rhône' }, 'INPUT_INVALID', ['input', 'region']],
    [{ email: 'nobody' }, 'INPUT_INVALID', ['input', 'email']],
    [
      { languages: [{ language: 'french', level: 'B2' }] },
      'INPUT_INVALID',
      ['input', 'languages', 0, 'language'],
    ],
    [{ household: { partner: true, children: -1 } }, 'INPUT_INVALID', ['input', 'household', 'children']],
    [{ earliestStart: '31/12/2027' }, 'INPUT_INVALID', ['input', 'earliestStart']],
    [{ cv: { language: 'en', text: '   ' } }, 'DOCUMENTS_TEXT_EMPTY', ['input', 'cv', 'text']],
    [
      { cv: { language: 'en', text: 'x'.repeat(200_001) } },
      'DOCUMENTS_TEXT_TOO_LONG',
      ['input', 'cv', 'text'],
    ],
    [
      { cv: { language: 'en', text: 'PK\u0003\u0004' } },
      'DOCUMENTS_TEXT_UNREADABLE',
      ['input', 'cv', 'text'],
    ],
  ])('%j is one clear error, and nothing is written', async (changes, code, path) => {
    const id = newId();
    const { status, errors } = await api.ask({ id, kind: 'talent' }, CREATE, { input: talentInput(changes) });
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code, path, remedy: expect.stringMatching(/\w/) });
    expect((await api.ask({ id, kind: 'talent' }, READ, { id })).errors?.[0]?.extensions.code).toBe(
      'TALENTS_UNKNOWN',
    );
  });
});
