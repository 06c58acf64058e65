import { joined, rows, type EntityManager, type Fragment } from '../../database/index.ts';
import type { MilestoneKind, OfferState } from '../../placements/index.ts';
import type { Segment } from '../../talents/index.ts';
import type { AboutTalent } from '../figures/tally.ts';
import { inTerritory, milliseconds, type Scope, type Territory } from './scope.ts';

/** An offer, and the hire if it was accepted. Instants are milliseconds since 1970, dates `YYYY-MM-DD`. */
export interface OfferFact extends AboutTalent {
  roleId: string;
  state: OfferState;
  answerBy: number;
  madeAt: number;
  settledAt: number | null;
  startsOn: string | null;
  endedOn: string | null;
  /** The occasion and the campaign that it came of: by its own word, or by the shortlist that it came from. */
  occasionId: string | null;
  campaignId: string | null;
  /** When the talent first applied to the occasion or signed up for the campaign; null where they did neither. */
  appliedAt: number | null;
  /** ISCO-08 unit group of the role; null where it is not stated. */
  occupation: string | null;
  roleCountry: string;
  segment: Segment | null;
  talentCountry: string;
  /** Dates by milestone; null: not needed. */
  milestones: Partial<Record<MilestoneKind, string | null>>;
}

/** The offers that came of the occasions and campaigns; of an employer, its own. */
export const offersOf = (em: EntityManager, scope: Scope): Promise<OfferFact[]> => {
  const { occasionIds, campaignIds, employerId } = scope;
  return offersAmong(em, {
    sql: `SELECT id FROM (
        SELECT id, employer_id FROM offers WHERE occasion_id = ANY (?)
        UNION SELECT id, employer_id FROM offers WHERE campaign_id = ANY (?)
        UNION SELECT offers.id, offers.employer_id
          FROM (SELECT id FROM shortlists WHERE occasion_id = ANY (?)
                UNION ALL SELECT id FROM shortlists WHERE campaign_id = ANY (?)) AS lists
            JOIN shortlist_entries AS entries ON entries.shortlist_id = lists.id
            JOIN offers ON offers.shortlist_entry_id = entries.id) AS mine
      WHERE ?::uuid IS NULL OR employer_id = ?::uuid`,
    parameters: [occasionIds, campaignIds, occasionIds, campaignIds, employerId, employerId],
  });
};

/** The offers of roles in a country or region that were made from one instant up to another. */
export const offersInTerritory = (
  em: EntityManager,
  territory: Territory,
  from: Date,
  to: Date,
): Promise<OfferFact[]> => {
  const { sql, parameters } = inTerritory('roles', territory);
  return offersAmong(em, {
    sql: `SELECT offers.id FROM roles JOIN offers ON offers.role_id = roles.id
      WHERE ${sql} AND offers.made_at >= ? AND offers.made_at < ?`,
    parameters: [...parameters, from, to],
  });
};

async function offersAmong(em: EntityManager, ids: Fragment): Promise<OfferFact[]> {
  const { sql, parameters } = joined(
    [
      {
        sql: `SELECT offers.talent_id AS "talentId", offers.role_id AS "roleId", offers.state,
            ${milliseconds('offers.answer_by')} AS "answerBy", ${milliseconds('offers.made_at')} AS "madeAt",
            ${milliseconds('offers.settled_at')} AS "settledAt", offers.starts_on::text AS "startsOn",
            offers.ended_on::text AS "endedOn", came.occasion_id AS "occasionId",
            came.campaign_id AS "campaignId", ${milliseconds('applied.at')} AS "appliedAt",
            roles.occupation, roles.country AS "roleCountry", talents.segment, talents.country AS "talentCountry",
            coalesce(reached.milestones, '{}'::json) AS milestones
          FROM (`,
        parameters: [],
      },
      ids,
      {
        sql: `) AS mine JOIN offers ON offers.id = mine.id
            JOIN roles ON roles.id = offers.role_id JOIN talents ON talents.id = offers.talent_id
            LEFT JOIN shortlist_entries AS entries ON entries.id = offers.shortlist_entry_id
            LEFT JOIN shortlists AS lists ON lists.id = entries.shortlist_id,
          LATERAL (SELECT coalesce(offers.occasion_id, lists.occasion_id) AS occasion_id,
            coalesce(offers.campaign_id, lists.campaign_id) AS campaign_id) AS came,
          LATERAL (SELECT least(
            (SELECT min(asked_at) FROM participations AS asked
             WHERE asked.occasion_id = came.occasion_id AND asked.talent_id = offers.talent_id),
            (SELECT min(signed_up_at) FROM campaign_sign_ups AS given
             WHERE given.campaign_id = came.campaign_id AND given.talent_id = offers.talent_id)) AS at) AS applied,
          LATERAL (SELECT json_object_agg(kind, on_date) AS milestones
            FROM placement_milestones WHERE offer_id = offers.id) AS reached
          ORDER BY offers.made_at, offers.id`,
        parameters: [],
      },
    ],
    '',
  );
  return rows<OfferFact>(em, sql, parameters);
}

/** Two partners of whom one at least was hired. */
export interface CoupleFact {
  talentIds: readonly string[];
  /** Whether both have a hire that stands, wherever it came from. */
  bothHired: boolean;
}

/** The standing tandems of these talents. */
export const couplesOf = (em: EntityManager, talentIds: readonly string[]): Promise<CoupleFact[]> =>
  rows<CoupleFact>(
    em,
    `SELECT array_agg(both_of.talent_id ORDER BY both_of.seat) AS "talentIds",
       bool_and(EXISTS (SELECT FROM offers
         WHERE offers.talent_id = both_of.talent_id AND offers.state = 'ACCEPTED')) AS "bothHired"
     FROM (SELECT DISTINCT tandem_id FROM tandem_partners
           WHERE talent_id = ANY (?) AND state = 'STANDING') AS mine
       JOIN tandem_partners AS both_of ON both_of.tandem_id = mine.tandem_id
     GROUP BY mine.tandem_id`,
    [talentIds],
  );

/** A role as far as reports count it. */
export interface RoleFact {
  id: string;
  occupation: string | null;
  openings: number;
  englishAccepted: boolean;
  /** Whether it is in what the report is about, and not merely the role of a hire. */
  advertised: boolean;
}

/** Roles by identifier: those brought, and those of hires. */
export const rolesBrought = (
  em: EntityManager,
  brought: readonly string[],
  ofHires: readonly string[],
): Promise<RoleFact[]> =>
  rows<RoleFact>(em, `SELECT ${ROLE}, id = ANY (?) AS advertised FROM roles WHERE id = ANY (?)`, [
    brought,
    [...new Set([...brought, ...ofHires])],
  ]);

/** The roles of a country or region that are open now, and those of hires. */
export async function rolesInTerritory(
  em: EntityManager,
  territory: Territory,
  ofHires: readonly string[],
): Promise<RoleFact[]> {
  const { sql, parameters } = inTerritory('roles', territory);
  return rows<RoleFact>(
    em,
    `SELECT ${ROLE}, true AS advertised FROM roles WHERE ${sql} AND withdrawn_at IS NULL
     UNION ALL SELECT ${ROLE}, false FROM roles WHERE id = ANY (?) AND withdrawn_at IS NOT NULL`,
    [...parameters, [...new Set(ofHires)]],
  );
}

const ROLE = `id, occupation, openings, english_accepted AS "englishAccepted"`;
