import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feeAfter, feeFor, type PackageTerms } from '../../src/occasions/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addRole, addTalent, useApi } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  JOIN,
  joinEmployer,
  versionOf,
  type StagedOccasion,
} from '../testkit/occasions.ts';

const api = useApi();
const SET = `mutation ($occasionId: ID!, $version: Int!, $packages: [PackageInput!]!) {
  setPackages(occasionId: $occasionId, version: $version, packages: $packages) {
    version packages { id name amount currency includes employeesFrom employeesTo rolesIncluded furtherRoleAmount }
  }
}`;
const EDIT = `mutation ($id: ID!, $version: Int!, $input: EmployerParticipationInput!) {
  editEmployerParticipation(id: $id, version: $version, input: $input) { id version fee { amount currency } }
}`;

const terms = (changes: Partial<PackageTerms> = {}): PackageTerms => ({
  id: newId(),
  amount: 1000,
  currency: 'EUR',
  employeesFrom: null,
  employeesTo: null,
  rolesIncluded: null,
  furtherRoleAmount: null,
  ...changes,
});

/** Québec International's fees: about SEK 20,000 with more than 50 employees, 10,000 below. */
const QUEBEC = [
  terms({ amount: 20_000, currency: 'SEK', employeesFrom: 51 }),
  terms({ amount: 10_000, currency: 'SEK', employeesTo: 50 }),
];

/** Copenhagen Capacity's: DKK 30,000 for up to three jobs, 5,000 for each further one. */
const COPENHAGEN = [terms({ amount: 30_000, currency: 'DKK', rolesIncluded: 3, furtherRoleAmount: 5000 })];

describe('a fee', () => {
  test.each([
    [0, 10_000],
    [50, 10_000],
    [51, 20_000],
    [4000, 20_000],
  ])('in Québec for %i employees is SEK %i', (employees, amount) => {
    expect(feeFor(QUEBEC, employees, 2)).toMatchObject({ amount, currency: 'SEK' });
  });

  test.each([
    [1, 30_000],
    [3, 30_000],
    [5, 40_000],
  ])('in Copenhagen for %i jobs is DKK %i', (roles, amount) => {
    expect(feeFor(COPENHAGEN, null, roles)).toMatchObject({ amount, currency: 'DKK' });
  });

  test('is chosen where several packages fit, as at the Journées Québec', () => {
    const packages = [terms({ amount: 1000 }), terms({ amount: 2000 })];
    expect(() => feeFor(packages, 80, 1)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_PACKAGE_CHOICE_NEEDED' }),
    );
    expect(feeFor(packages, 80, 1, packages[1]!.id)).toMatchObject({ amount: 2000 });
  });

  test('is chosen by an employer whose head count nobody knows', () => {
    expect(() => feeFor(QUEBEC, null, 1)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_PACKAGE_CHOICE_NEEDED' }),
    );
    expect(() => feeFor([QUEBEC[0]!], null, 1)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_PACKAGE_CHOICE_NEEDED' }),
    );
    expect(feeFor(QUEBEC, null, 1, QUEBEC[1]!.id)).toMatchObject({ amount: 10_000 });
  });

  test('cannot be another size’s, nor that of a package that is not there', () => {
    expect(() => feeFor(QUEBEC, 80, 1, QUEBEC[1]!.id)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_PACKAGE_DOES_NOT_FIT' }),
    );
    expect(() => feeFor(QUEBEC, 80, 1, newId())).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_PACKAGE_UNKNOWN' }),
    );
    expect(() => feeFor([QUEBEC[0]!], 10, 1)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_NO_PACKAGE_FITS' }),
    );
  });

  test('has no further roles where they have no price', () => {
    expect(() => feeFor([terms({ rolesIncluded: 3 })], 10, 4)).toThrow(
      expect.objectContaining({ code: 'OCCASIONS_TOO_MANY_ROLES' }),
    );
  });

  test('is nothing where there are no packages', () => {
    expect(feeFor([], 10, 4)).toBeNull();
  });

  test('after roles came and went is what it was, however the prices of roles stand now', () => {
    const money = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(money, count, money, count, count, (amount, included, further, before, after) => {
        const priced = terms({ amount, rolesIncluded: included, furtherRoleAmount: further });
        const fee = feeFor([priced], 10, before)!.amount;
        // To the cent: the amounts are what was asked for, not near it.
        expect(feeAfter(priced, fee, before, after)).toBe(feeFor([priced], 10, after)!.amount);
        expect(feeAfter(priced, feeAfter(priced, fee, before, after), after, before)).toBe(fee);
      }),
    );
  });
});

const PACKAGES = [
  {
    name: 'Large',
    amount: 20_000,
    currency: 'SEK',
    includes: ['Offers translated', 'A stand'],
    employeesFrom: 51,
    rolesIncluded: 1,
    furtherRoleAmount: 2500.5,
  },
  { name: 'Small', amount: 10_000, currency: 'SEK', employeesTo: 50 },
];

