import { describe, expect, test } from 'vitest';
import { addEmployer, addRole, addTalent, OPERATOR, ORGANISER, roleInput, useApi } from '../testkit/index.ts';

const api = useApi();
const CREATE = `mutation ($input: RoleInput!) { createRole(input: $input) { id } }`;
const EDIT = `mutation ($id: ID!, $version: Int!, $input: RoleInput!) { editRole(id: $id, version: $version, input: $input) { title version } }`;

describe('a role', () => {
  test('is added, changed and closed by its employer', async () => {
    const employer = await addEmployer(api);
    const id = await addRole(api, employer);
    const edited = await api.ask(employer, EDIT, {
      id,
      version: 1,
      input: roleInput(employer.rowId, { title: 'Charge nurse' }),
    });
    expect(edited.data).toEqual({ editRole: { title: 'Charge nurse', version: 2 } });
    const closed = await api.ask(employer, `mutation ($id: ID!) { withdrawRole(id: $id) { withdrawn } }`, {
      id,
    });
    expect(closed.data).toEqual({ withdrawRole: { withdrawn: true } });
    const { data } = await api.ask<{ roles: { edges: unknown[] } }>(
      employer,
      `query ($filter: RoleFilter) { roles(filter: $filter) { edges { node { id } } } }`,
      { filter: { employerId: employer.rowId } },
    );
    expect(data.roles.edges).toEqual([]);
  });

  test('is not touched by another employer, an organiser or a talent', async () => {
    const employer = await addEmployer(api);
    const id = await addRole(api, employer);
    for (const actor of [await addEmployer(api), ORGANISER, await addTalent(api)]) {
      for (const [query, variables] of [
        [CREATE, { input: roleInput(employer.rowId) }],
        [EDIT, { id, version: 1, input: roleInput(employer.rowId) }],
        [`mutation ($id: ID!) { withdrawRole(id: $id) { id } }`, { id }],
      ] as const)
        expect((await api.ask(actor, query, variables)).errors?.[0]?.extensions.code).toBe(
          'ACCESS_FORBIDDEN',
        );
    }
  });

  test('cannot be moved to an employer for whom one may not act', async () => {
    const [mine, theirs] = [await addEmployer(api), await addEmployer(api)];
    const id = await addRole(api, mine);
    const { errors } = await api.ask(mine, EDIT, { id, version: 1, input: roleInput(theirs.rowId) });
    expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
  });

  test('is added by the proxy for an employer that it represents', async () => {
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, { representedById: ministry.rowId });
    const { errors } = await api.ask(ministry, CREATE, { input: roleInput(inn.rowId) });
    expect(errors).toBeUndefined();
  });

  test('is not added for an employer that has left', async () => {
    const employer = await addEmployer(api);
    await api.ask(OPERATOR, `mutation ($id: ID!) { withdrawOrganisation(id: $id) { id } }`, {
      id: employer.rowId,
    });
    const { errors } = await api.ask(employer, CREATE, { input: roleInput(employer.rowId) });
    expect(errors?.[0]?.extensions.code).toBe('ROLES_EMPLOYER_WITHDRAWN');
  });

  test('comes back as it was sent', async () => {
    const employer = await addEmployer(api, { name: 'Kliniken' });
    const id = await addRole(api, employer, {
      salary: { min: 27.5, max: 31, currency: 'CAD', period: 'HOUR' },
      occupation: '2221',
      licence: { profession: 'isco:2221', needed: 'HELD' },
    });
    const { data } = await api.ask(
      await addTalent(api),
      `query ($id: ID!) { role(id: $id) {
        title region city sector occupation engagement workingLanguages { language level } englishAccepted mustHave openings
        salary { min max currency period } startBy permitSupport licence { profession country needed } description { language text } employer { name }
      } }`,
      { id },
    );
    expect(data).toEqual({
      role: {
        title: 'Emergency nurse',
        region: 'SE-AC',
        city: 'Umeå',
        sector: 'HEALTH_CARE',
        occupation: '2221',
        engagement: 'PERMANENT',
        workingLanguages: [{ language: 'en', level: 'B1' }],
        englishAccepted: false,
        mustHave: ['triage'],
        openings: 1,
        salary: { min: 27.5, max: 31, currency: 'CAD', period: 'HOUR' },
        startBy: '2027-06-01',
        permitSupport: true,
        // Without a country of its own the licence counts where the work is.
        licence: { profession: '2221', country: 'SE-AC', needed: 'HELD' },
        description: {
          language: 'en',
          text: 'We look for a nurse with experience of triage in an emergency department.',
        },
        employer: { name: 'Kliniken' },
      },
    });
  });

  test.each([
    [{ openings: 0 }, ['input', 'openings']],
    [{ salary: { min: 5, max: 4, currency: 'SEK', period: 'MONTH' } }, ['input', 'salary']],
    [{ salary: { min: 5, max: 6, currency: 'kr', period: 'MONTH' } }, ['input', 'salary', 'currency']],
    [{ mustHave: [' '] }, ['input', 'mustHave', 0]],
    [{ title: '' }, ['input', 'title']],
    [{ occupation: '22' }, ['input', 'occupation']],
    [{ licence: { profession: 'nurse', needed: 'HELD' } }, ['input', 'licence', 'profession']],
    [{ licence: { profession: '2221', country: 'Sweden', needed: 'HELD' } }, ['input', 'licence', 'country']],
  ])('with %j is refused with the path', async (changes, path) => {
    const employer = await addEmployer(api);
    const { errors } = await api.ask(employer, CREATE, { input: roleInput(employer.rowId, changes) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path });
  });
});
