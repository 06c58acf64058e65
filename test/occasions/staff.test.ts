import { describe, expect, test } from 'vitest';
import { MeetingEntity } from '../../src/occasions/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addEmployer, addTalent, useApi } from '../testkit/index.ts';
import { addHostOrganisation, addOccasion, advance, joinEmployer, joinTalent } from '../testkit/occasions.ts';

const api = useApi();
const INTERVIEWER = `mutation ($participationId: ID!, $input: StaffInput!) { addInterviewer(participationId: $participationId, input: $input) { id kind name languages version } }`;
const INTERPRETER = `mutation ($occasionId: ID!, $input: StaffInput!) { addInterpreter(occasionId: $occasionId, input: $input) { id kind name version } }`;
const EDIT = `mutation ($id: ID!, $version: Int!, $input: StaffInput!) { editStaff(id: $id, version: $version, input: $input) { name meetingsMax version } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeStaff(id: $id, version: $version) }`;
const INTERPRETERS = `query ($id: ID!) { occasion(id: $id) { interpreters { id name } } }`;

const codeOf = async (...request: Parameters<typeof api.ask>) =>
  (await api.ask(...request)).errors?.[0]?.extensions.code;
const ida = { name: 'Ida Intern', languages: ['sv', 'en'] };

describe('an interviewer', () => {
  test('is named, changed and taken away by the employer, its proxy and the hosts', async () => {
    const occasion = await addOccasion(api);
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, { representedById: ministry.rowId });
    const { participation } = await joinEmployer(api, occasion, { employer: inn });
    const participationId = participation.id;
    for (const actor of [inn, ministry, occasion.host]) {
      const { data } = await api.ask<{ addInterviewer: { id: string; version: number } }>(
        actor,
        INTERVIEWER,
        {
          participationId,
          input: ida,
        },
      );
      expect(data.addInterviewer).toMatchObject({ kind: 'INTERVIEWER', ...ida, version: 1 });
      const { id } = data.addInterviewer;
      const edit = { id, version: 1, input: { ...ida, meetingsMax: 6 } };
      expect((await api.ask(actor, EDIT, edit)).data).toEqual({
        editStaff: { name: 'Ida Intern', meetingsMax: 6, version: 2 },
      });
      expect(await codeOf(actor, EDIT, edit)).toBe('DATABASE_CHANGED_MEANWHILE');
      expect((await api.ask(actor, REMOVE, { id, version: 2 })).data).toEqual({ removeStaff: true });
    }
  });

  test('is touched and read by nobody else', async () => {
    const occasion = await addOccasion(api);
    const { participation } = await joinEmployer(api, occasion, { interviewers: [ida] });
    const { participation: talents, talent } = await joinTalent(api, occasion);
    const [staff] = participation['interviewers'] as { id: string }[];
    const other = await joinEmployer(api, occasion);
    for (const actor of [talent, other.employer, await addHostOrganisation(api)]) {
      expect(await codeOf(actor, INTERVIEWER, { participationId: participation.id, input: ida })).toBe(
        'OCCASIONS_PARTICIPATION_UNKNOWN',
      );
      expect(await codeOf(actor, EDIT, { id: staff!.id, version: 1, input: ida })).toBe(
        'OCCASIONS_STAFF_UNKNOWN',
      );
      expect(await codeOf(actor, REMOVE, { id: staff!.id, version: 1 })).toBe('OCCASIONS_STAFF_UNKNOWN');
    }
    // Nobody interviews for a talent.
    expect(await codeOf(talent, INTERVIEWER, { participationId: talents.id, input: ida })).toBe(
      'OCCASIONS_PARTICIPATION_UNKNOWN',
    );
  });

  test('whom a meeting names stays on record', async () => {
    const occasion = await addOccasion(api);
    const { employer, participation } = await joinEmployer(api, occasion, { interviewers: [ida] });
    const { talent } = await joinTalent(api, occasion);
    const [staff] = participation['interviewers'] as { id: string }[];
    const { em } = api.as('operator');
    em.create(MeetingEntity, {
      id: newId(),
      occasionId: occasion.id,
      runId: null,
      talentId: talent.rowId,
      organisationId: employer.rowId,
      interviewerId: staff!.id,
      interpreterId: null,
      roleId: null,
      startsAt: new Date('2027-03-08T09:00:00Z'),
      endsAt: new Date('2027-03-08T09:20:00Z'),
      place: null,
      legId: null,
      state: 'CANCELLED',
      sequence: 0,
      linkSecret: newId(),
      pinned: false,
      missedBy: null,
      cancelReason: 'TEST',
    });
    await em.flush();
    expect(await codeOf(employer, REMOVE, { id: staff!.id, version: 1 })).toBe('OCCASIONS_STAFF_IN_MEETINGS');
  });
});

describe('an interpreter', () => {
  test('is named and read by hosts only', async () => {
    const occasion = await addOccasion(api);
    const { employer } = await joinEmployer(api, occasion);
    const input = { name: 'Tomás Tolk', languages: ['es', 'fr'] };
    const { data } = await api.ask<{ addInterpreter: { id: string } }>(occasion.host, INTERPRETER, {
      occasionId: occasion.id,
      input,
    });
    const { id } = data.addInterpreter;
    expect((await api.ask(occasion.host, INTERPRETERS, { id: occasion.id })).data).toEqual({
      occasion: { interpreters: [{ id, name: 'Tomás Tolk' }] },
    });
    for (const actor of [employer, await addTalent(api), await addHostOrganisation(api)]) {
      expect(await codeOf(actor, INTERPRETER, { occasionId: occasion.id, input })).toBe('ACCESS_FORBIDDEN');
      expect(await codeOf(actor, INTERPRETERS, { id: occasion.id })).toBe('ACCESS_FORBIDDEN');
      expect(await codeOf(actor, EDIT, { id, version: 1, input })).toBe('OCCASIONS_STAFF_UNKNOWN');
    }
    expect(await codeOf(occasion.host, EDIT, { id, version: 1, input })).toBeUndefined();
  });

  test('is not named for an occasion that is over, nor with languages that are none', async () => {
    const occasion = await addOccasion(api);
    const { errors } = await api.ask(occasion.host, INTERPRETER, {
      occasionId: occasion.id,
      input: { name: 'Tomás Tolk', languages: ['Spanish'] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['input', 'languages', 0],
    });
    await advance(api, occasion, 'cancel');
    expect(await codeOf(occasion.host, INTERPRETER, { occasionId: occasion.id, input: ida })).toBe(
      'OCCASIONS_OVER',
    );
  });
});
