import { beforeAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity } from '../../src/access/index.ts';
import { MessageEntity } from '../../src/messages/index.ts';
import { addEmployer, addTalent, OPERATOR, useApi, type Owned } from '../testkit/index.ts';
import { addMission, askMission, bringRole, codeIn, legInput, setLegs } from '../testkit/missions.ts';
import { addHostOrganisation, joinTalent, type StagedOccasion } from '../testkit/occasions.ts';

const api = useApi();

const PROPOSE = `mutation ($missionId: ID!, $roleId: ID!, $first: Int! = 20) {
  proposeTalents(missionId: $missionId, roleId: $roleId, first: $first) {
    id state score modelId version role { id } talent { id name }
  }
}`;
const ASK = `mutation ($missionId: ID!, $proposalIds: [ID!]!) {
  askTalents(missionId: $missionId, proposalIds: $proposalIds) { id state version askedAt }
}`;
const ANSWER = `mutation ($id: ID!, $version: Int!, $accept: Boolean!) {
  answerProposal(id: $id, version: $version, accept: $accept) { state version }
}`;
const DISMISS = `mutation ($id: ID!, $version: Int!) { dismissProposal(id: $id, version: $version) { state } }`;
const MINE = `{ myMissionProposals { id state version mission { id name } role { title } } }`;
const LIST = `query ($missionId: ID!, $first: Int! = 20, $after: String, $state: ProposalState) {
  mission(id: $missionId) {
    proposals(first: $first, after: $after, state: $state) {
      edges { node { id state talent { id } } } pageInfo { hasNextPage endCursor }
    }
  }
}`;
const TAKING_PART = `query ($missionId: ID!) {
  mission(id: $missionId) {
    participations(side: TALENT) {
      edges { node { id state reason screenings {
        number decision reason decidedBy total marks { criterion mark } rubric { number }
      } } }
    }
  }
}`;
const RUBRIC = `mutation ($missionId: ID!, $number: Int!, $criteria: [CriterionInput!]!) {
  setRubric(missionId: $missionId, version: $number, criteria: $criteria) { number criteria { code } }
}`;
const SCREEN = `mutation ($missionId: ID!, $talentId: ID!, $input: MissionScreeningInput!) {
  screen(missionId: $missionId, talentId: $talentId, input: $input) { number decision total decidedBy }
}`;

