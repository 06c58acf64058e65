import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile } from '../database/index.ts';
import { documentText, saveDocuments } from '../documents/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { assertMayActFor } from './may-act-for.ts';
import { RoleEntity, type Role } from './role.entity.ts';
import { roleData, type RoleData } from './role.input.ts';
import { roleById } from './role.repository.ts';

/** Adds a role for the actor's organisation, or for one that it represents. */
export function createRole(context: Context, input: unknown): Promise<Role> {
  return inTransaction(context, async (inside) => {
    const data = roleInput(input);
    await assertMayActFor(inside, 'role:create', data.employerId);
    return writeRole(inside, newId(), data);
  });
}

/**
 * Replaces a role. Its employer may change only to another for which the actor may act.
 * @throws DATABASE_CHANGED_MEANWHILE when `version` is no longer the stored one.
 */
export function editRole(context: Context, id: string, version: number, input: unknown): Promise<Role> {
  return inTransaction(context, async (inside) => {
    const role = await roleById(inside.em, id);
    await assertMayActFor(inside, 'role:edit', role.employerId);
    const data = roleInput(input);
    if (data.employerId !== role.employerId) await assertMayActFor(inside, 'role:edit', data.employerId);
    if (role.version !== version) throw changedMeanwhile({ kind: 'role', id });
    return writeRole(inside, id, data, role);
  });
}

/** Closes a role: it is in no list and no ranking any more. */
export function withdrawRole(context: Context, id: string): Promise<Role> {
  return inTransaction(context, async (inside) => {
    const role = await roleById(inside.em, id);
    await assertMayActFor(inside, 'role:withdraw', role.employerId);
    role.withdrawnAt ??= inside.now;
    recordAudit(inside, 'role:withdraw', { kind: 'role', id });
    return role;
  });
}

/** Checks a role's data. @throws INPUT_INVALID, DOCUMENTS_TEXT_… */
export function roleInput(input: unknown, root: readonly (string | number)[] = ['input']): RoleData {
  const data = parseInput(roleData, input, root);
  const text = documentText(data.description.text, [...root, 'description', 'text']);
  return { ...data, description: { ...data.description, text } };
}

/** Writes the role and its description within the caller's transaction; the caller has authorised it. */
export async function writeRole(
  context: Context,
  id: string,
  data: RoleData,
  stored?: Role | null,
): Promise<Role> {
  const [role] = await writeRoles(context, [{ id, data, stored }]);
  return role!;
}

/** A role to write: over `stored` where the identifier has a row already. */
export interface RoleWrite {
  id: string;
  data: RoleData;
  stored?: Role | null | undefined;
}

/**
 * Writes many roles and their descriptions within the caller's transaction, each as `writeRole` would, in fewer
 * round trips. The caller has authorised it; no identifier comes twice.
 */
export async function writeRoles(context: Context, many: readonly RoleWrite[]): Promise<Role[]> {
  await saveDocuments(
    context,
    many.map(({ id, data: { title, mustHave, niceToHave, description } }) => ({
      id,
      kind: 'JOB',
      ...description,
      brief: { title, mustHave, niceToHave },
    })),
  );
  const roles = many.map(({ id, data, stored }) => {
    const { description: _description, ...offer } = data;
    const values = columnsOf(offer);
    recordAudit(context, stored ? 'role:edit' : 'role:create', { kind: 'role', id });
    return stored
      ? context.em.assign(stored, values)
      : context.em.create(RoleEntity, { ...values, id, withdrawnAt: null });
  });
  await context.em.flush();
  return roles;
}

/** The role's own columns; what was left out is null. */
const columnsOf = ({ salary, licence, coordinates, ...data }: Omit<RoleData, 'description'>) => ({
  ...data,
  region: data.region ?? null,
  city: data.city ?? null,
  latitude: coordinates?.latitude ?? null,
  longitude: coordinates?.longitude ?? null,
  occupation: data.occupation ?? null,
  salaryMin: salary?.min ?? null,
  salaryMax: salary?.max ?? null,
  salaryCurrency: salary?.currency ?? null,
  salaryPeriod: salary?.period ?? null,
  startBy: data.startBy ?? null,
  permitSupport: data.permitSupport ?? null,
  licenceProfession: licence?.profession ?? null,
  // In countries with licences by province that is the province; a national licence covers every region.
  licenceTerritory: licence ? (licence.country ?? data.region ?? data.country) : null,
  licenceNeeded: licence?.needed ?? null,
});
