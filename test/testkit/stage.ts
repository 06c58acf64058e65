import type { Actor } from '../../src/access/index.ts';
import { newId } from '../../src/kernel/index.ts';
import { employerInput, roleInput, talentInput } from './samples.ts';
import type { Asked } from './service.ts';

export const OPERATOR: Actor = { id: '00000000-0000-4000-8000-000000000001', kind: 'operator' };
export const ORGANISER: Actor = { id: '00000000-0000-4000-8000-000000000002', kind: 'organiser' };

/** An actor who owns the row of the identifier. */
export type Owned = Actor & { rowId: string };

/** Adds an employer over the API; the actor returned acts for it. */
export async function addEmployer(api: Asked, changes: Record<string, unknown> = {}): Promise<Owned> {
  const { data } = await api.ask<{ createOrganisation: { id: string } }>(
    OPERATOR,
    `mutation ($input: OrganisationInput!) { createOrganisation(input: $input) { id } }`,
    { input: employerInput(changes) },
  );
  const organisationId = data.createOrganisation.id;
  return { id: newId(), kind: 'employer', organisationId, rowId: organisationId };
}

/** Adds a role of the employer over the API, and returns its identifier. */
export async function addRole(
  api: Asked,
  employer: Owned,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { data } = await api.ask<{ createRole: { id: string } }>(
    employer,
    `mutation ($input: RoleInput!) { createRole(input: $input) { id } }`,
    { input: roleInput(employer.rowId, changes) },
  );
  return data.createRole.id;
}

/** Adds a talent over the API, by themselves, with or without consent to be matched. */
export async function addTalent(
  api: Asked,
  changes: Record<string, unknown> = {},
  consent = true,
): Promise<Owned> {
  const id = newId();
  const talent: Owned = { id, kind: 'talent', rowId: id };
  await api.ask(talent, `mutation ($input: TalentInput!) { createTalent(input: $input) { id } }`, {
    input: talentInput(changes),
  });
  if (consent) await api.ask(talent, `mutation { giveConsent(purpose: MATCHING) { id } }`);
  return talent;
}
