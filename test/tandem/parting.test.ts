import { beforeAll, describe, expect, test } from 'vitest';
import { enterConsents, inTransaction } from '../../src/access/index.ts';
import { rows } from '../../src/database/index.ts';
import { apartPairs, myTandem, tandemMatches } from '../../src/tandem/index.ts';
import {
  addEmployer,
  addRole,
  addTandem,
  ORGANISER,
  useApi,
  type Answer,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();
const NURSE = 'Registered nurse in an emergency department: triage, ECG, resuscitation, six years.';
const WELDER = 'TIG and MAG welder of pressure vessels and pipes, licence to EN ISO 9606, eight years.';

let employer: Owned;
let nursing: string;
let welding: string;

beforeAll(async () => {
  employer = await addEmployer(api);
  nursing = await addRole(api, employer);
  welding = await addRole(api, employer, {
    title: 'Welder',
    mustHave: ['TIG'],
    description: { language: 'en', text: 'We weld pressure vessels and look for a TIG welder.' },
  });
  await api.embedAll();
});

/** A nurse and a welder whose tandem employers know of, and whose meetings are kept apart. */
async function couple() {
  const tandem = await addTandem(
    api,
    { name: 'Samira Sample', cv: { language: 'en', text: NURSE } },
    { name: 'Yacine Sample', cv: { language: 'en', text: WELDER } },
    true,
  );
  for (const talent of [tandem.inviter, tandem.joiner])
    await api.ask(
      talent,
      `mutation ($id: ID!) { discloseTandem(id: $id, input: { sector: OTHER }) { id } }`,
      {
        id: tandem.id,
      },
    );
  await api.embedAll();
  return tandem;
}

interface Views {
  joint: Answer<{ tandemMatches: { edges: unknown[] } | null }>;
  mine: Answer<{ myTandem: { id: string } | null }>;
  own: string[];
}

const viewsOf = async (talent: Owned): Promise<Views> => {
  const roles = await api.ask<{ matchedRoles: { edges: { node: { role: { id: string } } }[] } }>(
    talent,
    `{ matchedRoles(first: 50) { edges { node { score role { id } } } } }`,
  );
  return {
    joint: await api.ask(talent, `{ tandemMatches(first: 5, filter: { minimum: 0 }) { edges { cursor } } }`),
    mine: await api.ask(talent, `{ myTandem { id } }`),
    own: roles.data.matchedRoles.edges.map(({ node }) => node.role.id),
  };
};
const employersView = async () => {
  const seen = new Map<string, unknown>();
  for (const roleId of [nursing, welding]) {
    const { data } = await api.ask<{
      rankedCandidates: { edges: { node: { talent: { id: string; tandem: unknown } } }[] };
    }>(
      employer,
      `query ($roleId: ID!) { rankedCandidates(roleId: $roleId, first: 50) {
        edges { node { talent { id tandem { sector } } } } } }`,
      { roleId },
    );
    for (const { node } of data.rankedCandidates.edges) seen.set(node.talent.id, node.talent.tandem);
  }
  return seen;
};
const listed = async () => {
  const { data } = await api.ask<{ tandems: { edges: { node: { id: string } }[] } }>(
    ORGANISER,
    `{ tandems(first: 100) { edges { node { id } } } }`,
  );
  return data.tandems.edges.map(({ node }) => node.id);
};

describe('two who part in the middle', () => {
  test('are gone as a tandem from every view at once, and each keeps their own matches', async () => {
    const { id, inviter, joiner } = await couple();
    const ids = [inviter.id, joiner.id];
    const before = [await viewsOf(inviter), await viewsOf(joiner)];
    for (const { joint, mine, own } of before) {
      expect(joint.data.tandemMatches!.edges.length).toBeGreaterThan(0);
      expect(mine.data.myTandem!.id).toBe(id);
      expect(own).toEqual(expect.arrayContaining([nursing, welding]));
    }
    const shown = await employersView();
    for (const talent of ids) expect(shown.get(talent)).toEqual({ sector: 'OTHER' });
    expect(await listed()).toContain(id);
    expect(await apartPairs(api.as('operator').em, ids)).toHaveLength(1);

    await api.ask(joiner, `mutation ($id: ID!) { endTandem(id: $id) }`, { id });

    const after = [await viewsOf(inviter), await viewsOf(joiner)];
    for (const [place, { joint, mine, own }] of after.entries()) {
      expect(joint.errors![0]!.extensions.code).toBe('TANDEM_NONE');
      expect(mine.data.myTandem).toBeNull();
      expect(own).toEqual(before[place]!.own);
    }
    const left = await employersView();
    for (const talent of ids) {
      expect([...left.keys()]).toContain(talent);
      expect(left.get(talent)).toBeNull();
    }
    expect(await listed()).not.toContain(id);
    expect(await apartPairs(api.as('operator').em, ids)).toEqual([]);
    const organisers = await api.ask(
      ORGANISER,
      `query ($id: ID!) { tandemMatches(first: 5, tandemId: $id) { edges { cursor } } }`,
      { id },
    );
    expect(organisers.errors![0]!.extensions.code).toBe('TANDEM_NONE');
  });

  test('part too when a source states that a consent has ended', async () => {
    const { inviter, joiner } = await couple();
    const later = new Date(Date.now() + 1000);
    await inTransaction(api.as('operator'), (inside) =>
      enterConsents({ ...inside, now: later }, [
        { subjectId: joiner.id, purpose: 'MATCHING', givenAt: new Date(0), withdrawnAt: later },
      ]),
    );
    expect(await myTandem(api.as('talent', { id: inviter.id }))).toBeNull();
    await expect(tandemMatches(api.as('talent', { id: inviter.id }), { first: 5 })).rejects.toMatchObject({
      code: 'TANDEM_NONE',
    });
    const answer = await api.ask<{ invitePartner: { code: string } }>(
      inviter,
      `mutation { invitePartner { code } }`,
    );
    expect(answer.data.invitePartner.code).toHaveLength(22);
  });

  test('are shown to nobody from the moment on at which a consent is gone, however it went', async () => {
    const { id, inviter, joiner } = await couple();
    await rows(
      api.as('operator').em,
      `UPDATE consents SET withdrawn_at = given_at WHERE subject_id = ? AND purpose = 'TANDEM'`,
      [joiner.id],
    );
    const { joint, mine } = await viewsOf(inviter);
    expect(joint.errors![0]!.extensions.code).toBe('TANDEM_NONE');
    expect(mine.data.myTandem).toBeNull();
    expect((await employersView()).get(inviter.id)).toBeNull();
    expect(await listed()).not.toContain(id);
    expect(await apartPairs(api.as('operator').em, [inviter.id, joiner.id])).toEqual([]);
  });

  test('leave behind nothing of what employers were told', async () => {
    const { id, inviter } = await couple();
    await api.ask(inviter, `mutation ($id: ID!) { endTandem(id: $id) }`, { id });
    const stored = await rows(
      api.as('operator').em,
      `SELECT disclosed_at, sector, occupation FROM tandem_partners WHERE tandem_id = ?`,
      [id],
    );
    expect(stored).toEqual([
      { disclosed_at: null, sector: null, occupation: null },
      { disclosed_at: null, sector: null, occupation: null },
    ]);
  });
});
