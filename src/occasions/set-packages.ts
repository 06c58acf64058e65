import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import type { Occasion } from './occasion.entity.ts';
import { countChange, lockedForHosts, packagesOf } from './occasion.repository.ts';
import { packageInUse, packageUnknown } from './occasions.failures.ts';
import { PackageEntity } from './package.entity.ts';
import { packagesData, type PackageData } from './package.input.ts';
import { ParticipationEntity } from './participation.entity.ts';

/**
 * Replaces the packages of an occasion: those with an `id` are changed, others added, those left out taken away. What
 * employers that have joined pay stays as it was.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, OCCASIONS_PACKAGE_UNKNOWN,
 * OCCASIONS_PACKAGE_IN_USE, INPUT_INVALID
 */
export function setPackages(
  context: Context,
  occasionId: string,
  version: number,
  input: unknown,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const { em } = inside;
    const occasion = await lockedForHosts(inside, 'occasion:edit', occasionId, { version });
    const packages = parseInput(packagesData, input, ['packages']);
    const stored = new Map((await packagesOf(em, occasionId)).map((known) => [known.id, known]));
    for (const [place, { id, ...terms }] of packages.entries()) {
      const known = id ? stored.get(id) : undefined;
      if (id && !known) throw packageUnknown({ id }, { path: ['packages', place, 'id'] });
      const values = columnsOf(terms);
      if (known) em.assign(known, values);
      else em.create(PackageEntity, { ...values, id: newId(), occasionId });
      if (id) stored.delete(id);
    }
    for (const gone of stored.values()) {
      if ((await em.count(ParticipationEntity, { occasionId, packageId: gone.id })) > 0)
        throw packageInUse({ id: gone.id }, { path: ['packages'] });
      em.remove(gone);
    }
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id: occasionId }, { packages: packages.length });
    await countChange(em, occasion);
    return occasion;
  });
}

/** The package's own columns; what was left out is null. */
const columnsOf = (terms: Omit<PackageData, 'id'>) => ({
  ...terms,
  employeesFrom: terms.employeesFrom ?? null,
  employeesTo: terms.employeesTo ?? null,
  rolesIncluded: terms.rolesIncluded ?? null,
  furtherRoleAmount: terms.furtherRoleAmount ?? null,
});
