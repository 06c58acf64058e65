/** A label with its language and whether it is the preferred one there. */
export interface ComparedLabel {
  language: string;
  text: string;
  preferred: boolean;
}

/** A concept of either side. */
export interface ComparedConcept {
  id: string;
  /** The unit group of an occupation; none for skills. Concepts of different codes are never the same. */
  isco: string | null;
  labels: readonly ComparedLabel[];
}

/** What came of our concepts. */
export interface Matching {
  /** ESCO's identifier by ours. */
  found: Map<string, string>;
  /** Those for which there are several, or none beyond doubt, with the identifiers in question. */
  doubtful: Map<string, readonly string[]>;
}

/** What an equal label in a language says: both are preferred, one of them is, neither. */
const WEIGHTS = [4, 2, 1] as const;

/**
 * In how many languages both preferred labels must be equal. Where synonyms were enough, about one in eight of 73
 * occupations that were read was another one (a game designer was a designer of lotteries); now none of 68. Skills
 * have no ISCO code that agrees as well, and one language misleads: svarvning is turning and woodturning.
 */
const CONFIRMED = { withCode: 1, without: 2 };

/**
 * Which of ESCO's concepts ours are: those with equal labels (capitals do not count) and the same ISCO code.
 * Where several come equally near, or two of ours come equally near the same, nothing is decided.
 */
export function matchConcepts(
  ours: readonly ComparedConcept[],
  theirs: readonly ComparedConcept[],
): Matching {
  const theirsByLabel = indexed(theirs);
  const doubtful = new Map<string, readonly string[]>();
  const claims: { id: string; theirId: string; nearness: number }[] = [];
  for (const own of ours) {
    const candidates = candidatesFor(own, theirsByLabel).toSorted((a, b) => b.nearness - a.nearness);
    const [first, second] = candidates;
    if (first === undefined) continue;
    const needed = own.isco === null ? CONFIRMED.without : CONFIRMED.withCode;
    if (first.confirmed < needed || second?.nearness === first.nearness)
      doubtful.set(own.id, candidates.map(({ id }) => id).toSorted());
    else claims.push({ id: own.id, theirId: first.id, nearness: first.nearness });
  }

  const found = new Map<string, string>();
  for (const [theirId, claimants] of Map.groupBy(claims, (claim) => claim.theirId)) {
    const nearest = Math.max(...claimants.map(({ nearness }) => nearness));
    const best = claimants.filter(({ nearness }) => nearness === nearest);
    for (const { id } of claimants)
      if (best.length === 1 && best[0]!.id === id) found.set(id, theirId);
      else doubtful.set(id, [theirId]);
  }
  return { found, doubtful };
}

type Index = ReadonlyMap<string, readonly { id: string; isco: string | null; preferred: boolean }[]>;

function indexed(concepts: readonly ComparedConcept[]): Index {
  const entries = concepts.flatMap(({ id, isco, labels }) =>
    labels.map((label) => ({ key: keyOf(label), id, isco, preferred: label.preferred })),
  );
  return Map.groupBy(entries, ({ key }) => key);
}

interface Candidate {
  id: string;
  /** What the surest equality in each language says, added up. */
  nearness: number;
  /** In how many languages both preferred labels are equal. */
  confirmed: number;
}

function candidatesFor(own: ComparedConcept, theirs: Index): Candidate[] {
  const surest = new Map<string, Map<string, number>>();
  for (const label of own.labels)
    for (const other of theirs.get(keyOf(label)) ?? []) {
      if (other.isco !== own.isco) continue;
      const weight = WEIGHTS[(label.preferred ? 0 : 1) + (other.preferred ? 0 : 1)]!;
      const byLanguage = surest.get(other.id) ?? new Map<string, number>();
      byLanguage.set(label.language, Math.max(weight, byLanguage.get(label.language) ?? 0));
      surest.set(other.id, byLanguage);
    }
  return [...surest].map(([id, byLanguage]) => {
    const weights = [...byLanguage.values()];
    return {
      id,
      nearness: weights.reduce((sum, weight) => sum + weight, 0),
      confirmed: weights.filter((weight) => weight === WEIGHTS[0]).length,
    };
  });
}

const keyOf = ({ language, text }: ComparedLabel): string => `${language} ${text.toLowerCase()}`;
