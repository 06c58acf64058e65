import { describe, expect, test } from 'vitest';
import { ConsentEntity, type Actor } from '../../src/access/index.ts';
import {
  admittedEmployers,
  admittedTalents,
  assertHost,
  hostTarget,
  occasionById,
  participationOf,
  sessionsOf,
  staffOf,
} from '../../src/occasions/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { addTalent, useApi } from '../testkit/index.ts';
import {
  addHostOrganisation,
  addOccasion,
  joinEmployer,
  joinTalent,
  sessionInput,
  withdrawOrganisation,
} from '../testkit/occasions.ts';

const api = useApi();
const contextOf = (actor: Actor) => api.service.contextFor(actor);

/** Ends a consent without what follows, as an import of consents does. */
const endConsent = (talentId: string) =>
  api
    .as('operator')
    .em.nativeUpdate(ConsentEntity, { subjectId: talentId, withdrawnAt: null }, { withdrawnAt: new Date() });

describe('what other rooms ask of occasions', () => {
  test('an occasion by its identifier is unknown to those who may not see a draft', async () => {
    const { id, host } = await addOccasion(api, { draft: true });
    const stranger = await addHostOrganisation(api);
    expect((await occasionById(contextOf(host), id)).id).toBe(id);
    for (const [actor, asked] of [
      [stranger, id],
      [host, newId()],
      [host, 'nonsense'],
    ] as const)
      await expect(occasionById(contextOf(actor), asked, ['there'])).rejects.toMatchObject({
        code: 'OCCASIONS_UNKNOWN',
        path: ['there'],
      });
  });

  test('its hosts, and whether the actor is one', async () => {
    const { id, host } = await addOccasion(api);
    const { em } = api.as('operator');
    expect(await hostTarget(em, id)).toEqual({ organisationIds: [host.rowId] });
    expect((await assertHost(contextOf(host), 'plan:run', id)).id).toBe(id);
    await expect(assertHost(contextOf(await addTalent(api)), 'plan:run', id)).rejects.toMatchObject({
      code: 'ACCESS_FORBIDDEN',
    });
  });

  test('who takes part: employers that have not left, talents whose consent stands', async () => {
    const occasion = await addOccasion(api, { talentSeats: 2 });
    const [stays, leaves] = [await joinEmployer(api, occasion), await joinEmployer(api, occasion)];
    const [agrees, disagrees] = [await joinTalent(api, occasion), await joinTalent(api, occasion)];
    const waits = await joinTalent(api, occasion);
    await withdrawOrganisation(api, leaves.employer.rowId);
    await endConsent(disagrees.talent.rowId);
    const { em } = api.as('operator');
    expect((await admittedEmployers(em, occasion.id)).map(({ id }) => id)).toEqual([stays.participation.id]);
    expect((await admittedTalents(em, occasion.id)).map(({ id }) => id)).toEqual([agrees.participation.id]);
    const asked = await participationOf(em, occasion.id, { talentId: waits.talent.rowId });
    expect(asked?.state).toBe('WAITING');
    expect(await participationOf(em, occasion.id, { talentId: newId() })).toBeNull();
  });

  test('a talent whose consent ended elsewhere is in no employer’s view', async () => {
    const occasion = await addOccasion(api);
    const { employer } = await joinEmployer(api, occasion);
    const { talent } = await joinTalent(api, occasion);
    const seen = async () => {
      const { data } = await api.ask<{ occasion: { participations: { edges: unknown[] } } }>(
        employer,
        `query ($id: ID!) { occasion(id: $id) { participations(side: TALENT) { edges { node { id } } } } }`,
        { id: occasion.id },
      );
      return data.occasion.participations.edges.length;
    };
    expect(await seen()).toBe(1);
    await endConsent(talent.rowId);
    expect(await seen()).toBe(0);
  });

  test('when and with whom: sessions of all legs or one, and everybody on the staff', async () => {
    const legId = newId();
    const occasion = await addOccasion(api, {
      sessions: [sessionInput({ fromTime: '13:00', toTime: '15:00', legId }), sessionInput()],
    });
    await joinEmployer(api, occasion, { interviewers: [{ name: 'Ida Intern' }] });
    const { em } = api.as('operator');
    const times = async (leg?: string | null) =>
      (await sessionsOf(em, occasion.id, leg)).map(({ fromTime }) => fromTime);
    expect(await times()).toEqual(['09:00', '13:00']);
    expect(await times(legId)).toEqual(['13:00']);
    expect(await times(null)).toEqual(['09:00']);
    expect((await staffOf(em, occasion.id)).map(({ kind }) => kind)).toEqual(['INTERVIEWER']);
  });
});
