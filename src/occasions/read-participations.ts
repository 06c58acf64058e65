import { assertPermitted, consentStands, permits, type Context } from '../access/index.ts';
import { joined, rows, type Fragment } from '../database/index.ts';
import {
  assertPageSize,
  decodeCursor,
  invalidCursor,
  isId,
  pageOf,
  type Page,
  type PageRequest,
} from '../kernel/index.ts';
import { OrganisationEntity, type Organisation } from '../organisations/index.ts';
import { RoleEntity, type Role } from '../roles/index.ts';
import { identified, TalentEntity, type Talent } from '../talents/index.ts';
import { interviewersOf } from './change-staff.ts';
import { OccasionEntity } from './occasion.entity.ts';
import { hostTarget, isHost, occasionById } from './occasion.repository.ts';
import { PackageEntity, type Package } from './package.entity.ts';
import {
  ParticipationEntity,
  type Participation,
  type ParticipationState,
  type Side,
} from './participation.entity.ts';
import type { Staff } from './staff.entity.ts';

/** A participation as the actor may see it. */
export interface SeenParticipation {
  participation: Participation;
  /** Whether it is the actor's own, or the actor hosts: others see who takes part, and no more. */
  whole: boolean;
  organisation: Organisation | null;
  talent: Talent | null;
  /** Whether the actor may know who the talent is. */
  identified: boolean;
  /** For others than the employer and the hosts, those that are open. */
  roles: Role[];
  package: Package | null;
  interviewers: Staff[];
  /** How many wait before it, itself counted; null unless it waits and is seen whole. */
  waitingPlace: number | null;
}

/** What narrows a list of participations. */
export interface ParticipationSelection {
  side?: Side | null | undefined;
  state?: ParticipationState | null | undefined;
}

/**
 * Who takes part in an occasion, or would like to, in the order of asking. Hosts see all. An employer sees itself and,
 * once it is admitted, the admitted talents whose consent stands; a talent sees themselves and the admitted employers;
 * proxies see what those see whom they represent.
 * @throws OCCASIONS_UNKNOWN, PAGE_…
 */
export async function participationsIn(
  context: Context,
  occasionId: string,
  { side, state }: ParticipationSelection,
  page: PageRequest,
): Promise<Page<SeenParticipation>> {
  const occasion = await occasionById(context, occasionId, ['occasionId']);
  const where: Fragment[] = [{ sql: 'occasion_id = ?', parameters: [occasion.id] }];
  if (side) where.push({ sql: 'side = ?', parameters: [side] });
  if (state) where.push({ sql: 'state = ?', parameters: [state] });
  if (!(await isHost(context, occasion.id))) where.push(visibleTo(context, occasion.id));
  return pageOfParticipations(context, where, page);
}

/**
 * The actor's own participations in all occasions, in the order of asking: a talent's, or those of the employers for
 * which the actor acts.
 * @throws PAGE_…
 */
export async function myParticipations(
  context: Context,
  page: PageRequest,
): Promise<Page<SeenParticipation>> {
  assertPermitted(context.actor, 'occasion:read');
  const found = await pageOfParticipations(context, [own(context)], page);
  // Read together, so that each finds its occasion in memory.
  await context.em.find(OccasionEntity, {
    id: { $in: found.edges.map(({ node }) => node.participation.occasionId) },
  });
  return found;
}

/** One participation, after a change that the actor was allowed to make. */
export async function seenParticipation(
  context: Context,
  participation: Participation,
): Promise<SeenParticipation> {
  const [seen] = await seenParticipations(context, [participation]);
  return seen!;
}

/** The actor's own: by talent, or by the organisation that takes part or its proxy. */
const own = ({ actor }: Context): Fragment =>
  actor.kind === 'talent'
    ? { sql: 'talent_id = ?', parameters: [actor.id] }
    : {
        sql: `organisation_id IN (SELECT id FROM organisations WHERE id = ? OR represented_by_id = ?)`,
        parameters: [actor.organisationId ?? null, actor.organisationId ?? null],
      };

/** What someone sees of an occasion who does not host it. */
function visibleTo(context: Context, occasionId: string): Fragment {
  const mine = own(context);
  if (context.actor.kind === 'talent')
    return {
      sql: `(${mine.sql} OR (side = 'EMPLOYER' AND state = 'ADMITTED'
        AND EXISTS (SELECT FROM organisations WHERE id = organisation_id AND withdrawn_at IS NULL)))`,
      parameters: mine.parameters,
    };
  const consent = consentStands('participations.talent_id', 'MATCHING');
  return {
    sql: `(${mine.sql} OR (side = 'TALENT' AND state = 'ADMITTED' AND ${consent.sql}
      AND EXISTS (SELECT FROM talents WHERE id = participations.talent_id AND withdrawn_at IS NULL)
      AND EXISTS (SELECT FROM participations AS mine
        WHERE mine.occasion_id = ? AND mine.side = 'EMPLOYER' AND mine.state = 'ADMITTED' AND mine.${mine.sql})))`,
    parameters: [...mine.parameters, ...consent.parameters, occasionId, ...mine.parameters],
  };
}

