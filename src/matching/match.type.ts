import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum, PageInfo } from '../graph/index.ts';
import { RoleType, toRoleType } from '../roles/index.ts';
import { TalentType, toTalentType } from '../talents/index.ts';
import { CONDITION_CODES, VERDICTS, type ConditionCode, type Verdict } from './conditions/index.ts';
import type { Match } from './match.ts';
import type { Ranking } from './rank.ts';

export const ConditionEnum = graphqlEnum('Condition', CONDITION_CODES, 'The hard conditions of a match.', {
  RIGHT_TO_WORK: 'May the talent work in the role’s country, or is a permit open?',
  LICENCE: 'Does the talent have the licence that a regulated profession takes there?',
  LANGUAGES: 'Does the talent speak the working languages at the level needed, or English where accepted?',
  LOCATION: 'Does the talent live where the role is, or move there?',
  START: 'Can the talent start in time?',
  SKILLS: 'Does the CV name the must-have skills? Never failed: silence proves nothing.',
});

const VerdictEnum = graphqlEnum('Verdict', VERDICTS, 'What is known of a condition.', {
  FAILED: 'Excludes from rankings, unless `includeExcluded` is asked for.',
  UNKNOWN: 'Open: counts half.',
});

@ObjectType({ description: 'A condition as it stands between one role and one talent.' })
export class ConditionVerdict {
  @Field(() => ConditionEnum)
  condition!: ConditionCode;

  @Field(() => VerdictEnum)
  verdict!: Verdict;

  @Field(() => String, { description: 'Why, naming codes and levels, never the person.' })
  reason!: string;
}

@ObjectType({ description: 'What a score is made of; each part is in [0, 1].' })
export class MatchParts {
  @Field(() => Float, {
    description:
      'How near the meaning of CV and description is, against what is usual between their two languages.',
  })
  vector!: number;

  @Field(() => Float, {
    description: 'The share of the role’s search words that the CV holds, rare words counting more.',
  })
  text!: number;

  @Field(() => Float, {
    description: 'The share of the conditions that are met; an unknown one counts half.',
  })
  conditions!: number;

  @Field(() => Float, { description: 'The share of the talent’s stated wishes that the role fulfils.' })
  wishes!: number;
}

@ObjectType({ description: 'How well a role and a talent fit, and why.' })
abstract class MatchType {
  @Field(() => Float, { description: 'In [0, 1], the same from either side.' })
  score!: number;

  @Field(() => MatchParts)
  parts!: MatchParts;

  @Field(() => [ConditionVerdict], { description: 'Every condition that the role asks for.' })
  conditions!: ConditionVerdict[];
}

@ObjectType({ description: 'A talent in the ranking for a role.' })
export class CandidateMatch extends MatchType {
  @Field(() => TalentType)
  talent!: TalentType;
}

@ObjectType({ description: 'A role in the ranking for a talent.' })
export class RoleMatch extends MatchType {
  @Field(() => RoleType)
  role!: RoleType;
}

@ObjectType({ description: 'What a ranking was made by.' })
abstract class RankingType {
  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => ID, { description: 'The embedding model whose vectors were compared.' })
  modelId!: string;

  @Field(() => Int, { description: 'How many were scored: what the retrievers put forward.' })
  considered!: number;
}

@ObjectType({ description: 'One talent of a ranking.' })
class CandidateMatchEdge {
  @Field(() => CandidateMatch)
  node!: CandidateMatch;

  @Field(() => String, { description: 'The place in the ranking.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of the talents for a role, best first.' })
export class CandidateMatchConnection extends RankingType {
  @Field(() => [CandidateMatchEdge])
  edges!: CandidateMatchEdge[];
}

@ObjectType({ description: 'One role of a ranking.' })
class RoleMatchEdge {
  @Field(() => RoleMatch)
  node!: RoleMatch;

  @Field(() => String, { description: 'The place in the ranking.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of the roles for a talent, best first.' })
export class RoleMatchConnection extends RankingType {
  @Field(() => [RoleMatchEdge])
  edges!: RoleMatchEdge[];
}

const shared = ({ score, parts, conditions }: Match) => ({ score, parts, conditions });

const toRanking = <Node>(ranking: Ranking, nodeOf: (match: Match) => Node) => ({
  edges: ranking.edges.map(({ node, cursor }) => ({ node: nodeOf(node), cursor })),
  pageInfo: { hasNextPage: ranking.hasNextPage, endCursor: ranking.edges.at(-1)?.cursor ?? null },
  modelId: ranking.modelId,
  considered: ranking.considered,
});

/** The public shape of a ranking of candidates. `known` are those of whom the actor may know who they are. */
export const toCandidateRanking = (ranking: Ranking, known: ReadonlySet<string>): CandidateMatchConnection =>
  toRanking(ranking, (match) => ({
    ...shared(match),
    talent: toTalentType(match.talent, known.has(match.talent.id)),
  }));

/** The public shape of a ranking of roles. */
export const toRoleRanking = (ranking: Ranking): RoleMatchConnection =>
  toRanking(ranking, (match) => ({ ...shared(match), role: toRoleType(match.role) }));
