import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { OrganisationType, toOrganisationType } from '../organisations/index.ts';
import { RoleType, toRoleType } from '../roles/index.ts';
import { TalentType, toTalentType } from '../talents/index.ts';
import { AvailabilityType } from './availability.type.ts';
import { participationLife } from './occasion-lives.ts';
import { PackageType, toPackageType } from './package.type.ts';
import { SIDES, type ParticipationState, type Side } from './participation.entity.ts';
import type { SeenParticipation } from './read-participations.ts';
import { StaffType, toStaffType } from './staff.type.ts';

export const SideEnum = graphqlEnum('Side', SIDES, 'The two sides of an occasion.');

export const ParticipationStateEnum = graphqlEnum(
  'ParticipationState',
  Object.keys(participationLife.states) as ParticipationState[],
  'Where someone stands with an occasion.',
  participationLife.states,
);

@ObjectType({ description: 'What an employer pays for taking part, as agreed on joining.' })
export class Fee {
  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;
}

@ObjectType('Participation', {
  description:
    'That an employer or a talent takes part in an occasion, or would like to. Whole for themselves, the employer’s proxy and the hosts; for others who takes part, and no more.',
})
export class ParticipationType {
  @Field(() => ID)
  id!: string;

  @Field(() => SideEnum)
  side!: Side;

  @Field(() => ParticipationStateEnum)
  state!: ParticipationState;

  @Field(() => OrganisationType, { nullable: true, description: 'The employer; null for a talent.' })
  organisation!: OrganisationType | null;

  @Field(() => TalentType, {
    nullable: true,
    description: 'The talent, blind where you may not know who it is; null for an employer.',
  })
  talent!: TalentType | null;

  @Field(() => [RoleType], { description: 'The roles that an employer brings; closed ones only if whole.' })
  roles!: RoleType[];

  @Field(() => Boolean, { description: 'Whether you see it whole; if not, what follows is null or empty.' })
  whole!: boolean;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'A waiting list goes by it.' })
  askedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Place on the waiting list, from 1; null where it does not wait.',
  })
  waitingPlace!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they were declined or left, in the words of whoever did it.',
  })
  reason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The host that brought the employer.' })
  hostId!: string | null;

  @Field(() => PackageType, { nullable: true })
  package!: PackageType | null;

  @Field(() => Fee, { nullable: true, description: 'Null where nothing is to be paid.' })
  fee!: Fee | null;

  @Field(() => AvailabilityType, { nullable: true, description: 'Null: whenever there are sessions.' })
  availability!: AvailabilityType | null;

  @Field(() => Int, { nullable: true, description: 'Meetings that they are guaranteed.' })
  meetingsMin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Meetings that they have at most; null: any number.' })
  meetingsMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'Meetings on one of their days; null: any number.' })
  meetingsPerDay!: number | null;

  @Field(() => [StaffType], { description: 'Who interviews for the employer.' })
  interviewers!: StaffType[];

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;

  occasionId!: string;
}

export const ParticipationConnection = connectionOf('Participation', () => ParticipationType);

/** The public shape of a participation that somebody sees. */
export function toParticipationType(seen: SeenParticipation): ParticipationType {
  const { participation, whole } = seen;
  const { feeAmount, feeCurrency } = participation;
  return {
    id: participation.id,
    occasionId: participation.occasionId,
    side: participation.side,
    state: participation.state,
    organisation: seen.organisation && toOrganisationType(seen.organisation),
    talent: seen.talent && toTalentType(seen.talent, seen.identified),
    roles: seen.roles.map(toRoleType),
    whole,
    askedAt: whole ? participation.askedAt : null,
    waitingPlace: seen.waitingPlace,
    reason: whole ? (participation.reason ?? null) : null,
    hostId: whole ? (participation.hostId ?? null) : null,
    package: seen.package && toPackageType(seen.package),
    fee: whole && feeAmount != null && feeCurrency ? { amount: feeAmount, currency: feeCurrency } : null,
    availability: whole ? (participation.availability ?? null) : null,
    meetingsMin: whole ? participation.meetingsMin : null,
    meetingsMax: whole ? (participation.meetingsMax ?? null) : null,
    meetingsPerDay: whole ? (participation.meetingsPerDay ?? null) : null,
    interviewers: seen.interviewers.map(toStaffType),
    version: participation.version,
  };
}