async function pageOfParticipations(
  context: Context,
  given: readonly Fragment[],
  { first, after }: PageRequest,
): Promise<Page<SeenParticipation>> {
  assertPageSize(first);
  const where = [...given];
  if (after) {
    const [askedAt, id] = decodeCursor(after, ['string', 'string']);
    if (Number.isNaN(Date.parse(askedAt)) || !isId(id))
      throw invalidCursor({ cursor: after }, { path: ['after'] });
    where.push({ sql: '(asked_at, id) > (?::timestamptz, ?::uuid)', parameters: [askedAt, id] });
  }
  const { sql, parameters } = joined(where, ' AND ');
  const found = await rows<{ id: string }>(
    context.em,
    `SELECT id FROM participations WHERE ${sql} ORDER BY asked_at, id LIMIT ?`,
    [...parameters, first + 1],
  );
  const participations = await context.em.find(
    ParticipationEntity,
    { id: { $in: found.map(({ id }) => id) } },
    { orderBy: { askedAt: 'asc', id: 'asc' } },
  );
  const seen = await seenParticipations(context, participations);
  return pageOf(
    seen,
    first,
    (node) => node,
    ({ participation: { askedAt, id } }) => [askedAt.toISOString(), id],
  );
}

/** Reads what a page of participations shows, in as many queries for a hundred as for one. */
async function seenParticipations(
  context: Context,
  participations: readonly Participation[],
): Promise<SeenParticipation[]> {
  const { em, actor } = context;
  const pick = <Value>(of: (each: Participation) => Value | null | undefined): Value[] =>
    participations.flatMap((each) => of(each) ?? []);
  const organisations = byId(
    await em.find(OrganisationEntity, { id: { $in: pick((p) => p.organisationId) } }),
  );
  const talents = byId(await em.find(TalentEntity, { id: { $in: pick((p) => p.talentId) } }));
  const roles = byId(await em.find(RoleEntity, { id: { $in: participations.flatMap((p) => p.roleIds) } }));
  const hosting = new Map<string, { organisationIds: string[] }>();
  for (const occasionId of new Set(participations.map((p) => p.occasionId)))
    hosting.set(occasionId, await hostTarget(em, occasionId));
  const isWhole = ({ occasionId, organisationId, talentId }: Participation): boolean => {
    const organisation = organisations.get(organisationId ?? '');
    return permits(actor, 'participation:read', {
      ...hosting.get(occasionId),
      ...(organisation && { organisationId: organisation.id, representedById: organisation.representedById }),
      ...(talentId && { personId: talentId }),
    });
  };
  const whole = participations.filter(isWhole);
  const packages = byId(
    await em.find(PackageEntity, { id: { $in: whole.flatMap((p) => p.packageId ?? []) } }),
  );
  const interviewers = Map.groupBy(
    await interviewersOf(
      em,
      whole.map(({ id }) => id),
    ),
    (staff) => staff.participationId,
  );
  const places = await waitingPlaces(
    context,
    whole.filter(({ state }) => state === 'WAITING'),
  );
  const known = await identified(context, [...talents.keys()]);
  return participations.map((participation) => ({
    participation,
    whole: whole.includes(participation),
    organisation: organisations.get(participation.organisationId ?? '') ?? null,
    talent: talents.get(participation.talentId ?? '') ?? null,
    identified: known.has(participation.talentId ?? ''),
    roles: participation.roleIds
      .flatMap((id) => roles.get(id) ?? [])
      .filter(({ withdrawnAt }) => whole.includes(participation) || withdrawnAt == null),
    package: whole.includes(participation) ? (packages.get(participation.packageId ?? '') ?? null) : null,
    interviewers: interviewers.get(participation.id) ?? [],
    waitingPlace: places.get(participation.id) ?? null,
  }));
}

const byId = <Row extends { id: string }>(found: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(found.map((row) => [row.id, row]));

async function waitingPlaces(
  { em }: Context,
  waiting: readonly Participation[],
): Promise<ReadonlyMap<string, number>> {
  if (waiting.length === 0) return new Map();
  const counted = await rows<{ id: string; place: number }>(
    em,
    `SELECT mine.id, (SELECT count(*) FROM participations AS ahead
       WHERE ahead.occasion_id = mine.occasion_id AND ahead.side = mine.side AND ahead.state = 'WAITING'
         AND (ahead.asked_at, ahead.id) <= (mine.asked_at, mine.id))::integer AS place
     FROM participations AS mine WHERE mine.id = ANY (?)`,
    [waiting.map(({ id }) => id)],
  );
  return new Map(counted.map(({ id, place }) => [id, place]));
}
