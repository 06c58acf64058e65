import { z } from 'zod';
import type { Context } from '../../access/index.ts';
import { rows, type EntityManager } from '../../database/index.ts';
import { isId, parseInput } from '../../kernel/index.ts';
import { admittedTalents, PlanRunEntity, requestPlanRun, type PlanRun } from '../../occasions/index.ts';
import { apartPairs } from '../../tandem/index.ts';
import { TalentEntity } from '../../talents/index.ts';
import { legUnknown, noPairs, nothingPublished, promiseWithoutEntry } from '../delegations.failures.ts';
import { employersWithRoles, hostedMission, legsOf } from '../mission.repository.ts';
import type { Leg } from '../legs/leg.entity.ts';
import { interviewWishes, unlisted, type Listed } from './wishes.ts';

const uuid = z.string().refine(isId, 'is no UUID');

/** How interview days are planned, from whichever side it is asked. */
const planOptions = z.object({
  promised: z
    .array(z.object({ talentId: uuid, organisationId: uuid }))
    .max(1000)
    .default([]),
  replan: z.boolean().default(false),
  fairness: z.number().min(0).max(1).default(0.05),
  seconds: z.number().min(1).max(600).default(30),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
  work: z.int().min(1).max(1_000_000).nullish(),
});

/** A run that was asked for, with what went into it. */
export interface PlannedInterviews {
  run: PlanRun;
  pairs: number;
  talents: number;
  employers: number;
}

/**
 * Asks the planner for the interview days of a leg: talents of the leg's country (and those in whose country there is
 * no leg) with the employers on whose lists they stand. Whoever was rejected, passed on or withdrew is not planned;
 * what hosts have promised comes first; couples who ask for it are kept apart. Rooms, lunch, interviewers and
 * interpreters are the occasion's. With `replan` the published plan is changed as little as possible: for when an
 * employer leaves, and its times go to others.
 * @throws OCCASIONS_UNKNOWN, ACCESS_FORBIDDEN, DELEGATIONS_NO_MISSION, DELEGATIONS_LEG_UNKNOWN, DELEGATIONS_NO_PAIRS,
 * DELEGATIONS_PROMISE_WITHOUT_ENTRY, DELEGATIONS_NOTHING_PUBLISHED, INPUT_INVALID, and those of `requestPlanRun`
 */
export async function planInterviews(
  context: Context,
  missionId: string,
  legId: string,
  options: unknown,
): Promise<PlannedInterviews> {
  const { em } = context;
  const mission = await hostedMission(context, 'plan:run', missionId);
  const { promised, replan, fairness, ...limits } = parseInput(planOptions, options, ['options']);
  const legs = await legsOf(em, mission.id);
  const leg = legs.find(({ id }) => id === legId);
  if (!leg) throw legUnknown({ id: legId }, { path: ['legId'] });
  const all = await listedOf(em, mission.id);
  const listed = await plannable(em, mission.id, leg, legs, all);
  if (listed.length === 0) throw noPairs({ legId: leg.id, entries: all.length });
  const missing = unlisted(listed, promised);
  if (missing) throw promiseWithoutEntry(missing, { path: ['options', 'promised'] });
  const wishes = interviewWishes(listed, promised);
  const talentIds = [...new Set(wishes.map(({ talentId }) => talentId))];
  const run = await requestPlanRun(context, mission.id, leg.id, {
    wishes,
    apart: await apartPairs(em, talentIds),
    basedOnRunId: replan ? (await published(em, mission.id, leg.id)).id : null,
    weights: { fairness, idle: 0 },
    ...limits,
  });
  return {
    run,
    pairs: wishes.length,
    talents: talentIds.length,
    employers: new Set(wishes.map(({ organisationId }) => organisationId)).size,
  };
}

/**
 * Who stands on a list of the mission, once for each role of it. Neither side has said no: the entry stands, the
 * employer has not passed it on, and an employer that is in contact is the only one.
 */
const listedOf = (em: EntityManager, occasionId: string): Promise<Listed[]> =>
  rows<Listed>(
    em,
    `SELECT entry.talent_id AS "talentId", role.employer_id AS "organisationId", role.role_id AS "roleId",
       coalesce(explained.score, 0)::float8 AS score, entry.place::integer AS place, entry.places::integer AS places
     FROM (SELECT entries.*,
         row_number() OVER (PARTITION BY shortlist_id ORDER BY position, entries.id) AS place,
         count(*) OVER (PARTITION BY shortlist_id) AS places
       FROM shortlists JOIN shortlist_entries AS entries ON entries.shortlist_id = shortlists.id
       WHERE shortlists.occasion_id = ? AND entries.state IN ('PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER')) AS entry
     JOIN shortlist_roles AS role ON role.shortlist_id = entry.shortlist_id
     LEFT JOIN shortlist_explanations AS explained
       ON explained.entry_id = entry.id AND explained.role_id = role.role_id
     WHERE coalesce(entry.role_id, role.role_id) = role.role_id AND role.employer_id <> ALL (entry.passed)`,
    [occasionId],
  );

/** Those of them who can meet on the leg: both sides take part, and it is the talent's leg. */
async function plannable(
  em: EntityManager,
  occasionId: string,
  leg: Leg,
  legs: readonly Leg[],
  listed: readonly Listed[],
): Promise<Listed[]> {
  const brought = new Map(
    (await employersWithRoles(em, occasionId)).map(({ organisationId, roleIds }) => [
      organisationId,
      roleIds,
    ]),
  );
  const admitted = (await admittedTalents(em, occasionId)).map(({ talentId }) => talentId!);
  const talents = await em.find(TalentEntity, { id: { $in: admitted } }, { fields: ['country'] });
  const markets = new Set(legs.map(({ country }) => country));
  const here = new Set(
    talents.filter(({ country }) => country === leg.country || !markets.has(country)).map(({ id }) => id),
  );
  return listed.filter(
    ({ talentId, organisationId, roleId }) =>
      here.has(talentId) && brought.get(organisationId)?.includes(roleId),
  );
}

/** @throws DELEGATIONS_NOTHING_PUBLISHED */
async function published(em: EntityManager, occasionId: string, legId: string): Promise<PlanRun> {
  const run = await em.findOne(PlanRunEntity, { occasionId, legId, state: 'PUBLISHED' });
  if (!run) throw nothingPublished({ legId }, { path: ['options', 'replan'] });
  return run;
}
