import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { CITIZENSHIPS, newId } from '../../src/kernel/index.ts';
import { isInForce, overlapAmong, setPermitRule } from '../../src/permits/index.ts';
import { addEmployer, addTalent, OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';
import { ruleInput } from './samples.ts';

const api = useApi();
const SET = `mutation ($input: PermitRuleInput!, $id: ID, $version: Int) {
  setPermitRule(input: $input, id: $id, version: $version) { id version validFrom validTo salaryFloor { amount } }
}`;
const END = `mutation ($id: ID!, $version: Int!, $validTo: String) {
  endPermitRule(id: $id, version: $version, validTo: $validTo) { validTo version }
}`;
const LIST = `query ($country: String, $on: String, $first: Int, $after: String) {
  permitRules(country: $country, on: $on, first: $first, after: $after) {
    edges { node { territory permit validFrom validTo } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Set {
  setPermitRule: { id: string; version: number; validTo: string | null };
}
interface List {
  permitRules: {
    edges: { node: { territory: string; permit: string; validFrom: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const set = (input: object, replaced: object = {}) => api.ask<Set>(OPERATOR, SET, { input, ...replaced });
const listed = async (variables: object) =>
  (await api.ask<List>(OPERATOR, LIST, { first: 100, ...variables })).data.permitRules.edges.map(
    ({ node }) => node,
  );

describe('a permit rule', () => {
  test('comes back as it was sent, to everyone who has a token', async () => {
    await set(
      ruleInput({
        territory: 'NL',
        permit: 'kennismigrant',
        engagements: ['PERMANENT'],
        onlyOccupations: ['21', '2512'],
        exemptOccupations: ['2221'],
        processingDays: 14,
        validTo: '2026-12-31',
        note: 'from the age of 30',
      }),
    );
    for (const actor of [OPERATOR, ORGANISER, await addEmployer(api), await addTalent(api)]) {
      const { data } = await api.ask(
        actor,
        `{ permitRules(country: "NL") { edges { node {
          territory permit citizenship engagements onlyOccupations exemptOccupations
          salaryFloor { amount currency period } weeklyHours processingDays validFrom validTo source consultedOn note
        } } } }`,
      );
      expect(data).toEqual({
        permitRules: {
          edges: [
            {
              node: {
                territory: 'NL',
                permit: 'kennismigrant',
                citizenship: 'THIRD_COUNTRY',
                engagements: ['PERMANENT'],
                onlyOccupations: ['21', '2512'],
                exemptOccupations: ['2221'],
                salaryFloor: { amount: 30000.5, currency: 'SEK', period: 'MONTH' },
                weeklyHours: 40,
                processingDays: 14,
                validFrom: '2026-01-01',
                validTo: '2026-12-31',
                source: 'A law',
                consultedOn: '2026-11-21',
                note: 'from the age of 30',
              },
            },
          ],
        },
      });
    }
  });

  test('is written by operators only', async () => {
    const { data } = await set(ruleInput({ territory: 'IS' }));
    const { id, version } = data.setPermitRule;
    for (const actor of [ORGANISER, await addEmployer(api), await addTalent(api)])
      for (const [query, variables] of [
        [SET, { input: ruleInput({ territory: 'IS', permit: 'another' }) }],
        [END, { id, version, validTo: '2026-12-31' }],
      ] as const)
        expect((await api.ask(actor, query, variables)).errors?.[0]?.extensions.code).toBe(
          'ACCESS_FORBIDDEN',
        );
  });

  test('is replaced and ended by its version, and a lost update is refused', async () => {
    const { data } = await set(ruleInput({ territory: 'BE' }));
    const { id, version } = data.setPermitRule;
    const raised = ruleInput({
      territory: 'BE',
      salaryFloor: { amount: 31000, currency: 'EUR', period: 'MONTH' },
    });
    expect((await set(raised, { id, version })).data.setPermitRule).toMatchObject({ id, version: 2 });
    for (const stale of [{ id, version }, { id }])
      expect((await set(raised, stale)).errors?.[0]?.extensions.code).toBe('DATABASE_CHANGED_MEANWHILE');
    const ended = await api.ask(OPERATOR, END, { id, version: 2, validTo: '2026-12-31' });
    expect(ended.data).toEqual({ endPermitRule: { validTo: '2026-12-31', version: 3 } });
    const again = await api.ask(OPERATOR, END, { id, version: 2, validTo: '2027-12-31' });
    expect(again.errors?.[0]?.extensions.code).toBe('DATABASE_CHANGED_MEANWHILE');
    const records = await api
      .as('operator')
      .em.find(AuditRecordEntity, { subjectId: id }, { orderBy: { id: 'asc' } });
    expect(records.map(({ action, detail }) => [action, detail['step'], detail['salaryFloor']])).toEqual([
      ['permit:edit', 'add', 30000.5],
      ['permit:edit', 'change', 31000],
      ['permit:edit', 'end', 31000],
    ]);
  });

  test('is refused while another of its name is in force, until that one is ended', async () => {
    const { data } = await set(ruleInput({ territory: 'EE' }));
    const next = ruleInput({ territory: 'EE', permit: 'Work Permit', validFrom: '2026-07-01' });
    const refused = await set(next);
    expect(refused.status).toBe(409);
    expect(refused.errors?.[0]).toMatchObject({
      message: `'work permit' in EE would have two rules at a time: one from 2026-01-01, one from 2026-07-01`,
      extensions: { code: 'PERMITS_OVERLAP' },
    });
    const { id, version } = data.setPermitRule;
    await api.ask(OPERATOR, END, { id, version, validTo: '2026-06-30' });
    expect((await set(next)).errors).toBeUndefined();
    const reopened = await api.ask(OPERATOR, END, { id, version: 2, validTo: null });
    expect(reopened.errors?.[0]?.extensions.code).toBe('PERMITS_OVERLAP');
  });

  test('of two operators who write at the same time only one gets through', async () => {
    const both = await Promise.allSettled(
      ['2026-01-01', '2026-03-01'].map((validFrom) =>
        setPermitRule(api.as('operator'), ruleInput({ territory: 'LV', validFrom })),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    [{ territory: 'Sweden' }, ['input', 'territory']],
    [{ permit: ' ' }, ['input', 'permit']],
    [{ validTo: '2025-12-31' }, ['input', 'validTo']],
    [{ salaryFloor: { amount: 1, currency: 'SEX', period: 'MONTH' } }, ['input', 'salaryFloor', 'currency']],
    [{ salaryFloor: { amount: 0, currency: 'SEK', period: 'MONTH' } }, ['input', 'salaryFloor', 'amount']],
    [{ onlyOccupations: ['nurse'] }, ['input', 'onlyOccupations', 0]],
    [{ salaryFloor: null, exemptOccupations: ['22'] }, ['input', 'exemptOccupations']],
    [{ source: '' }, ['input', 'source']],
    [{ weeklyHours: 0 }, ['input', 'weeklyHours']],
  ])('with %j is refused with the path', async (changes, path) => {
    const { errors } = await set(ruleInput({ territory: 'PT', ...changes }));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID', path });
  });

  test('that does not exist is not found', async () => {
    const { errors } = await api.ask(OPERATOR, END, { id: newId(), version: 1 });
    expect(errors?.[0]?.extensions.code).toBe('PERMITS_UNKNOWN');
  });
});

describe('the list of permit rules', () => {
  test('has a country with its regions, on a day, in pages', async () => {
    for (const territory of ['AT', 'AT-9', 'AT-5'])
      await set(ruleInput({ territory, validFrom: '2025-01-01', validTo: '2025-12-31' }));
    await set(ruleInput({ territory: 'AT', validFrom: '2026-01-01' }));
    expect(
      (await listed({ country: 'AT' })).map(({ territory, validFrom }) => [territory, validFrom]),
    ).toEqual([
      ['AT', '2025-01-01'],
      ['AT', '2026-01-01'],
      ['AT-5', '2025-01-01'],
      ['AT-9', '2025-01-01'],
    ]);
    expect(await listed({ country: 'AT', on: '2025-12-31' })).toHaveLength(3);
    expect(await listed({ country: 'AT', on: '2026-01-01' })).toHaveLength(1);
    const first = (await api.ask<List>(OPERATOR, LIST, { country: 'AT', first: 3 })).data.permitRules;
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await listed({ country: 'AT', after: first.pageInfo.endCursor })).toEqual([
      expect.objectContaining({ territory: 'AT-9' }),
    ]);
  });

  test('refuses a day or country that is none', async () => {
    for (const variables of [{ on: 'tomorrow' }, { country: 'Sweden' }])
      expect((await api.ask(OPERATOR, LIST, variables)).errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
const validity = fc
  .record({
    territory: fc.constantFrom('SE', 'SE-AC'),
    permit: fc.constantFrom('work permit', 'Work permit'),
    citizenship: fc.option(fc.constantFrom(...CITIZENSHIPS)),
    validFrom: day,
    validTo: fc.option(day),
  })
  .filter(({ validFrom, validTo }) => validTo === null || validFrom <= validTo);

test('rules overlap exactly where on some day both are in force for the same people', () => {
  const days = Array.from({ length: 31 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
  fc.assert(
    fc.property(validity, validity, (one, other) => {
      const together = CITIZENSHIPS.some((group) =>
        days.some((date) =>
          [one, other].every(
            (rule) => isInForce(rule, date) && (rule.citizenship === null || rule.citizenship === group),
          ),
        ),
      );
      expect(overlapAmong([one, other]) !== undefined).toBe(one.territory === other.territory && together);
    }),
    { numRuns: 500 },
  );
});
