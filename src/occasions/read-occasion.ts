import { assertPermitted, type Context } from '../access/index.ts';
import type { Page, PageRequest } from '../kernel/index.ts';
import { movesFrom } from '../lives/index.ts';
import { OrganisationEntity, type Organisation } from '../organisations/index.ts';
import { lifeOf, type OccasionMove } from './occasion-moves.ts';
import type { OccasionSelection } from './occasion-selection.ts';
import type { Occasion } from './occasion.entity.ts';
import { assertHost, hostsOf, isHost, occasionById, occasionsBy } from './occasion.repository.ts';
import { staffOf } from './participation.repository.ts';
import type { Staff } from './staff.entity.ts';

/** One occasion that the actor may see. @throws OCCASIONS_UNKNOWN */
export const readOccasion = (context: Context, id: string): Promise<Occasion> => occasionById(context, id);

/** Occasions that the actor may see, by their first day. @throws PAGE_…, INPUT_INVALID */
export function listOccasions(
  context: Context,
  selection: OccasionSelection,
  page: PageRequest,
): Promise<Page<Occasion>> {
  assertPermitted(context.actor, 'occasion:read');
  return occasionsBy(context, selection, page);
}

/** The hosts of an occasion that the actor has read, the leading one first. */
export async function readHosts(
  { em }: Context,
  occasionId: string,
): Promise<{ organisation: Organisation; leads: boolean }[]> {
  const hosts = await hostsOf(em, occasionId);
  const organisations = await em.find(OrganisationEntity, {
    id: { $in: hosts.map(({ organisationId }) => organisationId) },
  });
  return hosts.map(({ organisationId, leads }) => ({
    organisation: organisations.find(({ id }) => id === organisationId)!,
    leads,
  }));
}

/** The interpreters of an occasion; for its hosts. @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN */
export async function readInterpreters(context: Context, occasionId: string): Promise<Staff[]> {
  await assertHost(context, 'participation:list', occasionId);
  const staff = await staffOf(context.em, occasionId);
  return staff.filter(({ kind }) => kind === 'INTERPRETER');
}

/** What the hosts alone know of an occasion. */
export interface HostsView {
  /** The steps that its state allows. */
  moves: OccasionMove[];
  linkTemplate: string | null;
}

/** What the hosts alone know of an occasion; null for everybody else. */
export async function readHostsView(
  context: Context,
  { id, kind, state, linkTemplate }: Pick<Occasion, 'id' | 'kind' | 'state' | 'linkTemplate'>,
): Promise<HostsView | null> {
  if (!(await isHost(context, id))) return null;
  return { moves: movesFrom(lifeOf(kind), state), linkTemplate: linkTemplate ?? null };
}
