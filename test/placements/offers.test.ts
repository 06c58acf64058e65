import { beforeEach, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { expireOffer } from '../../src/placements/index.ts';
import { addEmployer, addRole, addTalent, OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';
import { addMission, offerStage } from './stage.ts';

const START = new Date('2026-11-21T12:00:00Z');
let now = START;
const api = useApi({ clock: () => now });
const stage = offerStage(api);
beforeEach(() => {
  now = START;
});

describe('an offer', () => {
  test('is made by the employer to a talent whom it does not know, and both are told', async () => {
    const { employer, talent, offer } = await stage.offered();
    expect(offer).toMatchObject({
      state: 'OFFERED',
      talent: { id: talent.id, name: null, identified: false },
      milestones: [{ kind: 'OFFER', onDate: '2026-11-21' }],
    });
    for (const actor of [employer, talent]) expect(await stage.heard(actor)).toEqual(['offer.made']);
    const trail = await api.as('operator').em.find(AuditRecordEntity, { subjectId: offer.id });
    expect(trail).toMatchObject([{ action: 'offer:make', subjectKind: 'offer', actorId: employer.id }]);
  });

  test('is made for an employer by whoever represents it, and by nobody else', async () => {
    const ministry = await addEmployer(api, { kind: 'MINISTRY' });
    const inn = await addEmployer(api, { representedById: ministry.rowId });
    const roleId = await addRole(api, inn);
    const talent = await addTalent(api);
    for (const actor of [await addEmployer(api), ORGANISER, talent])
      expect(await stage.make(actor, roleId, talent)).toMatchObject({ code: 'ACCESS_FORBIDDEN' });
    expect(await stage.make(null, roleId, talent)).toMatchObject({ code: 'ACCESS_UNAUTHENTICATED' });
    expect((await stage.make(ministry, roleId, talent)).offer).toMatchObject({ state: 'OFFERED' });
  });

  test('is made by a host for those who take part in its occasion, and for nobody else', async () => {
    const [inn, stranger] = [await addEmployer(api), await addEmployer(api)];
    const mission = await addMission(api, inn);
    const talent = await addTalent(api);
    const [ofInn, ofStranger] = [await addRole(api, inn), await addRole(api, stranger)];
    const origin = { occasionId: mission.id };
    expect(await stage.make(mission.host, ofStranger, talent, origin)).toMatchObject({
      code: 'ACCESS_FORBIDDEN',
    });
    expect(await stage.make(stranger, ofStranger, talent, origin)).toMatchObject({
      code: 'PLACEMENTS_ORIGIN_UNKNOWN',
    });
    expect(await stage.make(mission.host, ofInn, talent)).toMatchObject({ code: 'ACCESS_FORBIDDEN' });
    const { offer } = await stage.make(mission.host, ofInn, talent, origin);
    expect(offer).toMatchObject({ state: 'OFFERED', talent: { identified: true } });
    expect(await stage.heard(inn)).toEqual(['offer.made']);
    expect((await stage.list(mission.host)).map(({ id }) => id)).toEqual([offer!.id]);
    const other = await addMission(api, stranger);
    expect(await stage.list(other.host)).toEqual([]);
    expect(await stage.read(other.host, offer!.id)).toMatchObject({ code: 'PLACEMENTS_OFFER_UNKNOWN' });
  });

  test('needs the standing consent of the talent', async () => {
    const employer = await addEmployer(api);
    const roleId = await addRole(api, employer);
    const silent = await addTalent(api, {}, false);
    expect(await stage.make(employer, roleId, silent)).toMatchObject({ code: 'TALENTS_UNKNOWN' });
    expect(await stage.make(OPERATOR, roleId, silent)).toMatchObject({ code: 'ACCESS_CONSENT_NEEDED' });
    expect(await stage.make(employer, roleId, { id: newId() })).toMatchObject({ code: 'TALENTS_UNKNOWN' });
  });

  test('is not made twice, nor for a closed role, nor to be answered in the past', async () => {
    const { employer, roleId, talent, offer } = await stage.offered(2);
    expect(await stage.make(employer, roleId, talent)).toMatchObject({
      code: 'PLACEMENTS_OFFER_STANDS',
      message: expect.stringContaining(offer.id),
    });
    const other = await addTalent(api);
    expect(await stage.make(employer, roleId, other, { answerBy: now.toISOString() })).toMatchObject({
      code: 'INPUT_INVALID',
    });
    await api.ask(employer, 'mutation ($id: ID!) { withdrawRole(id: $id) { id } }', { id: roleId });
    expect(await stage.make(employer, roleId, other)).toMatchObject({ code: 'PLACEMENTS_ROLE_CLOSED' });
  });

  test('is seen by its two sides and operators; to everybody else it does not exist', async () => {
    const { employer, talent, offer } = await stage.offered(1, { tandemId: newId() });
    for (const actor of [employer, talent, OPERATOR])
      expect((await stage.read(actor, offer.id)).offer).toBeDefined();
    for (const actor of [
      await addEmployer(api),
      await addTalent(api),
      { ...ORGANISER, organisationId: newId() },
    ]) {
      expect(await stage.read(actor, offer.id)).toMatchObject({ code: 'PLACEMENTS_OFFER_UNKNOWN' });
      expect(await stage.list(actor)).toEqual([]);
      expect(await stage.answer(actor, offer.id, 'ACCEPT')).toMatchObject({
        code: 'PLACEMENTS_OFFER_UNKNOWN',
      });
    }
    expect(await stage.read(null, offer.id)).toMatchObject({ code: 'ACCESS_UNAUTHENTICATED' });
    await expect(stage.list(null)).rejects.toThrow('ACCESS_UNAUTHENTICATED');
    // That two people move together is told by them alone.
    expect((await stage.read(employer, offer.id)).offer!.tandemId).toBeNull();
    expect((await stage.read(talent, offer.id)).offer!.tandemId).not.toBeNull();
  });

  test('is found by role, employer, talent and occasion, newest first', async () => {
    const employer = await addEmployer(api);
    const mission = await addMission(api, employer);
    const [one, two] = [await addRole(api, employer), await addRole(api, employer)];
    const [ada, ben] = [await addTalent(api), await addTalent(api)];
    const ids: string[] = [];
    for (const [roleId, talent, more] of [
      [one, ada, { occasionId: mission.id }],
      [one, ben, {}],
      [two, ada, {}],
    ] as const) {
      now = new Date(now.getTime() + 1000);
      ids.push((await stage.make(employer, roleId, talent, more)).offer!.id);
    }
    const found = async (filter: object) =>
      (await stage.list(employer, filter)).map(({ id }) => ids.indexOf(id));
    expect(await found({})).toEqual([2, 1, 0]);
    expect(await found({ roleId: one })).toEqual([1, 0]);
    expect(await found({ talentId: ada.id })).toEqual([2, 0]);
    expect(await found({ occasionId: mission.id })).toEqual([0]);
    expect(await found({ employerId: employer.rowId, talentId: ben.id })).toEqual([1]);
    expect(await found({ roleId: 'nothing' })).toEqual([]);
    expect((await stage.list(ada)).map(({ id }) => ids.indexOf(id))).toEqual([2, 0]);
  });
});

describe('an answer', () => {
  test('is the talent’s alone; accepting shows the employer who they are', async () => {
    const { employer, talent, offer } = await stage.offered();
    for (const actor of [employer, OPERATOR])
      expect(await stage.answer(actor, offer.id, 'ACCEPT')).toMatchObject({ code: 'ACCESS_FORBIDDEN' });
    expect((await stage.answer(talent, offer.id, 'ACCEPT')).offer).toMatchObject({
      state: 'ACCEPTED',
      milestones: [{ kind: 'OFFER' }, { kind: 'ACCEPTED', onDate: '2026-11-21' }],
    });
    expect((await stage.read(employer, offer.id)).offer!.talent).toMatchObject({ name: 'Ada Sample' });
    expect(await stage.heard(employer)).toEqual(['offer.accepted', 'offer.made']);
    expect(await stage.answer(talent, offer.id, 'DECLINE')).toMatchObject({
      code: 'LIVES_ILLEGAL_MOVE',
      message: expect.stringContaining('it can: reach, arrive, end'),
    });
  });

  test('that declines carries a reason for the employer, and leaves the talent unknown to it', async () => {
    const { employer, talent, offer } = await stage.offered();
    await stage.answer(talent, offer.id, 'DECLINE', { reason: 'Too far from school.' });
    expect((await stage.read(employer, offer.id)).offer).toMatchObject({
      state: 'DECLINED',
      reason: 'Too far from school.',
      settledAt: now.toISOString(),
      talent: { identified: false },
    });
    expect(await stage.heard(employer)).toEqual(['offer.declined', 'offer.made']);
    const [record] = await api
      .as('operator')
      .em.find(AuditRecordEntity, { subjectId: offer.id, action: 'offer:answer' });
    expect(JSON.stringify(record!.detail)).not.toContain('school');
  });

  test('to one of several offers leaves the others open, or declines them when asked to', async () => {
    const talent = await addTalent(api);
    const employers = [await addEmployer(api), await addEmployer(api), await addEmployer(api)];
    const offers = [];
    for (const employer of employers)
      offers.push((await stage.make(employer, await addRole(api, employer), talent)).offer!);
    const statesOf = async () =>
      Object.fromEntries((await stage.list(talent)).map(({ id, state }) => [id, state]));
    await stage.answer(talent, offers[0]!.id, 'ACCEPT');
    expect(await statesOf()).toMatchObject({ [offers[1]!.id]: 'OFFERED', [offers[2]!.id]: 'OFFERED' });
    await stage.answer(talent, offers[1]!.id, 'ACCEPT', { declineOthers: true });
    expect(await statesOf()).toEqual({
      [offers[0]!.id]: 'ACCEPTED',
      [offers[1]!.id]: 'ACCEPTED',
      [offers[2]!.id]: 'DECLINED',
    });
    expect(await stage.heard(employers[2]!)).toEqual(['offer.declined', 'offer.made']);
  });

  test('comes before the last instant or not at all; when that is noted both are told once', async () => {
    const { employer, roleId, talent, offer } = await stage.offered(1, { answerBy: '2026-11-28T08:00:00Z' });
    now = new Date('2026-11-28T07:59:59.999Z');
    expect(await expireOffer(api.as('operator'), offer.id)).toBe(false);
    expect((await stage.read(talent, offer.id)).offer!.state).toBe('OFFERED');
    now = new Date('2026-11-28T08:00:00Z');
    expect((await stage.read(talent, offer.id)).offer).toMatchObject({
      state: 'EXPIRED',
      settledAt: '2026-11-28T08:00:00.000Z',
    });
    expect(await stage.answer(talent, offer.id, 'ACCEPT')).toMatchObject({
      code: 'PLACEMENTS_OFFER_EXPIRED',
    });
    expect(await stage.withdraw(employer, offer.id)).toMatchObject({ code: 'PLACEMENTS_OFFER_EXPIRED' });
    for (let times = 0; times < 2; times += 1)
      expect(await expireOffer(api.as('operator'), offer.id)).toBe(true);
    for (const actor of [employer, talent])
      expect(await stage.heard(actor)).toEqual(['offer.expired', 'offer.made']);
    expect((await stage.make(employer, roleId, talent)).offer!.state).toBe('OFFERED');
  });

  test('is not waited for when the offer is over and a new one is made', async () => {
    const { employer, roleId, talent, offer } = await stage.offered(1, { answerBy: '2026-11-28T08:00:00Z' });
    now = new Date('2026-11-29T08:00:00Z');
    expect((await stage.make(employer, roleId, talent)).offer!.id).not.toBe(offer.id);
    expect(await stage.heard(talent)).toEqual(expect.arrayContaining(['offer.expired', 'offer.made']));
  });
});

describe('the openings of a role', () => {
  test('are never accepted twice, however many accept at once', async () => {
    const employer = await addEmployer(api);
    const roleId = await addRole(api, employer, { openings: 3 });
    const talents = await Promise.all(Array.from({ length: 12 }, () => addTalent(api)));
    const offers: string[] = [];
    for (const talent of talents) offers.push((await stage.make(employer, roleId, talent)).offer!.id);
    const answers = await Promise.all(
      talents.map((talent, index) => stage.answer(talent, offers[index]!, 'ACCEPT')),
    );
    expect(answers.filter(({ offer }) => offer)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['PLACEMENTS_NO_OPENING']));
    expect(await stage.make(employer, roleId, await addTalent(api))).toMatchObject({
      code: 'PLACEMENTS_NO_OPENING',
    });
  });

  test('are free again when a hire ends early', async () => {
    const { employer, roleId, talent, offer } = await stage.offered();
    const other = await addTalent(api);
    const { offer: second } = await stage.make(employer, roleId, other);
    await stage.answer(talent, offer.id, 'ACCEPT');
    expect(await stage.answer(other, second!.id, 'ACCEPT')).toMatchObject({ code: 'PLACEMENTS_NO_OPENING' });
    await stage.end(employer, offer.id, '2026-11-21');
    expect((await stage.answer(other, second!.id, 'ACCEPT')).offer!.state).toBe('ACCEPTED');
  });
});

describe('a withdrawal', () => {
  test('by the employer ends an open offer, and both are told', async () => {
    const { employer, talent, offer } = await stage.offered();
    expect(await stage.withdraw(talent, offer.id)).toMatchObject({ code: 'ACCESS_FORBIDDEN' });
    expect((await stage.withdraw(employer, offer.id, 'The ward closes.')).offer!.state).toBe('WITHDRAWN');
    expect((await stage.read(talent, offer.id)).offer!.reason).toBe('The ward closes.');
    expect(await stage.heard(talent)).toEqual(['offer.withdrawn', 'offer.made']);
    expect(await stage.answer(talent, offer.id, 'ACCEPT')).toMatchObject({ code: 'LIVES_ILLEGAL_MOVE' });
  });

  test('of consent ends open offers at once and takes them out of the employer’s view; hires stay', async () => {
    const { employer, talent, offer } = await stage.offered();
    const rival = await addEmployer(api);
    const { offer: open } = await stage.make(rival, await addRole(api, rival), talent);
    await stage.answer(talent, offer.id, 'ACCEPT');
    await api.ask(talent, 'mutation { withdrawConsent(purpose: MATCHING) { id } }');
    expect((await stage.list(talent)).map(({ state }) => state).sort()).toEqual(['ACCEPTED', 'WITHDRAWN']);
    expect(await stage.heard(rival)).toEqual(['offer.withdrawn', 'offer.made']);
    expect(await stage.list(rival)).toEqual([]);
    expect(await stage.read(rival, open!.id)).toMatchObject({ code: 'PLACEMENTS_OFFER_UNKNOWN' });
    expect(await stage.list(employer)).toMatchObject([{ id: offer.id, state: 'ACCEPTED', talent: null }]);
    const record = await api
      .as('operator')
      .em.findOne(AuditRecordEntity, { subjectId: open!.id, action: 'offer:lapse' });
    expect(record!.detail).toEqual({ move: 'release', from: 'OFFERED', to: 'WITHDRAWN' });
  });

  test('of consent while offers are made leaves none open', async () => {
    const talent = await addTalent(api);
    const employers = await Promise.all(Array.from({ length: 6 }, () => addEmployer(api)));
    const roles: string[] = [];
    for (const employer of employers) roles.push(await addRole(api, employer));
    await Promise.all([
      ...employers.map((employer, index) => stage.make(employer, roles[index]!, talent)),
      api.ask(talent, 'mutation { withdrawConsent(purpose: MATCHING) { id } }'),
    ]);
    expect((await stage.list(talent)).filter(({ state }) => state === 'OFFERED')).toEqual([]);
  });
});
