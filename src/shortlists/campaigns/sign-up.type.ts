import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, graphqlEnum } from '../../graph/index.ts';
import type { Match } from '../../matching/index.ts';
import { RoleType, toRoleType } from '../../roles/index.ts';
import { signUpLife } from './campaign-lives.ts';
import { DECISIONS } from './screening.ts';
import { SIGN_UP_STATES, type SignUp, type SignUpState } from './sign-up.entity.ts';

export const SignUpStateEnum = graphqlEnum(
  'SignUpState',
  SIGN_UP_STATES,
  'Where a sign-up stands.',
  signUpLife.states,
);

export const DecisionEnum = graphqlEnum('ScreeningDecision', DECISIONS, 'What a screener decides.', {
  LEAD: 'Fits roles of the campaign: to be handed to their shortlists.',
  POOL: 'Stays in the pool for later roles.',
  DECLINE: 'Not to be gone on with.',
});

@ObjectType({ description: 'A sign-up for a campaign, as its talent sees it.' })
export class MySignUp {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  campaignId!: string;

  @Field(() => GraphQLDateTimeISO)
  signedUpAt!: Date;

  @Field(() => SignUpStateEnum)
  state!: SignUpState;

  @Field(() => String, { nullable: true, description: 'Why it was decided so; null before.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided, by name; null before.' })
  screener!: string | null;

  @Field(() => Int, { description: 'Send it back when you withdraw.' })
  version!: number;
}

@ObjectType('SignUp', { description: 'A sign-up for a campaign, as its hosts see it.' })
export class SignUpType extends MySignUp {
  @Field(() => String, { description: 'Where the talent came from, as the link said.' })
  source!: string;

  @Field(() => Boolean, { description: 'Whether you have claimed it.' })
  yours!: boolean;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  decidedAt!: Date | null;

  talentId!: string;
}

export const SignUpConnection = connectionOf('SignUp', () => SignUpType);

/** The public shape of a sign-up for the talent. */
export const toMySignUp = (signedUp: SignUp): MySignUp => ({
  id: signedUp.id,
  campaignId: signedUp.campaignId,
  signedUpAt: signedUp.signedUpAt,
  // Who looks at it when is the hosts' affair.
  state: signedUp.state === 'CLAIMED' ? 'QUEUED' : signedUp.state,
  reason: signedUp.reason ?? null,
  screener: signedUp.screener ?? null,
  version: signedUp.version,
});

/** The public shape of a sign-up for hosts. */
export const toSignUpType = (signedUp: SignUp, actorId: string): SignUpType => ({
  ...toMySignUp(signedUp),
  state: signedUp.state,
  source: signedUp.source,
  yours: signedUp.claimedBy === actorId,
  decidedAt: signedUp.decidedAt ?? null,
  talentId: signedUp.talentId,
});

@ObjectType({ description: 'A role of the campaign that fits a talent who signed up.' })
export class LeadMatch {
  @Field(() => RoleType)
  role!: RoleType;

  @Field(() => Float, { description: 'As in rankings, in [0, 1]; `explainMatch` tells why.' })
  score!: number;

  @Field(() => Float, { description: 'How well the talent meets what the role asks for, in [0, 1].' })
  employerSide!: number;

  @Field(() => Float, { description: 'How well the role meets what the talent wishes, in [0, 1].' })
  talentSide!: number;

  @Field(() => [String], { description: 'Conditions that are open, with what is known of them.' })
  open!: string[];
}

/** The public shape of a match of a lead. */
export const toLeadMatch = ({ role, score, employerSide, talentSide, conditions }: Match): LeadMatch => ({
  role: toRoleType(role),
  score,
  employerSide,
  talentSide,
  open: conditions.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ reason }) => reason),
});
