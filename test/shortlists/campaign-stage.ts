import type { Actor } from '../../src/access/index.ts';
import { addEmployer, addRole, type Owned, type TestApi } from '../testkit/index.ts';
import { addOrganiser, ENTRY, type SeenEntry } from './stage.ts';

export const campaignInput = (changes: Record<string, unknown> = {}) => ({
  name: 'Games in Denmark',
  zone: 'Europe/Copenhagen',
  startsOn: '2027-01-04',
  endsOn: '2027-03-07',
  price: { baseAmount: 30000, baseJobs: 3, furtherJobAmount: 5000, currency: 'DKK' },
  ...changes,
});

export interface SeenSignUp {
  id: string;
  state: string;
  version: number;
  yours: boolean;
  source: string;
  talent: { id: string; name: string | null };
}
const SIGN_UP = `id state version yours source talent { id name }`;

/** What is done with campaigns, as people do it over the API. */
export const campaignsOver = (api: TestApi) => ({
  create: (actor: Actor, hostIds: string[], changes: Record<string, unknown> = {}) =>
    api.ask<{ createCampaign: { id: string; version: number } }>(
      actor,
      `mutation ($hostIds: [ID!]!, $input: CampaignInput!) {
         createCampaign(hostIds: $hostIds, input: $input) { id version } }`,
      { hostIds, input: campaignInput(changes) },
    ),
  invite: (actor: Actor, id: string, employerId: string) =>
    api.ask(
      actor,
      `mutation ($id: ID!, $employerId: ID!) { inviteToCampaign(id: $id, employerId: $employerId) { id } }`,
      { id, employerId },
    ),
  bring: (actor: Actor, id: string, roleIds: string[]) =>
    api.ask(
      actor,
      `mutation ($id: ID!, $roleIds: [ID!]!) { bringRoles(id: $id, roleIds: $roleIds) { id } }`,
      {
        id,
        roleIds,
      },
    ),
  run: (actor: Actor, id: string, version: number) =>
    api.ask<{ runCampaign: { state: string; version: number } }>(
      actor,
      `mutation ($id: ID!, $version: Int!) { runCampaign(id: $id, version: $version) { state version } }`,
      { id, version },
    ),
  read: (actor: Actor, id: string, fields: string) =>
    api.ask<{ campaign: Record<string, never> }>(
      actor,
      `query ($id: ID!) { campaign(id: $id) { ${fields} } }`,
      {
        id,
      },
    ),
  signUp: (actor: Actor, campaignId: string, source = 'linkedin') =>
    api.ask<{ signUp: { id: string; state: string; version: number } }>(
      actor,
      `mutation ($campaignId: ID!, $source: String!) {
         signUp(campaignId: $campaignId, source: $source) { id state version } }`,
      { campaignId, source },
    ),
  claim: (actor: Actor, campaignId: string) =>
    api.ask<{ claimNextSignUp: SeenSignUp | null }>(
      actor,
      `mutation ($campaignId: ID!) { claimNextSignUp(campaignId: $campaignId) { ${SIGN_UP} } }`,
      { campaignId },
    ),
  decide: (actor: Actor, one: { id: string; version: number }, decision: string, more: object = {}) =>
    api.ask<{ decideSignUp: SeenSignUp }>(
      actor,
      `mutation ($decision: ScreeningDecision!, $input: ScreeningInput!) {
         decideSignUp(decision: $decision, input: $input) { ${SIGN_UP} } }`,
      {
        decision,
        input: { id: one.id, version: one.version, reason: 'Read the CV', screener: 'Jo Host', ...more },
      },
    ),
  signUps: (actor: Actor, campaignId: string, fields = SIGN_UP) =>
    api.ask<{
      signUps: { edges: { node: SeenSignUp & { matches: { score: number; role: { id: string } }[] } }[] };
    }>(
      actor,
      `query ($campaignId: ID!) { signUps(campaignId: $campaignId, first: 50) { edges { node { ${fields} } } } }`,
      { campaignId },
    ),
  handOver: (actor: Actor, signUpId: string, roleIds: string[]) =>
    api.ask<{ handOverLead: (SeenEntry & { shortlistId: string })[] }>(
      actor,
      `mutation ($signUpId: ID!, $roleIds: [ID!]!) {
         handOverLead(signUpId: $signUpId, roleIds: $roleIds) { shortlistId ${ENTRY} } }`,
      { signUpId, roleIds },
    ),
});

/** A running campaign of a host with two employers and a role each: a nurse's, and a welder's. */
export async function runningCampaign(api: TestApi): Promise<{
  host: Owned;
  employers: [Owned, Owned];
  roleIds: [string, string];
  id: string;
}> {
  const campaigns = campaignsOver(api);
  const host = await addOrganiser(api);
  const { id, version } = (await campaigns.create(host, [host.rowId])).data.createCampaign;
  const employers: [Owned, Owned] = [await addEmployer(api), await addEmployer(api)];
  const roleIds: [string, string] = [
    await addRole(api, employers[0]),
    await addRole(api, employers[1], {
      title: 'Welder',
      sector: 'MANUFACTURING',
      mustHave: ['welding'],
      workingLanguages: [{ language: 'sv', level: 'C1' }],
      description: { language: 'en', text: 'You weld steel frames for lorries in our workshop.' },
    }),
  ];
  for (const [place, employer] of employers.entries()) {
    await campaigns.invite(host, id, employer.rowId);
    await campaigns.bring(employer, id, [roleIds[place]!]);
  }
  await campaigns.run(host, id, version);
  return { host, employers, roleIds, id };
}
