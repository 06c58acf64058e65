import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum, PageInfo } from '../../graph/index.ts';
import { ConditionVerdict, RoleMatch, toRoleMatch } from '../../matching/index.ts';
import { RoleType, toRoleType } from '../../roles/index.ts';
import { AREA_RULES, type AreaRule } from './commuting-area.ts';
import type { JointMatch, JointRanking, JointSide } from './tandem-matches.ts';

const AreaRuleEnum = graphqlEnum(
  'AreaRule',
  AREA_RULES,
  'By which rule two roles lie in one commuting area: the first that can be asked.',
  {
    REMOTE: 'One of the two works is done from home: it counts anywhere.',
    DISTANCE: 'The places are no farther apart than `maxKm`.',
    HOME_BETWEEN:
      'There is a home from which both reach their work: the places are no farther apart than what both travel, added up.',
    REGION: 'One of the places is not known to the kilometre; both are in the same region.',
  },
);

@ObjectType({ description: 'That two roles lie in one commuting area, and why.' })
export class CommutingAreaType {
  @Field(() => AreaRuleEnum)
  rule!: AreaRule;

  @Field(() => Float, {
    nullable: true,
    description:
      'The great-circle distance between the two places in kilometres; null where one is not known.',
  })
  distanceKm!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The largest distance allowed; null for rules that ask for none.',
  })
  limitKm!: number | null;

  @Field(() => Boolean, {
    description:
      'The places are in different countries: whether work may be done from the other one is not said.',
  })
  acrossBorders!: boolean;
}

@ObjectType({ description: 'Why a pair of roles is worth what it is.' })
export class JointWorthType {
  @Field(() => Float, {
    description:
      'The geometric mean of the two scores, in [0, 1]: its square is the probability that both are wanted.',
  })
  value!: number;

  @Field(() => Float, { description: 'The arithmetic mean of the two scores.' })
  mean!: number;

  @Field(() => Float, {
    description: 'What the pair loses because one of the two fits less well: mean less value.',
  })
  imbalance!: number;

  @Field(() => Float, { description: 'The least score that each of the two had to have.' })
  minimum!: number;
}

@ObjectType({ description: 'One partner’s half of a joint match.' })
export class JointSideType {
  @Field(() => ID)
  talentId!: string;

  @Field(() => Boolean, { description: 'Whether it is yours.' })
  yours!: boolean;

  @Field(() => RoleType)
  role!: RoleType;

  @Field(() => Float, { description: 'The score of the role with this partner, as in `matchedRoles`.' })
  score!: number;

  @Field(() => [ConditionVerdict], {
    description:
      'The conditions of the role with this partner. Of your partner without `SKILLS`, which quotes their CV.',
  })
  conditions!: ConditionVerdict[];

  @Field(() => RoleMatch, {
    nullable: true,
    description: 'The whole match with its evidence: yours; of both for organisers; null for your partner’s.',
  })
  match!: RoleMatch | null;
}

@ObjectType({ description: 'A role for each of two partners, in one commuting area.' })
export class JointMatchType {
  @Field(() => JointWorthType)
  worth!: JointWorthType;

  @Field(() => CommutingAreaType)
  area!: CommutingAreaType;

  @Field(() => [JointSideType], {
    description: 'Two: yours first; for organisers first that of whoever invited.',
  })
  sides!: JointSideType[];
}

@ObjectType({ description: 'One joint match of a ranking.' })
class JointMatchEdge {
  @Field(() => JointMatchType)
  node!: JointMatchType;

  @Field(() => String, { description: 'The place in the ranking.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of joint matches, best first.' })
export class JointMatchConnection {
  @Field(() => [JointMatchEdge])
  edges!: JointMatchEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => ID, { description: 'The embedding model whose vectors were compared.' })
  modelId!: string;

  @Field(() => Int, { description: 'How many roles were read from the tops of the two rankings.' })
  accesses!: number;

  @Field(() => Int, { description: 'How many pairs were looked at for this page, of all `pairs`.' })
  considered!: number;

  @Field(() => Int, { description: 'How many pairs there are of roles with at least the minimum for each.' })
  pairs!: number;
}

const toJointSide = ({ talentId, yours, match, shown }: JointSide): JointSideType => ({
  talentId,
  yours,
  role: toRoleType(match.role),
  score: match.score,
  conditions: (shown ?? match).conditions,
  match: shown && toRoleMatch(shown),
});

const toJointMatch = ({ worth, minimum, area, sides }: JointMatch): JointMatchType => ({
  worth: { ...worth, minimum },
  area,
  sides: sides.map(toJointSide),
});

/** The public shape of joint matches. */
export const toJointConnection = (ranking: JointRanking): JointMatchConnection => ({
  edges: ranking.edges.map(({ node, cursor }) => ({ node: toJointMatch(node), cursor })),
  pageInfo: { hasNextPage: ranking.hasNextPage, endCursor: ranking.edges.at(-1)?.cursor ?? null },
  modelId: ranking.modelId,
  accesses: ranking.accesses,
  considered: ranking.considered,
  pairs: ranking.pairs,
});
