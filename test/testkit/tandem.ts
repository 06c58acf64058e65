import type { Actor } from '../../src/access/index.ts';
import { addTalent, type Owned } from './stage.ts';
import type { TestApi } from './service.ts';

/** The talent agrees to be searched for together with a partner. */
export const agreeToTandem = (api: TestApi, talent: Actor) =>
  api.ask(talent, `mutation { giveConsent(purpose: TANDEM) { id } }`);

/** The talent invites a partner; the code and the identifier of the tandem. */
export async function inviteAs(
  api: TestApi,
  talent: Actor,
  avoidSameSlot = false,
): Promise<{ code: string; id: string }> {
  const { data, errors } = await api.ask<{ invitePartner: { code: string; tandem: { id: string } } }>(
    talent,
    `mutation ($input: TandemPreferences) { invitePartner(input: $input) { code tandem { id } } }`,
    { input: { avoidSameSlot } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return { code: data.invitePartner.code, id: data.invitePartner.tandem.id };
}

/** The talent sends a code. */
export const joinAs = (api: TestApi, talent: Actor, code: string) =>
  api.ask<{ joinTandem: { id: string; state: string; version: number } }>(
    talent,
    `mutation ($code: String!) { joinTandem(code: $code) { id state version } }`,
    { code },
  );

/** Two talents in a standing tandem: whoever invited, and whoever joined. */
export async function addTandem(
  api: TestApi,
  one: Record<string, unknown> = {},
  other: Record<string, unknown> = {},
  avoidSameSlot = false,
): Promise<{ id: string; inviter: Owned; joiner: Owned }> {
  const [inviter, joiner] = [await addTalent(api, one), await addTalent(api, other)];
  await agreeToTandem(api, inviter);
  await agreeToTandem(api, joiner);
  const { code, id } = await inviteAs(api, inviter, avoidSameSlot);
  await joinAs(api, joiner, code);
  return { id, inviter, joiner };
}