interface Proposed {
  id: string;
  state: string;
  score: number;
  version: number;
  talent: { id: string; name: string | null };
}
interface Listed {
  mission: {
    proposals: {
      edges: { node: { id: string; state: string; talent: { id: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}
interface Screened {
  mission: {
    participations: {
      edges: {
        node: { id: string; state: string; reason: string | null; screenings: Record<string, unknown>[] };
      }[];
    };
  };
}

const criteria = [
  { code: 'LANGUAGE', label: 'Language', weight: 2, scale: 4 },
  { code: 'CARE', label: 'Years of care', weight: 1, scale: 10 },
];
const marks = [
  { criterion: 'LANGUAGE', mark: 3 },
  { criterion: 'CARE', mark: 5 },
];

async function proposed(mission: StagedOccasion, roleId: string): Promise<Proposed[]> {
  const { data } = await askMission<{ proposeTalents: Proposed[] }>(api, mission.host, mission, PROPOSE, {
    roleId,
  });
  return data.proposeTalents;
}

const taking = async (actor: Owned, mission: StagedOccasion) =>
  (await askMission<Screened>(api, actor, mission, TAKING_PART)).data.mission.participations.edges.map(
    ({ node }) => node,
  );

describe('talents of the pool', () => {
  let mission: StagedOccasion;
  let roleId: string;
  let employer: Owned;
  let brazilian: Owned;
  let other: Owned;
  let french: Owned;

  beforeAll(async () => {
    mission = await addMission(api);
    employer = await addEmployer(api);
    roleId = await bringRole(api, mission, employer);
    await setLegs(api, mission, [legInput()]);
    brazilian = await addTalent(api, { country: 'BR', region: 'BR-SP', email: 'br@example.org' });
    other = await addTalent(api, {
      country: 'BR',
      region: 'BR-SP',
      cv: { language: 'en', text: 'Nurse with two years of triage.' },
    });
    french = await addTalent(api);
    await addTalent(api, { country: 'BR', region: 'BR-SP' }, false);
    await api.embedAll();
  });

  test('are proposed by the ranking, those of the legs’ countries, and learn nothing of it', async () => {
    const list = await proposed(mission, roleId);
    expect(new Set(list.map(({ talent }) => talent.id))).toEqual(new Set([brazilian.rowId, other.rowId]));
    expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(list[0]).toMatchObject({ state: 'PROPOSED', talent: { name: 'Ada Sample' } });
    const { data } = await api.ask<{ myMissionProposals: object[] }>(brazilian, MINE);
    expect(data.myMissionProposals).toEqual([]);
    // Nor are they asked twice, however often they are ranked.
    expect(await proposed(mission, roleId)).toEqual([]);
    const answer = await api.ask(brazilian, ANSWER, { id: list[0]!.id, version: 1, accept: true });
    expect(codeIn(answer)).toBe('DELEGATIONS_PROPOSAL_UNKNOWN');
  });

  test('are listed for hosts in pages, and for nobody else', async () => {
    const first = await askMission<Listed>(api, mission.host, mission, LIST, { first: 1 });
    const { pageInfo, edges } = first.data.mission.proposals;
    expect(pageInfo.hasNextPage).toBe(true);
    const second = await askMission<Listed>(api, mission.host, mission, LIST, { after: pageInfo.endCursor });
    expect([...edges, ...second.data.mission.proposals.edges]).toHaveLength(2);
    for (const actor of [employer, brazilian, await addHostOrganisation(api)]) {
      const { data } = await askMission<Listed>(api, actor, mission, LIST);
      expect(data.mission.proposals.edges).toEqual([]);
      expect(codeIn(await askMission(api, actor, mission, PROPOSE, { roleId }))).toBe('ACCESS_FORBIDDEN');
      expect(codeIn(await askMission(api, actor, mission, ASK, { proposalIds: [] }))).toBe(
        'ACCESS_FORBIDDEN',
      );
    }
  });

  test('take part by their own word alone', async () => {
    const { data } = await askMission<Listed>(api, mission.host, mission, LIST);
    const idOf = (talent: Owned) =>
      data.mission.proposals.edges.find(({ node }) => node.talent.id === talent.rowId)!.node.id;
    const asked = await askMission<{ askTalents: { version: number }[] }>(api, mission.host, mission, ASK, {
      proposalIds: [idOf(brazilian), idOf(other)],
    });
    expect(asked.data.askTalents).toMatchObject([{ state: 'ASKED' }, { state: 'ASKED' }]);
    expect(await taking(mission.host, mission)).toEqual([]);
    const told = await api.as('operator').em.find(MessageEntity, { template: 'mission.proposed' });
    expect(told.map(({ recipientId }) => recipientId).toSorted()).toEqual(
      [brazilian.rowId, other.rowId].toSorted(),
    );
    const { version } = asked.data.askTalents[0]!;
    const answer = (actor: Owned, id: string, accept: boolean, from = version) =>
      api.ask<{ answerProposal: { state: string } }>(actor, ANSWER, { id, version: from, accept });
    expect(codeIn(await answer(french, idOf(brazilian), true))).toBe('DELEGATIONS_PROPOSAL_UNKNOWN');
    expect(codeIn(await answer(mission.host, idOf(brazilian), true))).toBe('DELEGATIONS_PROPOSAL_UNKNOWN');
    expect(codeIn(await answer(brazilian, idOf(brazilian), true, version - 1))).toBe(
      'DATABASE_CHANGED_MEANWHILE',
    );
    expect((await answer(brazilian, idOf(brazilian), true)).data.answerProposal.state).toBe('ACCEPTED');
    expect((await answer(other, idOf(other), false)).data.answerProposal.state).toBe('REFUSED');
    expect(await taking(mission.host, mission)).toMatchObject([{ state: 'APPLIED' }]);
    expect(codeIn(await answer(other, idOf(other), true, version + 1))).toBe('LIVES_ILLEGAL_MOVE');
    const mine = await api.ask<{ myMissionProposals: object[] }>(other, MINE);
    expect(mine.data.myMissionProposals).toMatchObject([
      { state: 'REFUSED', mission: { id: mission.id }, role: { title: 'Emergency nurse' } },
    ]);
  });

  test('are proposed only for roles that are brought', async () => {
    const stranger = await bringRole(api, await addMission(api), await addEmployer(api));
    const answer = await askMission(api, mission.host, mission, PROPOSE, { roleId: stranger });
    expect(codeIn(answer)).toBe('DELEGATIONS_ROLE_NOT_BROUGHT');
  });

  test('leave the hosts’ list with their consent, and are taken off it by hosts', async () => {
    const second = await addMission(api);
    const role = await bringRole(api, second, await addEmployer(api));
    await api.embedAll();
    const list = await proposed(second, role);
    const one = list.find(({ talent }) => talent.id === french.rowId)!;
    const dismissed = list.find(({ talent }) => talent.id === brazilian.rowId)!;
    const dismiss = (actor: Owned, version: number) => api.ask(actor, DISMISS, { id: dismissed.id, version });
    expect(codeIn(await dismiss(mission.host, 1))).toBe('DELEGATIONS_PROPOSAL_UNKNOWN');
    expect(codeIn(await dismiss(second.host, 2))).toBe('DATABASE_CHANGED_MEANWHILE');
    expect((await dismiss(second.host, 1)).data).toEqual({ dismissProposal: { state: 'DISMISSED' } });
    await askMission(api, second.host, second, ASK, { proposalIds: [one.id] });
    await api.ask(french, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    const { data } = await askMission<Listed>(api, second.host, second, LIST);
    expect(data.mission.proposals.edges.map(({ node }) => node.id)).not.toContain(one.id);
    const answer = await api.ask(french, ANSWER, { id: one.id, version: 3, accept: true });
    expect(codeIn(answer)).toBe('LIVES_ILLEGAL_MOVE');
  });
});

describe('an application', () => {
  test('is screened by a person of a host, with marks by the rubric and a reason', async () => {
    const mission = await addMission(api);
    const { talent } = await joinTalent(api, mission);
    const screen = (input: object, actor = mission.host, talentId = talent.rowId) =>
      askMission<{ screen: object }>(api, actor, mission, SCREEN, { talentId, input });
    const input = { version: 0, marks, decision: 'HOLD', reason: 'Diploma to be seen' };
    expect(codeIn(await screen(input))).toBe('DELEGATIONS_NO_RUBRIC');
    await askMission(api, mission.host, mission, RUBRIC, { number: 0, criteria });
    expect(codeIn(await screen({ ...input, marks: marks.slice(1) }))).toBe('DELEGATIONS_MARKS_MISFIT');
    expect(codeIn(await screen({ ...input, reason: ' ' }))).toBe('INPUT_INVALID');
    expect(codeIn(await screen(input, mission.host, (await addTalent(api)).rowId))).toBe(
      'DELEGATIONS_NOT_APPLIED',
    );
    expect((await screen(input)).data.screen).toEqual({
      number: 1,
      decision: 'HOLD',
      total: 0.6667,
      decidedBy: mission.host.id,
    });
    expect(codeIn(await screen(input))).toBe('DATABASE_CHANGED_MEANWHILE');
    await screen({ ...input, version: 1, decision: 'ADMIT', reason: 'Diploma seen' });
    const [whole] = await taking(mission.host, mission);
    expect(whole).toMatchObject({
      state: 'ADMITTED',
      screenings: [
        { number: 2, decision: 'ADMIT', decidedBy: mission.host.id, marks, rubric: { number: 1 } },
        { number: 1, decision: 'HOLD' },
      ],
    });
    const hidden = { marks: null, total: null, decidedBy: null, rubric: null };
    const [own] = await taking(talent, mission);
    expect(own!.screenings).toEqual([
      { number: 2, decision: 'ADMIT', reason: 'Diploma seen', ...hidden },
      { number: 1, decision: 'HOLD', reason: 'Diploma to be seen', ...hidden },
    ]);
    const told = await api.as('operator').em.find(MessageEntity, { recipientId: talent.rowId });
    expect(told.map(({ template }) => template).toSorted()).toEqual([
      'mission.screened',
      'participation.admitted',
    ]);
    const records = await api.as('operator').em.find(AuditRecordEntity, { action: 'screening:decide' });
    expect(records.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [mission.host.id, { number: 1, rubric: 1, decision: 'HOLD' }],
      [mission.host.id, { number: 2, rubric: 1, decision: 'ADMIT' }],
    ]);
  });

  test('that is declined carries the reason to the talent', async () => {
    const mission = await addMission(api);
    const { talent } = await joinTalent(api, mission);
    await askMission(api, mission.host, mission, RUBRIC, { number: 0, criteria });
    await askMission(api, mission.host, mission, SCREEN, {
      talentId: talent.rowId,
      input: { version: 0, marks, decision: 'DECLINE', reason: 'No French yet' },
    });
    expect(await taking(talent, mission)).toMatchObject([
      { state: 'DECLINED', reason: 'No French yet', screenings: [{ decision: 'DECLINE' }] },
    ]);
  });

  test('is decided on by nobody but the hosts, and others see nothing of it', async () => {
    const mission = await addMission(api);
    const { talent } = await joinTalent(api, mission);
    await askMission(api, mission.host, mission, RUBRIC, { number: 0, criteria });
    const employer = await addEmployer(api);
    await bringRole(api, mission, employer);
    const input = { version: 0, marks, decision: 'ADMIT', reason: 'Fits' };
    for (const actor of [talent, employer, await addHostOrganisation(api), OPERATOR]) {
      const answer = await askMission(api, actor, mission, SCREEN, { talentId: talent.rowId, input });
      expect(codeIn(answer)).toBe('ACCESS_FORBIDDEN');
    }
    await askMission(api, mission.host, mission, SCREEN, { talentId: talent.rowId, input });
    expect(await taking(employer, mission)).toMatchObject([{ state: 'ADMITTED', screenings: [] }]);
  });

  test('keeps the rubric that it was marked by when the mission sets another', async () => {
    const mission = await addMission(api);
    const { talent } = await joinTalent(api, mission);
    const set = (number: number, list = criteria) =>
      askMission<{ setRubric: { number: number } }>(api, mission.host, mission, RUBRIC, {
        number,
        criteria: list,
      });
    await set(0);
    await askMission(api, mission.host, mission, SCREEN, {
      talentId: talent.rowId,
      input: { version: 0, marks, decision: 'HOLD', reason: 'Later' },
    });
    expect(codeIn(await set(0))).toBe('DATABASE_CHANGED_MEANWHILE');
    expect((await set(1, criteria.slice(1))).data.setRubric.number).toBe(2);
    const [node] = await taking(mission.host, mission);
    expect(node!.screenings).toMatchObject([{ rubric: { number: 1 } }]);
    expect(codeIn(await askMission(api, talent, mission, RUBRIC, { number: 2, criteria }))).toBe(
      'ACCESS_FORBIDDEN',
    );
    const invalid = [{ ...criteria[0]!, weight: 0 }];
    expect(codeIn(await set(2, invalid))).toBe('INPUT_INVALID');
  });
});
