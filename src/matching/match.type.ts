import { Arg, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum, PageInfo } from '../graph/index.ts';
import { RoleType, toRoleType } from '../roles/index.ts';
import { TalentType, toTalentType } from '../talents/index.ts';
import { CONDITION_CODES, VERDICTS, type ConditionCode, type Verdict } from './conditions/index.ts';
import { STRENGTHS, type Evidence } from './evidence/evidence.ts';
import { EvidenceType } from './evidence/evidence.type.ts';
import { EXCLUSIONS, type Exclusion, type Explanation } from './explain-match.ts';
import type { Ranking } from './rank.ts';
import type { ShownMatch } from './shown.ts';
import { WARNINGS, type Warning } from './warnings.ts';

export const ConditionEnum = graphqlEnum('Condition', CONDITION_CODES, 'The hard conditions of a match.', {
  RIGHT_TO_WORK: 'May the talent work in the role’s country, or is a permit open?',
  LICENCE: 'Does the talent have the licence that a regulated profession takes there?',
  LANGUAGES: 'Does the talent speak the working languages at the level needed, or English where accepted?',
  LOCATION: 'Does the talent live near enough, or move there, or is the work done from home?',
  START: 'Can the talent start in time?',
  SKILLS:
    'Does the CV name the must-have skills, in whatever language? Never failed: silence proves nothing.',
});

const VerdictEnum = graphqlEnum('Verdict', VERDICTS, 'What is known of a condition.', {
  FAILED: 'Excludes from rankings, unless `includeExcluded` is asked for.',
  UNKNOWN: 'Open: counts half.',
});

const WarningEnum = graphqlEnum(
  'MatchWarning',
  WARNINGS,
  'What to know of a CV before trusting the figures.',
  {
    REPEATED_TEXT: 'A quarter of the CV or more says the same again; it counts once.',
    OTHER_SCRIPT: 'A quarter of the CV or more is in no Latin script, and was not read.',
    COPIES_DESCRIPTION: 'Passages of the CV are copied from the role’s description; they count for nothing.',
    BEING_READ:
      'CV or role changed a moment ago: the figures are of the text before, and evidence is not shown.',
  },
);

export const ExclusionEnum = graphqlEnum('Exclusion', EXCLUSIONS, 'Why a ranking leaves somebody out.', {
  CONDITION_FAILED: 'A hard condition fails: see `match.conditions`.',
});

@ObjectType({ description: 'A condition as it stands between one role and one talent.' })
export class ConditionVerdict {
  @Field(() => ConditionEnum)
  condition!: ConditionCode;

  @Field(() => VerdictEnum)
  verdict!: Verdict;

  @Field(() => String, { description: 'Why, in plain words, never naming the person.' })
  reason!: string;
}

@ObjectType({ description: 'A must-have skill of a role, and where the CV names it.' })
export class MustHaveSkill {
  @Field(() => String)
  skill!: string;

  @Field(() => Boolean, {
    description:
      'The CV names it, in whatever language, by its concept or in all its words. Silence proves nothing.',
  })
  met!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Offset into the text of the CV, in UTF-16 units; null where its words are scattered.',
  })
  start!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same, exclusive.' })
  end!: number | null;
}

@ObjectType({ description: 'What a score is made of; each part is in [0, 1].' })
export class MatchParts {
  @Field(() => Float, {
    description: 'How near the meaning of CV and description is as wholes, against what is usual.',
  })
  vector!: number;

  @Field(() => Float, {
    description: 'The share of the role’s search words that the CV holds, rare words counting more.',
  })
  text!: number;

  @Field(() => Float, {
    description:
      'The share of the role’s occupation and skills that the CV names in any language, rare ones counting more.',
  })
  concepts!: number;

  @Field(() => Float, {
    description: 'How well passages of the CV speak for what the role asks for and consists of.',
  })
  evidence!: number;

  @Field(() => Float, {
    description: 'The share of the conditions that are met; an unknown one counts half.',
  })
  conditions!: number;

  @Field(() => Float, { description: 'The share of the talent’s stated wishes that the role fulfils.' })
  wishes!: number;
}

@ObjectType({ description: 'How well a role and a talent fit, and why.' })
export abstract class MatchType {
  @Field(() => Float, {
    description:
      'In [0, 1], the same from either side: the probability that the two would want to meet, as far as the texts tell.',
  })
  score!: number;

