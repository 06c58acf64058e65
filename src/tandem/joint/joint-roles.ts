import { joined, type EntityManager, type Fragment } from '../../database/index.ts';
import { countryOf } from '../../kernel/index.ts';
import { COMMUTE_KM, consider, narrowedRoles, type Match } from '../../matching/index.ts';
import { talentById } from '../../talents/index.ts';
import type { Offered } from './best-pairs.ts';
import type { JointFilter } from './joint.input.ts';

/** One partner's roles, best first, as far as they can be half of a pair. */
export interface JointRoles {
  modelId: string;
  offers: (Offered & { match: Match })[];
  /** How far this partner travels to work, in kilometres. */
  commuteKm: number;
}

/** Ranks the roles for one partner as `matchedRoles` does, down to the floor. @throws MATCHING_NOT_YET_EMBEDDED */
export async function jointRoles(
  em: EntityManager,
  talentId: string,
  filter: JointFilter,
  minimum: number,
  today: string,
): Promise<JointRoles> {
  const { commuteKm } = await talentById(em, talentId);
  const { modelId, matches } = await consider(em, 'ROLES', talentId, {
    narrowing: narrowing(filter),
    excludeFailed: true,
    today,
  });
  return {
    modelId,
    offers: matches
      .filter(({ score }) => score >= minimum)
      .map((match) => ({ id: match.id, score: match.score, place: match.role, match })),
    commuteKm: commuteKm ?? COMMUTE_KM,
  };
}

/** Conditions over `roles`. Work from home is no reason to leave a region: it counts in every region of its country. */
const narrowing = ({ country, region, englishAccepted }: JointFilter): Fragment[] => [
  ...narrowedRoles({ country, englishAccepted }),
  ...(region
    ? [
        joined(
          [
            { sql: '(roles.region = ?', parameters: [region] },
            { sql: 'roles.remote AND roles.country = ?)', parameters: [countryOf(region)] },
          ],
          ' OR ',
        ),
      ]
    : []),
];
