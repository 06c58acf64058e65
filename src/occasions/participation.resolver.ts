import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { admitParticipation, declineParticipation } from './decide-participation.ts';
import { editEmployerParticipation, editTalentParticipation } from './edit-participation.ts';
import { applyToOccasion, joinOccasion } from './join-occasion.ts';
import { withdrawParticipation } from './leave-occasion.ts';
import { OccasionType, toOccasionType } from './occasion.type.ts';
import type { Participation } from './participation.entity.ts';
import { EmployerParticipationInput, TalentParticipationInput } from './participation.input.ts';
import { ParticipationConnection, ParticipationType, toParticipationType } from './participation.type.ts';
import { readOccasion } from './read-occasion.ts';
import { myParticipations, seenParticipation } from './read-participations.ts';
import { StaffInput } from './staff.type.ts';

const seen = async (context: Context, changed: Promise<Participation>): Promise<ParticipationType> =>
  toParticipationType(await seenParticipation(context, await changed));

@Resolver(() => ParticipationType)
export class ParticipationResolver {
  @Query(() => ParticipationConnection, {
    description:
      'Your participations in all occasions, in the order of asking: a talent’s own, or those of the employers for which you act.',
  })
  async myParticipations(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<ParticipationType>> {
    return toConnection(await myParticipations(context, page), toParticipationType);
  }

  @FieldResolver(() => OccasionType)
  async occasion(@Ctx() context: Context, @Root() participation: ParticipationType): Promise<OccasionType> {
    return toOccasionType(await readOccasion(context, participation.occasionId));
  }

  @Mutation(() => ParticipationType, {
    description:
      'An employer joins: by itself, its proxy, or a host for it. One that withdrew comes back the same way.',
  })
  joinOccasion(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('organisationId', () => ID, { description: 'The employer.' }) organisationId: string,
    @Arg('input', () => EmployerParticipationInput) input: EmployerParticipationInput,
    @Arg('interviewers', () => [StaffInput], { defaultValue: [] }) interviewers: StaffInput[],
    @Arg('hostId', () => ID, { nullable: true, description: 'The host that brings it.' })
    hostId?: string | null,
  ): Promise<ParticipationType> {
    return seen(context, joinOccasion(context, occasionId, organisationId, input, { hostId, interviewers }));
  }

  @Mutation(() => ParticipationType, {
    description:
      'The talent behind the token applies; needs the consent to be matched. Who withdrew comes back the same way.',
  })
  applyToOccasion(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('input', () => TalentParticipationInput) input: TalentParticipationInput,
  ): Promise<ParticipationType> {
    return seen(context, applyToOccasion(context, occasionId, input));
  }

  @Mutation(() => ParticipationType, {
    description: 'Replaces what an employer brings. By the employer, its proxy or a host.',
  })
  editEmployerParticipation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => EmployerParticipationInput) input: EmployerParticipationInput,
  ): Promise<ParticipationType> {
    return seen(context, editEmployerParticipation(context, id, version, input));
  }

  @Mutation(() => ParticipationType, {
    description: 'Replaces when and how often a talent meets. By the talent or a host.',
  })
  editTalentParticipation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => TalentParticipationInput) input: TalentParticipationInput,
  ): Promise<ParticipationType> {
    return seen(context, editTalentParticipation(context, id, version, input));
  }

  @Mutation(() => ParticipationType, {
    description: 'A host lets someone in who has applied; without a free seat they join the waiting list.',
  })
  admitParticipation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<ParticipationType> {
    return seen(context, admitParticipation(context, id, version));
  }

  @Mutation(() => ParticipationType, {
    description: 'A host declines someone who has applied or waits, with a reason that they may read.',
  })
  declineParticipation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<ParticipationType> {
    return seen(context, declineParticipation(context, id, version, reason));
  }

  @Mutation(() => ParticipationType, {
    description: 'Someone leaves, or a host takes them out; the first who waits gets the seat.',
  })
  withdrawParticipation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String, { nullable: true, description: 'They and the hosts may read it.' })
    reason?: string | null,
  ): Promise<ParticipationType> {
    return seen(context, withdrawParticipation(context, id, version, reason));
  }
}
