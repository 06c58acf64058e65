import { assertPermitted, type Context } from '../access/index.ts';
import { isId } from '../kernel/index.ts';
import { hostsOf, isHost, occasionById, ParticipationEntity } from '../occasions/index.ts';
import { organisationById } from '../organisations/index.ts';
import { offersOf, rolesBrought } from './facts/placements.ts';
import type { Scope } from './facts/scope.ts';
import { gather } from './gather.ts';
import { noPart } from './metrics.failures.ts';
import { reportOf, type Report } from './report.ts';

/** What came of an occasion, or of an employer's part in it. */
export type OccasionReport = Report & {
  occasionId: string;
  employerId: string | null;
  hosts: number;
};

/**
 * The figures of an occasion: the whole for its hosts and operators, its own part for an employer and its proxy, who
 * names the employer. To hosts and operators nothing is withheld.
 * @throws OCCASIONS_UNKNOWN, METRICS_NO_PART, ACCESS_FORBIDDEN
 */
export async function occasionReport(
  context: Context,
  id: string,
  employer?: string | null,
): Promise<OccasionReport> {
  assertPermitted(context.actor, 'occasion:read');
  const { em, now } = context;
  const occasion = await occasionById(context, id, ['occasionId']);
  const hosts = await hostsOf(em, occasion.id);
  const whole = await isHost(context, occasion.id);
  const employerId = employer ?? (whole ? null : (context.actor.organisationId ?? null));
  if (employerId === null)
    assertPermitted(context.actor, 'report:whole', {
      organisationIds: hosts.map(({ organisationId }) => organisationId),
    });
  else await assertPart(context, occasion.id, employerId, whole);
  const scope: Scope = { occasionIds: [occasion.id], campaignIds: [], employerId };
  const facts = await gather(em, scope, now, {
    offers: () => offersOf(em, scope),
    roles: (brought, ofHires) => rolesBrought(em, brought, ofHires),
  });
  const reading = { now, zone: occasion.zone, guarded: !whole, part: employerId !== null };
  return { ...reportOf(facts, reading), occasionId: occasion.id, employerId, hosts: hosts.length };
}

/** Employers that are not the actor's are not said to take part or not. */
async function assertPart(
  { em, actor }: Context,
  occasionId: string,
  employerId: string,
  whole: boolean,
): Promise<void> {
  const path = ['employerId'];
  if (!isId(employerId)) throw noPart({ occasionId, employerId }, { path });
  const admitted = await em.count(ParticipationEntity, {
    occasionId,
    organisationId: employerId,
    state: 'ADMITTED',
  });
  if (!whole) {
    const { representedById } = await organisationById(em, employerId, path);
    assertPermitted(actor, 'report:read', { organisationId: employerId, representedById });
  }
  if (admitted === 0) throw noPart({ occasionId, employerId }, { path });
}
