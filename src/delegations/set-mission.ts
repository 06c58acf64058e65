import { inTransaction, recordAudit, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { newId, parseInput } from '../kernel/index.ts';
import { countChange, type Occasion } from '../occasions/index.ts';
import { organisationById } from '../organisations/index.ts';
import { FunderEntity, type Funder } from './funder.entity.ts';
import { MissionEntity } from './mission.entity.ts';
import { missionData } from './mission.input.ts';
import { lockedMission } from './mission.repository.ts';

/**
 * Replaces the sectors and the funders of a mission; by a host.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DATABASE_CHANGED_MEANWHILE, OCCASIONS_OVER, ORGANISATIONS_UNKNOWN,
 * DELEGATIONS_NO_MISSION, INPUT_INVALID
 */
export function setMission(
  context: Context,
  missionId: string,
  version: number,
  input: unknown,
): Promise<Occasion> {
  return inTransaction(context, async (inside) => {
    const { em } = inside;
    const occasion = await lockedMission(inside, 'occasion:edit', missionId, version);
    const { sectors, funders } = parseInput(missionData, input);
    const { id } = occasion;
    const mission = await em.findOne(MissionEntity, { id });
    if (mission) mission.sectors = sectors;
    else em.create(MissionEntity, { id, sectors });
    await em.nativeDelete(FunderEntity, { occasionId: id });
    for (const [place, { organisationId, ...funder }] of funders.entries()) {
      if (organisationId)
        await organisationById(em, organisationId, ['input', 'funders', `${place}`, 'organisationId']);
      em.create(FunderEntity, {
        ...funder,
        id: newId(),
        occasionId: id,
        organisationId: organisationId ?? null,
      });
    }
    recordAudit(inside, 'occasion:edit', { kind: 'occasion', id }, { sectors, funders: funders.length });
    await countChange(em, occasion);
    return occasion;
  });
}

/** The funders of a mission, by name. */
export const fundersOf = (em: EntityManager, occasionId: string): Promise<Funder[]> =>
  em.find(FunderEntity, { occasionId }, { orderBy: { name: 'asc', id: 'asc' } });
