import type { PairWish } from '../../occasions/index.ts';

/** A talent on a list of the mission, for one employer of it. */
export interface Listed {
  talentId: string;
  organisationId: string;
  roleId: string;
  /** In [0, 1], as when they were put forward. */
  score: number;
  /** The place in the order by hand, from 1, of so many that still stand on the list. */
  place: number;
  places: number;
}

/** That a host has told both sides that they will meet. */
export interface Promised {
  talentId: string;
  organisationId: string;
}

/** A wish before the planner fills in what it leaves open. */
export type InterviewWish = Pick<PairWish, 'talentId' | 'organisationId' | 'roleId' | 'value' | 'promised'>;

/**
 * What an interview is worth, from 0 to 100: half of it by the score, half by the order by hand, in which the first of
 * a list gets all and the last of n gets 1/n.
 */
export const worthOf = ({ score, place, places }: Pick<Listed, 'score' | 'place' | 'places'>): number =>
  Math.round((50 * score + (50 * (places - place + 1)) / places) * 1e4) / 1e4;

/**
 * Who would be interviewed by whom: a talent and an employer once, for the role for which that is worth most. In the
 * order of talents and employers, so that the same lists give the same problem.
 */
export function interviewWishes(listed: readonly Listed[], promises: readonly Promised[]): InterviewWish[] {
  const promised = new Set(promises.map(keyOf));
  const best = new Map<string, InterviewWish>();
  for (const one of listed) {
    const key = keyOf(one);
    const { talentId, organisationId, roleId } = one;
    const wish = { talentId, organisationId, roleId, value: worthOf(one), promised: promised.has(key) };
    const known = best.get(key);
    if (!known || wish.value > known.value || (wish.value === known.value && roleId < known.roleId!))
      best.set(key, wish);
  }
  return [...best.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, wish]) => wish);
}

/** The first promise that no list bears out; undefined where all are. */
export function unlisted(listed: readonly Listed[], promises: readonly Promised[]): Promised | undefined {
  const known = new Set(listed.map(keyOf));
  return promises.find((promise) => !known.has(keyOf(promise)));
}

const keyOf = ({ talentId, organisationId }: Promised): string => `${talentId} ${organisationId}`;