  @Field(() => Float, {
    description: 'How well the talent meets what the role asks for, whatever the talent wishes. In [0, 1].',
  })
  employerSide!: number;

  @Field(() => Float, {
    description:
      'How well the role meets what the talent can and wishes, whatever the employer’s conditions. In [0, 1].',
  })
  talentSide!: number;

  @Field(() => MatchParts)
  parts!: MatchParts;

  @Field(() => [ConditionVerdict], { description: 'Every condition that the role asks for.' })
  conditions!: ConditionVerdict[];

  @Field(() => [MustHaveSkill], { description: 'Every must-have skill of the role, in its order.' })
  skills!: MustHaveSkill[];

  @Field(() => [WarningEnum])
  warnings!: Warning[];

  allEvidence!: Evidence[];

  @Field(() => [EvidenceType], {
    description: 'The requirements that the CV speaks for most, best first; `explainMatch` has room for all.',
  })
  evidence(@Arg('first', () => Int, { defaultValue: 3 }) first: number): EvidenceType[] {
    return [...this.allEvidence]
      .sort(
        (one, other) =>
          STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength) ||
          other.similarity - one.similarity,
      )
      .slice(0, Math.max(0, first));
  }
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

@ObjectType({ description: 'A role and a talent together.' })
export class PairMatch extends MatchType {
  @Field(() => RoleType)
  role!: RoleType;

  @Field(() => TalentType)
  talent!: TalentType;
}

@ObjectType({
  description: 'Places from 1 among those whom each retriever puts forward; null beyond them.',
})
export class RetrieverRanks {
  @Field(() => Int, { nullable: true, description: 'By the meaning of the whole text.' })
  vector!: number | null;

  @Field(() => Int, { nullable: true, description: 'By search words.' })
  text!: number | null;

  @Field(() => Int, { nullable: true, description: 'By occupation and skills.' })
  concepts!: number | null;
}

@ObjectType({ description: 'Why a talent is where they are in a ranking, or not in it.' })
export class MatchExplanation {
  @Field(() => ID, { description: 'The embedding model whose vectors were compared.' })
  modelId!: string;

  @Field(() => [ExclusionEnum], {
    description: 'Why the ranking leaves the pair out; none for a pair in it.',
  })
  exclusions!: Exclusion[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The place in the whole ranking, from 1: of the talent for the role, or for talents of the role for them. Null outside it.',
  })
  place!: number | null;

  @Field(() => RetrieverRanks)
  ranks!: RetrieverRanks;

  @Field(() => PairMatch)
  match!: PairMatch;
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

const shared = ({
  score,
  employerSide,
  talentSide,
  parts,
  conditions,
  skills,
  warnings,
  evidence,
}: ShownMatch) => ({
  score,
  employerSide,
  talentSide,
  parts,
  conditions,
  skills,
  warnings,
  allEvidence: evidence,
});

const toRanking = <Node>(ranking: Ranking, nodeOf: (match: ShownMatch) => Node) => ({
  edges: ranking.edges.map(({ node, cursor }) => ({ node: nodeOf(node), cursor })),
  pageInfo: { hasNextPage: ranking.hasNextPage, endCursor: ranking.edges.at(-1)?.cursor ?? null },
  modelId: ranking.modelId,
  considered: ranking.considered,
});

/** The public shape of a ranking of candidates. */
export const toCandidateRanking = (ranking: Ranking): CandidateMatchConnection =>
  toRanking(ranking, (match) =>
    Object.assign(new CandidateMatch(), {
      ...shared(match),
      talent: toTalentType(match.talent, ranking.known.has(match.talent.id)),
    }),
  );

/** The public shape of a role matched to a talent, with the evidence in the CV. */
export const toRoleMatch = (match: ShownMatch): RoleMatch =>
  Object.assign(new RoleMatch(), { ...shared(match), role: toRoleType(match.role) });

/** The public shape of a ranking of roles. */
export const toRoleRanking = (ranking: Ranking): RoleMatchConnection => toRanking(ranking, toRoleMatch);

/** The public shape of an explanation. */
export const toMatchExplanation = (
  { match, ...explanation }: Explanation,
  known: ReadonlySet<string>,
): MatchExplanation => ({
  ...explanation,
  match: Object.assign(new PairMatch(), {
    ...shared(match),
    role: toRoleType(match.role),
    talent: toTalentType(match.talent, known.has(match.talent.id)),
  }),
});
