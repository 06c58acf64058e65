import type { Cast } from '../../../seeds/index.ts';
import type { EntityManager } from '../../../src/database/index.ts';
import { calendarDay, type TextLanguage } from '../../../src/kernel/index.ts';
import type { Match } from '../../../src/matching/index.ts';
import { retrieveThese } from '../../../src/matching/retrieval.ts';
import { scored, subjectOf } from '../../../src/matching/scored.ts';
import type { Service } from '../../../src/service.ts';
import type { JudgedRole } from './halves.ts';

/** A role and a talent with what Tandem makes of them and what the recruiter says. */
export interface JudgedPair {
  role: string;
  talent: string;
  language: TextLanguage;
  match: Match;
  /** Whether a hard condition excludes the talent from the ranking. */
  excluded: boolean;
  /** Whether the recruiter would interview the talent. */
  fits: boolean;
  /** Whether the talent is of the trade: those who fit, and those whom only a condition keeps from it. */
  ofTheTrade: boolean;
}

/** Every consenting talent of the cast with every one of the roles. */
export async function judgedPairs(
  service: Service,
  cast: Cast,
  roles: readonly JudgedRole[],
): Promise<JudgedPair[]> {
  const em = service.database.em.fork() as EntityManager;
  const talents = cast.talents.filter(({ consent }) => consent);
  const slugOf = new Map(talents.map(({ id, slug }) => [id, slug]));
  const pairs: JudgedPair[] = [];
  for (const { id, role, language, fits, nearMisses } of roles) {
    const subject = await subjectOf(em, 'CANDIDATES', id);
    const seen = await retrieveThese(
      em,
      { direction: 'CANDIDATES', id },
      talents.map((talent) => talent.id),
    );
    const fitting = new Set(fits.map(({ talent }) => talent));
    const near = new Set(nearMisses.map(({ talent }) => talent));
    for (const match of await scored(em, subject, seen, calendarDay(service.clock()))) {
      const talent = slugOf.get(match.id)!;
      const excluded = match.conditions.some(({ verdict }) => verdict === 'FAILED');
      pairs.push({
        role,
        talent,
        language,
        match,
        excluded,
        fits: fitting.has(talent),
        ofTheTrade: fitting.has(talent) || (near.has(talent) && excluded),
      });
    }
  }
  return pairs;
}
