import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArguments } from '../graph/index.ts';
import { AvailabilityType } from './availability.type.ts';
import type { ParticipationState, Side } from './participation.entity.ts';
import { ParticipationStateEnum, SideEnum } from './participation.type.ts';

@InputType({ description: 'When and how often a talent meets employers.' })
export class TalentParticipationInput {
  @Field(() => AvailabilityType, { nullable: true, description: 'Left out: whenever there are sessions.' })
  availability?: AvailabilityType | null;

  @Field(() => Int, { defaultValue: 0, description: 'Meetings wished for at least.' })
  meetingsMin!: number;

  @Field(() => Int, { nullable: true, description: 'Meetings at most.' })
  meetingsMax?: number | null;

  @Field(() => Int, { nullable: true, description: 'Meetings at most on one day of their own zone.' })
  meetingsPerDay?: number | null;
}

@InputType({ description: 'What an employer brings, and when and how often it meets talents.' })
export class EmployerParticipationInput extends TalentParticipationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Needed where several packages fit, or the head count is not known.',
  })
  packageId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Its own open roles.' })
  roleIds!: string[];
}

@ArgsType()
export class ParticipationArguments extends PageArguments {
  @Field(() => SideEnum, { nullable: true })
  side?: Side | null;

  @Field(() => ParticipationStateEnum, { nullable: true })
  state?: ParticipationState | null;
}
