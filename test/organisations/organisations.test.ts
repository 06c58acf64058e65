import { describe, expect, test } from 'vitest';
import { addEmployer, addTalent, employerInput, OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';

const api = useApi();
const EDIT = `mutation ($id: ID!, $version: Int!, $input: OrganisationInput!) {
  editOrganisation(id: $id, version: $version, input: $input) { name version }
}`;
const LIST = `query ($first: Int, $after: String, $filter: OrganisationFilter) {
  organisations(first: $first, after: $after, filter: $filter) {
    edges { node { id name } } pageInfo { hasNextPage endCursor }
  }
}`;
interface Listed {
  organisations: {
    edges: { node: { id: string; name: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('an organisation', () => {
  test('is added by an operator and by nobody else', async () => {
    for (const actor of [ORGANISER, await addEmployer(api)]) {
      const { errors } = await api.ask(
        actor,
        `mutation ($input: OrganisationInput!) { createOrganisation(input: $input) { id } }`,
        {
          input: employerInput(),
        },
      );
      expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    }
  });

  test('is described by itself and by whoever represents it, not by others', async () => {
    const ministry = await addEmployer(api, { kind: 'MINISTRY', name: 'Ministry' });
    const inn = await addEmployer(api, { name: 'Inn', representedById: ministry.rowId });
    const other = await addEmployer(api);
    const edit = (actor: typeof inn, version: number) =>
      api.ask<{ editOrganisation: { version: number } }>(actor, EDIT, {
        id: inn.rowId,
        version,
        input: employerInput({ name: `Inn, version ${version}`, representedById: ministry.rowId }),
      });
    expect((await edit(inn, 1)).errors).toBeUndefined();
    expect((await edit(ministry, 2)).errors).toBeUndefined();
    expect((await edit(other, 3)).errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const inn = await addEmployer(api);
    const change = { id: inn.rowId, version: 1, input: employerInput({ name: 'First' }) };
    const first = await api.ask<{ editOrganisation: { version: number } }>(inn, EDIT, change);
    expect(first.data.editOrganisation.version).toBe(2);
    const second = await api.ask(inn, EDIT, change);
    expect(second.status).toBe(409);
    expect(second.errors?.[0]?.extensions.code).toBe('DATABASE_CHANGED_MEANWHILE');
  });

  test('shows where it is written to, to itself, its representative, organisers and operators only', async () => {
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, {
      contactEmail: 'hr@inn.example',
      contactLanguage: 'fr',
      representedById: ministry.rowId,
    });
    const seenBy = async (actor: Parameters<typeof api.ask>[0]) =>
      (
        await api.ask<{ organisation: unknown }>(
          actor,
          `query ($id: ID!) { organisation(id: $id) { contactEmail contactLanguage } }`,
          { id: inn.rowId },
        )
      ).data.organisation;
    for (const actor of [inn, ministry, ORGANISER, OPERATOR])
      expect(await seenBy(actor)).toEqual({ contactEmail: 'hr@inn.example', contactLanguage: 'fr' });
    for (const actor of [await addEmployer(api), await addTalent(api)])
      expect(await seenBy(actor)).toEqual({ contactEmail: null, contactLanguage: 'fr' });
    const { errors } = await api.ask(inn, EDIT, {
      id: inn.rowId,
      version: 1,
      input: employerInput({ contactEmail: 'nowhere' }),
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path: ['input', 'contactEmail'] });
  });

  test('cannot represent itself, nor one that represents it', async () => {
    const one = await addEmployer(api);
    const two = await addEmployer(api, { representedById: one.rowId });
    for (const representedById of [one.rowId, two.rowId]) {
      const { errors } = await api.ask(one, EDIT, {
        id: one.rowId,
        version: 1,
        input: employerInput({ representedById }),
      });
      expect(errors?.[0]?.extensions.code).toBe('ORGANISATIONS_REPRESENTATION_CIRCLE');
    }
  });

  test('that does not exist is named in the answer', async () => {
    const { status, errors } = await api.ask(ORGANISER, `{ organisation(id: "nobody") { id } }`);
    expect(status).toBe(404);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'ORGANISATIONS_UNKNOWN', path: ['id'] } });
  });
});

describe('the list of organisations', () => {
  test('is by name, in pages that neither lose nor repeat one', async () => {
    for (const name of ['Zeta', 'Alpha', 'Midway'])
      await addEmployer(api, { name, country: 'IS', region: null });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Listed } = await api.ask<Listed>(ORGANISER, LIST, {
        first: 1,
        after,
        filter: { country: 'IS' },
      });
      seen.push(...data.organisations.edges.map(({ node }) => node.name));
      after = data.organisations.pageInfo.hasNextPage ? data.organisations.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['Alpha', 'Midway', 'Zeta']);
  });

  test('loses those that have left', async () => {
    const leaving = await addEmployer(api, { country: 'LI', region: null });
    await api.ask(OPERATOR, `mutation ($id: ID!) { withdrawOrganisation(id: $id) { withdrawn } }`, {
      id: leaving.rowId,
    });
    const { data } = await api.ask<Listed>(ORGANISER, LIST, { filter: { country: 'LI' } });
    expect(data.organisations.edges).toEqual([]);
  });
});
