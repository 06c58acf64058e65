import type { UnplacedLimit } from '../../planner/index.ts';
import type { PlanRun } from './plan-run.entity.ts';
import type { LeftOut } from './pairs.ts';

/** A wish without a meeting, with what keeps it out. */
export interface UnplacedWish {
  talentId: string;
  organisationId: string;
  /** A limit of the planner, or why the planner was not even asked. */
  limit: UnplacedLimit | LeftOut['reason'];
  reason: string;
}

const WORDS: Record<LeftOut['reason'], string> = {
  NOT_ADMITTED: 'one of the two does not take part, or the talent’s consent has ended',
  CALLED_OFF: 'one of the two called their meeting off',
  NO_INTERPRETER: 'they have no language in common, and no interpreter speaks one of each',
  HAVE_MET: 'they have met already, or their meeting stays where it is',
};

/**
 * The wishes of a run that it does not fulfil. Of an employer with several interviewers the planner says for each why
 * not; the reason of the first stands for all, rather one that is not just that another of them is met.
 */
export function unplacedWishes({ given, answer }: Pick<PlanRun, 'given' | 'answer'>): UnplacedWish[] {
  const keyOf = ({ talentId, organisationId }: { talentId: string; organisationId: string }): string =>
    `${talentId} ${organisationId}`;
  const held = new Set((answer?.meetings ?? []).map(({ pair }) => keyOf(given.pairs[pair]!)));
  const open = Map.groupBy(answer?.unplaced ?? [], ({ pair }) => keyOf(given.pairs[pair]!));
  return [
    ...[...open]
      .filter(([key]) => !held.has(key))
      .map(([, reasons]) => {
        const { pair, limit, reason } = reasons.find((each) => each.limit !== 'once') ?? reasons[0]!;
        const { talentId, organisationId } = given.pairs[pair]!;
        return { talentId, organisationId, limit, reason };
      }),
    ...given.leftOut
      .filter(({ reason }) => reason !== 'HAVE_MET')
      .map(({ talentId, organisationId, reason }) => ({
        talentId,
        organisationId,
        limit: reason,
        reason: WORDS[reason],
      })),
  ];
}
