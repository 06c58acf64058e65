import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum, PageArguments } from '../../graph/index.ts';
import { OccasionType, toOccasionType } from '../../occasions/index.ts';
import { RoleType, toRoleType } from '../../roles/index.ts';
import { TalentType, toTalentType } from '../../talents/index.ts';
import { proposalLife } from './proposal-life.ts';
import { PROPOSAL_STATES, type ProposalState } from './proposal.entity.ts';
import type { SeenProposal } from './read-proposals.ts';

export const ProposalStateEnum = graphqlEnum(
  'ProposalState',
  PROPOSAL_STATES,
  'Where a proposal is between a ranking and the talent’s own word.',
  proposalLife.states,
);

@ObjectType('MissionProposal', {
  description: 'A talent whom the ranking puts forward for a mission: asked before anything else happens.',
})
export class ProposalType {
  @Field(() => ID)
  id!: string;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => OccasionType)
  mission!: OccasionType;

  @Field(() => RoleType, { description: 'The role for which they were ranked.' })
  role!: RoleType;

  @Field(() => TalentType)
  talent!: TalentType;

  @Field(() => Float, { description: 'The score that they had then, in [0, 1].' })
  score!: number;

  @Field(() => ID, { description: 'The embedding model by which.' })
  modelId!: string;

  @Field(() => GraphQLDateTimeISO)
  proposedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  askedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const ProposalConnection = connectionOf('MissionProposal', () => ProposalType);

@ArgsType()
export class ProposalArguments extends PageArguments {
  @Field(() => ProposalStateEnum, { nullable: true })
  state?: ProposalState | null;
}

/** The public shape of a proposal as the actor may see it. */
export const toProposalType = ({
  proposal,
  mission,
  role,
  talent,
  identified,
}: SeenProposal): ProposalType => ({
  id: proposal.id,
  state: proposal.state,
  mission: toOccasionType(mission),
  role: toRoleType(role),
  talent: toTalentType(talent, identified),
  score: proposal.score,
  modelId: proposal.modelId,
  proposedAt: proposal.proposedAt,
  askedAt: proposal.askedAt ?? null,
  answeredAt: proposal.answeredAt ?? null,
  version: proposal.version,
});
