import { assertPermitted, inTransaction, recordAudit, type Context } from '../../access/index.ts';
import type { EntityManager } from '../../database/index.ts';
import {
  assertPageSize,
  calendarDay,
  decodeCursor,
  pageOf,
  parseInput,
  type Page,
  type PageRequest,
} from '../../kernel/index.ts';
import { atOneMoment, shown, type Match, type ShownMatch } from '../../matching/index.ts';
import { identified } from '../../talents/index.ts';
import { tandemNone } from '../tandem.failures.ts';
import { coupleById, standingTandemId, stands, type Couple } from '../tandem.repository.ts';
import { bestPairs, placeOfPair, type Pair } from './best-pairs.ts';
import { commutingArea, reachOf, type CommutingArea } from './commuting-area.ts';
import { jointFilter, USUAL_MINIMUM, type JointFilter } from './joint.input.ts';
import { jointRoles, type JointRoles } from './joint-roles.ts';
import { jointValue, jointWorth, type JointWorth } from './joint-value.ts';

/** One partner's half of a joint match. */
export interface JointSide {
  talentId: string;
  /** Whether it is that of the one who asks. */
  yours: boolean;
  match: Match;
  /** With the evidence in the CV: of oneself, and for organisers. Null for one's partner. */
  shown: ShownMatch | null;
}

/** A role for each partner in one commuting area, and why it stands where it does. */
export interface JointMatch {
  worth: JointWorth;
  /** The least that each of the two had to have. */
  minimum: number;
  area: CommutingArea;
  /** That of the one who asks first; for organisers that of whoever invited. */
  sides: [JointSide, JointSide];
}

/** A page of joint matches, with what it was made by. */
export interface JointRanking extends Page<JointMatch> {
  modelId: string;
  /** How many roles were read from the tops of the two rankings. */
  accesses: number;
  /** How many pairs were looked at for this page. */
  considered: number;
  /** How many pairs there are of the roles above the floor. */
  pairs: number;
}

/**
 * Pairs of roles in one commuting area, one for each partner of a standing tandem, best first: for either of the two,
 * and for organisers who name the tandem. Every role is one that `matchedRoles` has for its partner. That it was
 * read is audited.
 * @throws TANDEM_NONE, INPUT_INVALID, MATCHING_NOT_YET_EMBEDDED, PAGE_…
 */
export async function tandemMatches(
  context: Context,
  page: PageRequest,
  filter: unknown = {},
  tandemId?: string | null,
): Promise<JointRanking> {
  const { actor } = context;
  assertPermitted(actor, 'tandem:match', { personId: actor.id });
  const narrowing = parseInput(jointFilter, filter, ['filter']);
  assertPageSize(page.first);
  const couple = await standingCouple(context, tandemId);
  const talentIds = couple.partners.map(({ talentId }) => talentId);
  const ranking = await atOneMoment(context.em, (em) =>
    jointRanking({ ...context, em }, talentIds as [string, string], narrowing, page),
  );
  await inTransaction(context, async (inside) =>
    recordAudit(
      inside,
      'tandem:match',
      { kind: 'tandem', id: couple.tandem.id },
      {
        modelId: ranking.modelId,
        considered: ranking.considered,
        shown: ranking.edges.map(({ node }) => node.sides.map(({ match }) => match.role.id)),
      },
    ),
  );
  return ranking;
}

/** The tandem asked about: their own for a talent, whatever they name; the one named for others. */
async function standingCouple({ actor, em }: Context, named?: string | null): Promise<Couple> {
  if (actor.kind === 'talent') {
    const own = await standingTandemId(em, actor.id);
    if (!own || (named != null && named !== own)) throw tandemNone();
    return coupleById(em, own);
  }
  if (named == null) throw tandemNone();
  const couple = await coupleById(em, named, ['tandemId']);
  if (!(await stands(em, named))) throw tandemNone();
  return couple;
}

async function jointRanking(
  context: Context,
  talentIds: [string, string],
  filter: JointFilter,
  { first, after }: PageRequest,
): Promise<JointRanking> {
  const minimum = filter.minimum ?? USUAL_MINIMUM;
  const today = calendarDay(context.now);
  const ones = await jointRoles(context.em, talentIds[0], filter, minimum, today);
  const others = await jointRoles(context.em, talentIds[1], filter, minimum, today);
  const reach = reachOf(filter.maxKm, [ones.commuteKm, others.commuteKm]);
  const { pairs, accesses, considered } = bestPairs(ones.offers, others.offers, {
    count: first + 1,
    after: after ? decodeCursor(after, ['number', 'string', 'string']) : undefined,
    value: jointValue,
    area: (one, other) =>
      possible(one.match, other.match, filter) ? commutingArea(one.place, other.place, reach) : null,
    reachKm: reach.km,
  });
  const { edges, hasNextPage } = pageOf(pairs, first, (pair) => pair, placeOfPair);
  const nodes = await jointMatches(
    context,
    ones.modelId,
    talentIds,
    minimum,
    edges.map(({ node }) => node),
  );
  return {
    edges: edges.map(({ cursor }, place) => ({ cursor, node: nodes[place]! })),
    hasNextPage,
    modelId: ones.modelId,
    accesses,
    considered,
    pairs: ones.offers.length * others.offers.length,
  };
}

/** Whether one household can have both: one opening is not for two, and the employers are as asked for. */
function possible({ role: one }: Match, { role: other }: Match, { sameEmployer }: JointFilter): boolean {
  if (one.id === other.id && one.openings < 2) return false;
  return sameEmployer == null || sameEmployer === (one.employerId === other.employerId);
}

type MatchedPair = Pair<JointRoles['offers'][number]>;

/** Adds to the pairs on a page what the one who asks may read of each half. */
async function jointMatches(
  context: Context,
  modelId: string,
  talentIds: [string, string],
  minimum: number,
  pairs: readonly MatchedPair[],
): Promise<JointMatch[]> {
  const known = await identified(context, talentIds);
  const halves = pairs.map(({ one, other }) => [one.match, other.match] as const);
  const [ones, others] = [
    await shownTo(
      context,
      modelId,
      known.has(talentIds[0]),
      halves.map(([one]) => one),
    ),
    await shownTo(
      context,
      modelId,
      known.has(talentIds[1]),
      halves.map(([, other]) => other),
    ),
  ];
  const sideOf = (talentId: string, match: Match, whole: ShownMatch | null): JointSide => ({
    talentId,
    yours: talentId === context.actor.id,
    match,
    shown: whole,
  });
  return pairs.map(({ one, other, area }, place) => {
    const sides: JointMatch['sides'] = [
      sideOf(talentIds[0], one.match, ones[place]!),
      sideOf(talentIds[1], other.match, others[place]!),
    ];
    // Ranked in the order of the seats, so that both see the same order, ties included; shown with one's own first.
    if (sides[1].yours) sides.reverse();
    return { worth: jointWorth(one.score, other.score), minimum, area, sides };
  });
}

/** The matches with their evidence, for those who may know the talent's CV; else nothing for each. */
async function shownTo(
  context: Context,
  modelId: string,
  known: boolean,
  matches: readonly Match[],
): Promise<(ShownMatch | null)[]> {
  if (!known) return matches.map(() => null);
  return shown(context.em, modelId, matches, (em: EntityManager, ids) => identified({ ...context, em }, ids));
}