const packagesOf = async ({ id, host }: StagedOccasion) => {
  const { data } = await api.ask<{ occasion: { packages: { id: string; name: string }[] } }>(
    host,
    `query ($id: ID!) { occasion(id: $id) { packages { id name } } }`,
    { id },
  );
  return data.occasion.packages;
};

describe('packages', () => {
  test('are set by a host and read by everybody', async () => {
    const occasion = await addOccasion(api, { packages: PACKAGES });
    const { data } = await api.ask(
      await addTalent(api),
      `query ($id: ID!) { occasion(id: $id) { packages { name amount currency includes employeesFrom employeesTo rolesIncluded furtherRoleAmount } } }`,
      { id: occasion.id },
    );
    const nothing = { employeesFrom: null, employeesTo: null, rolesIncluded: null, furtherRoleAmount: null };
    expect(data).toEqual({
      occasion: {
        packages: [
          { ...nothing, includes: [], ...PACKAGES[1] },
          { ...nothing, ...PACKAGES[0] },
        ],
      },
    });
    const set = { occasionId: occasion.id, version: await versionOf(api, occasion), packages: [] };
    for (const actor of [await addEmployer(api), await addTalent(api), await addHostOrganisation(api)]) {
      const { errors } = await api.ask(actor, SET, set);
      expect(errors?.[0]?.extensions.code).toBe('ACCESS_FORBIDDEN');
    }
  });

  test('set the fee on joining, and the fee stays when they change', async () => {
    const occasion = await addOccasion(api, { packages: PACKAGES });
    const employer = await addEmployer(api, { employees: 120 });
    const roleIds = [await addRole(api, employer), await addRole(api, employer)];
    const { participation } = await joinEmployer(api, occasion, { employer, roleIds });
    expect(participation).toMatchObject({
      fee: { amount: 22_500.5, currency: 'SEK' },
      package: { name: 'Large' },
    });
    const [small, large] = await packagesOf(occasion);
    const { errors } = await api.ask(occasion.host, SET, {
      occasionId: occasion.id,
      version: await versionOf(api, occasion),
      packages: [
        { ...PACKAGES[0], id: large!.id, amount: 99_000 },
        { ...PACKAGES[1], id: small!.id },
      ],
    });
    expect(errors).toBeUndefined();
    const edit = { ...participation, input: { roleIds: roleIds.slice(0, 1) } };
    const { data } = await api.ask(employer, EDIT, edit);
    expect(data).toMatchObject({ editEmployerParticipation: { fee: { amount: 20_000 } } });
  });

  test('that somebody has joined with are not taken away', async () => {
    const occasion = await addOccasion(api, { packages: PACKAGES });
    await joinEmployer(api, occasion, { employer: await addEmployer(api, { employees: 10 }) });
    const [small, large] = await packagesOf(occasion);
    const version = await versionOf(api, occasion);
    const set = (packages: object[]) =>
      api.ask(occasion.host, SET, { occasionId: occasion.id, version, packages });
    expect((await set([{ ...PACKAGES[0], id: large!.id }])).errors?.[0]?.extensions.code).toBe(
      'OCCASIONS_PACKAGE_IN_USE',
    );
    expect((await set([{ ...PACKAGES[0], id: newId() }])).errors?.[0]?.extensions.code).toBe(
      'OCCASIONS_PACKAGE_UNKNOWN',
    );
    expect((await set([{ ...PACKAGES[1], id: small!.id }])).errors).toBeUndefined();
  });

  test('leave an employer whose size is not known the choice, named in the failure', async () => {
    const occasion = await addOccasion(api, { packages: PACKAGES });
    const employer = await addEmployer(api, { employees: null });
    const join = { occasionId: occasion.id, organisationId: employer.rowId, input: {} };
    const { errors } = await api.ask(employer, JOIN, join);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'OCCASIONS_PACKAGE_CHOICE_NEEDED',
      path: ['input', 'packageId'],
    });
    const [small] = await packagesOf(occasion);
    expect(errors?.[0]?.message).toContain(small!.id);
    const { participation } = await joinEmployer(api, occasion, { employer, packageId: small!.id });
    expect(participation).toMatchObject({ fee: { amount: 10_000 } });
  });

  test.each([
    [{ amount: -1 }, ['packages', 0, 'amount']],
    [{ amount: 0.001 }, ['packages', 0, 'amount']],
    [{ currency: 'kr' }, ['packages', 0, 'currency']],
    [{ employeesFrom: 60, employeesTo: 50 }, ['packages', 0, 'employeesTo']],
    [{ furtherRoleAmount: 100 }, ['packages', 0, 'furtherRoleAmount']],
  ])('with %j are refused with the path', async (changes, path) => {
    const occasion = await addOccasion(api);
    const { errors } = await api.ask(occasion.host, SET, {
      occasionId: occasion.id,
      version: await versionOf(api, occasion),
      packages: [{ name: 'Stand', amount: 1, currency: 'EUR', ...changes }],
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path });
  });
});
