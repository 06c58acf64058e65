import { enterConsents, inTransaction, type Context } from '../src/access/index.ts';
import { createOrganisation, OrganisationEntity } from '../src/organisations/index.ts';
import { importPermitRules, PermitRuleEntity } from '../src/permits/index.ts';
import { RoleEntity, writeRole } from '../src/roles/index.ts';
import { TalentEntity, writeTalent } from '../src/talents/index.ts';
import type { Cast } from './cast.ts';

/**
 * Writes the cast, in one transaction. Members who are there already stay as they are, and so do permit rules where
 * there are any, so that seeding twice changes nothing.
 */
export async function seedCast(context: Context, cast: Cast): Promise<void> {
  await inTransaction(context, async (inside) => {
    if ((await inside.em.count(PermitRuleEntity)) === 0) await importPermitRules(inside, cast.permitRules);
    // Proxies before those whom they represent.
    const organisations = [...cast.organisations].sort(
      (one, other) => Number(one.data.representedById != null) - Number(other.data.representedById != null),
    );
    for (const { id, data } of organisations)
      if (!(await inside.em.findOne(OrganisationEntity, { id }))) await createOrganisation(inside, data, id);
    for (const { id, data } of cast.roles)
      if (!(await inside.em.findOne(RoleEntity, { id }))) await writeRole(inside, id, data);
    for (const { id, data, consent } of cast.talents)
      if (!(await inside.em.findOne(TalentEntity, { id }))) {
        await writeTalent(inside, id, data);
        if (consent)
          await enterConsents(inside, [{ subjectId: id, purpose: 'MATCHING', givenAt: inside.now }]);
      }
  });
}
