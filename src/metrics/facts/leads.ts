import { rows, type EntityManager } from '../../database/index.ts';
import type { AboutTalent } from '../figures/tally.ts';
import type { Scope } from './scope.ts';

/** The talents who applied to the occasions, and those whom the campaigns screened to be leads; each once. */
export const leadsIn = (em: EntityManager, { occasionIds, campaignIds }: Scope): Promise<AboutTalent[]> =>
  rows<AboutTalent>(
    em,
    // Someone who was handed over as a lead and has withdrawn since was a lead.
    `SELECT talent_id AS "talentId" FROM participations WHERE occasion_id = ANY (?) AND side = 'TALENT'
     UNION SELECT talent_id FROM campaign_sign_ups WHERE campaign_id = ANY (?) AND state = 'LEAD'
     UNION SELECT entries.talent_id FROM shortlists
       JOIN shortlist_entries AS entries ON entries.shortlist_id = shortlists.id
     WHERE shortlists.campaign_id = ANY (?) AND entries.origin = 'LEAD'`,
    [occasionIds, campaignIds, campaignIds],
  );

/** The talents on shortlists of the occasions and campaigns; of an employer, on those with a role of its own; each once. */
export const shortlistedIn = (
  em: EntityManager,
  { occasionIds, campaignIds, employerId }: Scope,
): Promise<AboutTalent[]> =>
  rows<AboutTalent>(
    em,
    `SELECT DISTINCT entries.talent_id AS "talentId"
     FROM (SELECT id FROM shortlists WHERE occasion_id = ANY (?)
           UNION ALL SELECT id FROM shortlists WHERE campaign_id = ANY (?)) AS lists
       JOIN shortlist_entries AS entries ON entries.shortlist_id = lists.id
     WHERE ?::uuid IS NULL OR EXISTS (SELECT FROM shortlist_roles AS own
       WHERE own.shortlist_id = lists.id AND own.employer_id = ?::uuid)`,
    [occasionIds, campaignIds, employerId, employerId],
  );
