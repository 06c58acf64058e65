import type { Context } from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import {
  assertPageSize,
  decodeCursor,
  isId,
  pageOf,
  type Page,
  type PageRequest,
} from '../../kernel/index.ts';
import { OrganisationEntity } from '../../organisations/index.ts';
import { RoleEntity } from '../../roles/index.ts';
import { TalentEntity } from '../../talents/index.ts';
import { assertHost } from '../occasion.repository.ts';
import { StaffEntity } from '../staff.entity.ts';
import { PlanRunEntity, type PlanRun } from './plan-run.entity.ts';
import { hostedRun } from './plan-run.repository.ts';

/**
 * The runs of an occasion, newest first, for its hosts.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, PAGE_…
 */
export async function listPlanRuns(
  context: Context,
  occasionId: string,
  legId: string | null | undefined,
  { first, after }: PageRequest,
): Promise<Page<PlanRun>> {
  await assertHost(context, 'plan:read', occasionId);
  assertPageSize(first);
  const before = after ? decodeCursor(after, ['string'])[0] : null;
  if ((before !== null && !isId(before)) || (legId != null && !isId(legId)))
    return { edges: [], hasNextPage: false };
  const found = await context.em.find(
    PlanRunEntity,
    // Identifiers grow with time.
    { occasionId, ...(legId ? { legId } : {}), ...(before === null ? {} : { id: { $lt: before } }) },
    { orderBy: { id: 'desc' }, limit: first + 1 },
  );
  return pageOf(
    found,
    first,
    (run) => run,
    ({ id }) => [id],
  );
}

/** One run, for the hosts of its occasion. @throws OCCASIONS_RUN_UNKNOWN */
export const readPlanRun = (context: Context, id: string): Promise<PlanRun> =>
  hostedRun(context, 'plan:read', id);

/** What people and things of runs are called, by identifier. */
export type Names = ReadonlyMap<string, Named>;
interface Named {
  kind: 'TALENT' | 'EMPLOYER' | 'INTERVIEWER' | 'ROLE';
  name: string;
}

/** The names of everybody in these runs; hosts may know them all. */
export async function namesIn(em: EntityManager, runs: readonly PlanRun[]): Promise<Names> {
  const pairs = runs.flatMap(({ given }) => [...Object.values(given.pairs), ...given.leftOut]);
  // Whom no pair names can go without a guaranteed meeting all the same.
  const alone = runs.flatMap(({ answer }) => answer?.unserved.map(({ person }) => person) ?? []).filter(isId);
  const talents = await em.find(
    TalentEntity,
    { id: { $in: [...new Set([...pairs.map(({ talentId }) => talentId), ...alone])] } },
    { fields: ['id', 'name'] },
  );
  const employers = await em.find(
    OrganisationEntity,
    { id: { $in: [...new Set([...pairs.map(({ organisationId }) => organisationId), ...alone])] } },
    { fields: ['id', 'name'] },
  );
  const occasionIds = [...new Set(runs.map(({ occasionId }) => occasionId))];
  const staff = await em.find(StaffEntity, { occasionId: { $in: occasionIds } }, { fields: ['id', 'name'] });
  const roleIds = pairs.flatMap((pair) => ('roleId' in pair && pair.roleId ? [pair.roleId] : []));
  const roles = await em.find(
    RoleEntity,
    { id: { $in: [...new Set(roleIds)] } },
    { fields: ['id', 'title'] },
  );
  return new Map<string, Named>([
    ...talents.map(({ id, name }) => [id, { kind: 'TALENT', name }] as const),
    ...employers.map(({ id, name }) => [id, { kind: 'EMPLOYER', name }] as const),
    ...staff.map(({ id, name }) => [id, { kind: 'INTERVIEWER', name }] as const),
    ...roles.map(({ id, title }) => [id, { kind: 'ROLE', name: title }] as const),
  ]);
}
