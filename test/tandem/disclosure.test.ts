import { beforeAll, describe, expect, test } from 'vitest';
import {
  addEmployer,
  addRole,
  addTandem,
  addTalent,
  agreeToTandem,
  inviteAs,
  joinAs,
  ORGANISER,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();
const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation, six years.';
const CANDIDATES = `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50) {
  edges { node { talent { id identified name household { partner } tandem { sector occupation } } } } } }`;

interface Seen {
  id: string;
  name: string | null;
  household: unknown;
  tandem: { sector: string; occupation: string | null } | null;
}

let employer: Owned;
let roleId: string;
let tandemId: string;
let nurse: Owned;
let engineer: Owned;

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer);
  ({
    id: tandemId,
    inviter: nurse,
    joiner: engineer,
  } = await addTandem(
    api,
    { name: 'Samira Sample', cv: { language: 'en', text: NURSE } },
    { name: 'Yacine Sample', cv: { language: 'en', text: 'Automation engineer: Siemens PLC.' } },
  ));
  for (let more = 0; more < 3; more += 1)
    await addTalent(api, { cv: { language: 'en', text: `${NURSE} Ward ${more}.` } });
  await api.embedAll();
});

/** What an employer reads of the nurse in its ranking. */
const shownNurse = async (): Promise<Seen> => {
  const { data } = await api.ask<{ rankedCandidates: { edges: { node: { talent: Seen } }[] } }>(
    employer,
    CANDIDATES,
    { roleId },
  );
  return data.rankedCandidates.edges.find(({ node }) => node.talent.id === nurse.id)!.node.talent;
};
const disclose = (talent: Owned, input: Record<string, unknown>) =>
  api.ask<{ discloseTandem: { disclosed: boolean } }>(
    talent,
    `mutation ($id: ID!, $input: TandemDisclosureInput!) {
      discloseTandem(id: $id, input: $input) { disclosed partners { you disclosed sector occupation } } }`,
    { id: tandemId, input },
  );
const conceal = (talent: Owned) =>
  api.ask(talent, `mutation ($id: ID!) { concealTandem(id: $id) { disclosed } }`, { id: tandemId });
const asNurse = { sector: 'HEALTH_CARE', occupation: '2221' };
const asEngineer = { sector: 'ENGINEERING', occupation: '2152' };

describe('employers learn of a tandem', () => {
  test('only when both agree, then in the partner’s words, and never who it is', async () => {
    expect((await shownNurse()).tandem).toBeNull();
    expect((await disclose(nurse, asNurse)).data.discloseTandem.disclosed).toBe(false);
    expect((await shownNurse()).tandem).toBeNull();
    expect((await disclose(engineer, asEngineer)).data.discloseTandem.disclosed).toBe(true);
    const shown = await shownNurse();
    expect(shown).toMatchObject({ name: null, household: null, tandem: asEngineer });
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${engineer.id}|Yacine|${tandemId}`));
  });

  test('no longer when one of them takes it back, from the next query on', async () => {
    for (const [talent, input] of [
      [engineer, asEngineer],
      [nurse, asNurse],
    ] as const) {
      expect((await shownNurse()).tandem).toEqual(asEngineer);
      expect((await conceal(talent)).data).toEqual({ concealTandem: { disclosed: false } });
      expect((await shownNurse()).tandem).toBeNull();
      await disclose(talent, input);
    }
  });

  test('by what the partner said last, be it without an occupation', async () => {
    await disclose(engineer, { sector: 'GREEN_INDUSTRY' });
    expect((await shownNurse()).tandem).toEqual({ sector: 'GREEN_INDUSTRY', occupation: null });
    await disclose(engineer, asEngineer);
  });

  test('whose consents stand: neither of the two is shown without', async () => {
    await api.ask(engineer, `mutation { withdrawConsent(purpose: MATCHING) { id } }`);
    expect((await shownNurse()).tandem).toBeNull();
    // A consent given again brings nothing back: not the tandem, and not what was said to employers.
    await api.ask(engineer, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    expect((await shownNurse()).tandem).toBeNull();
    const { code, id } = await inviteAs(api, nurse);
    await joinAs(api, engineer, code);
    tandemId = id;
    await disclose(nurse, asNurse);
    expect((await shownNurse()).tandem).toBeNull();
  });
});

describe('what is said of a tandem', () => {
  test('is wrong with a sector or an occupation that is none', async () => {
    const answer = await disclose(nurse, { sector: 'HEALTH_CARE', occupation: 'nurse' });
    expect(answer.errors![0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      path: ['input', 'occupation'],
    });
  });

  test('is not asked about an invitation', async () => {
    const inviter = await addTalent(api);
    await agreeToTandem(api, inviter);
    const { id } = await inviteAs(api, inviter);
    const answer = await api.ask(
      inviter,
      `mutation ($id: ID!) { discloseTandem(id: $id, input: { sector: IT }) { id } }`,
      { id },
    );
    expect(answer.errors![0]!.extensions.code).toBe('TANDEM_UNKNOWN');
  });

  test('is said by the two alone', async () => {
    for (const actor of [ORGANISER as Owned, employer])
      expect((await disclose(actor, asNurse)).errors![0]!.extensions.code).toBe('ACCESS_FORBIDDEN');
    const third = await addTalent(api);
    expect((await disclose(third, asNurse)).errors![0]!.extensions.code).toBe('TANDEM_UNKNOWN');
    expect((await conceal(third)).errors![0]!.extensions.code).toBe('TANDEM_UNKNOWN');
  });
});
