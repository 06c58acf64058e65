/** When, where and with whom a meeting is. */
export interface Arrangement {
  startsAt: string;
  endsAt: string;
  place: number | null;
  interviewerId: string | null;
  interpreterId: string | null;
}

interface Pairing extends Arrangement {
  talentId: string;
  organisationId: string;
}

/** What becomes of every meeting when a plan is published. */
export interface Publication<Standing, Planned> {
  unchanged: readonly { standing: Standing; planned: Planned }[];
  moved: readonly { standing: Standing; planned: Planned }[];
  added: readonly Planned[];
  dropped: readonly Standing[];
}

/**
 * Compares the meetings that stand with those of a plan. A talent and an employer have one meeting: whoever meets again
 * keeps it, moved if anything of the arrangement differs.
 */
export function publicationOf<Standing extends Pairing, Planned extends Pairing>(
  standing: readonly Standing[],
  planned: readonly Planned[],
): Publication<Standing, Planned> {
  const plannedOf = new Map(planned.map((each) => [keyOf(each), each]));
  const known = new Set(standing.map(keyOf));
  const both = standing.flatMap((each) => {
    const match = plannedOf.get(keyOf(each));
    return match ? [{ standing: each, planned: match }] : [];
  });
  return {
    unchanged: both.filter((each) => isSame(each.standing, each.planned)),
    moved: both.filter((each) => !isSame(each.standing, each.planned)),
    added: planned.filter((each) => !known.has(keyOf(each))),
    dropped: standing.filter((each) => !plannedOf.has(keyOf(each))),
  };
}

const keyOf = ({ talentId, organisationId }: Pairing): string => `${talentId} ${organisationId}`;

const isSame = (one: Arrangement, other: Arrangement): boolean =>
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.place === other.place &&
  one.interviewerId === other.interviewerId &&
  one.interpreterId === other.interpreterId;
