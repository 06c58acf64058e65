import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { advanceOccasion } from './advance-occasion.ts';
import { addHost, removeHost } from './change-hosts.ts';
import { createOccasion, editOccasion } from './change-occasion.ts';
import { OccasionHostType, toHostTypes } from './host.type.ts';
import { OccasionFilter, OccasionInput } from './occasion.input.ts';
import type { OccasionMove } from './occasion-moves.ts';
import { packagesOf, sessionsOf } from './occasion.repository.ts';
import { OccasionConnection, OccasionMoveEnum, OccasionType, toOccasionType } from './occasion.type.ts';
import { PackageInput } from './package.input.ts';
import { PackageType, toPackageType } from './package.type.ts';
import { ParticipationArguments } from './participation.input.ts';
import { ParticipationConnection, ParticipationType, toParticipationType } from './participation.type.ts';
import { listOccasions, readHosts, readHostsView, readInterpreters, readOccasion } from './read-occasion.ts';
import { participationsIn } from './read-participations.ts';
import { SessionInput } from './session.input.ts';
import { SessionType, toSessionType } from './session.type.ts';
import { setPackages } from './set-packages.ts';
import { setSessions } from './set-sessions.ts';
import { StaffType, toStaffType } from './staff.type.ts';

@Resolver(() => OccasionType)
export class OccasionResolver {
  @Query(() => OccasionType, { description: 'One occasion; drafts for their hosts only.' })
  async occasion(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<OccasionType> {
    return toOccasionType(await readOccasion(context, id));
  }

  @Query(() => OccasionConnection, {
    description:
      'Occasions by their first day; drafts for their hosts only, cancelled ones also for those who were in them.',
  })
  async occasions(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OccasionFilter, { nullable: true }) filter?: OccasionFilter,
  ): Promise<ConnectionShape<OccasionType>> {
    return toConnection(await listOccasions(context, filter ?? {}, page), toOccasionType);
  }

  @FieldResolver(() => [OccasionHostType], { description: 'Who hosts it, the leading host first.' })
  async hosts(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<OccasionHostType[]> {
    return toHostTypes(await readHosts(context, occasion.id));
  }

  @FieldResolver(() => [SessionType], { description: 'When meetings take place, in order.' })
  async sessions(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<SessionType[]> {
    return (await sessionsOf(context.em, occasion.id)).map(toSessionType);
  }

  @FieldResolver(() => [PackageType], { description: 'What employers choose from; empty: it costs nothing.' })
  async packages(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<PackageType[]> {
    return (await packagesOf(context.em, occasion.id)).map(toPackageType);
  }

  @FieldResolver(() => ParticipationConnection, {
    description:
      'Who takes part or would like to, in the order of asking. Hosts see all; an employer itself and, once admitted, the admitted talents; a talent themselves and the admitted employers.',
  })
  async participations(
    @Ctx() context: Context,
    @Root() occasion: OccasionType,
    @Args(() => ParticipationArguments) { side, state, ...page }: ParticipationArguments,
  ): Promise<ConnectionShape<ParticipationType>> {
    return toConnection(
      await participationsIn(context, occasion.id, { side, state }, page),
      toParticipationType,
    );
  }

  @FieldResolver(() => [StaffType], { description: 'Who interprets. For hosts.' })
  async interpreters(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<StaffType[]> {
    return (await readInterpreters(context, occasion.id)).map(toStaffType);
  }

  @FieldResolver(() => [OccasionMoveEnum], {
    nullable: true,
    description: 'The steps that its state allows. For hosts; null for others.',
  })
  async moves(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<OccasionMove[] | null> {
    return (await readHostsView(context, occasion))?.moves ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address of video meetings with `{meeting}` in it. For hosts; null for others.',
  })
  async linkTemplate(@Ctx() context: Context, @Root() occasion: OccasionType): Promise<string | null> {
    return (await readHostsView(context, occasion))?.linkTemplate ?? null;
  }

  @Mutation(() => OccasionType, { description: 'Begins a mission or an event as a draft.' })
  async createOccasion(
    @Ctx() context: Context,
    @Arg('input', () => OccasionInput) input: OccasionInput,
    @Arg('leadId', () => ID, { nullable: true, description: 'Who leads; left out, your organisation.' })
    leadId?: string | null,
  ): Promise<OccasionType> {
    return toOccasionType(await createOccasion(context, input, leadId ?? undefined));
  }

  @Mutation(() => OccasionType, {
    description: 'Replaces the description of an occasion. More seats let in who waits.',
  })
  async editOccasion(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => OccasionInput) input: OccasionInput,
  ): Promise<OccasionType> {
    return toOccasionType(await editOccasion(context, id, version, input));
  }

  @Mutation(() => OccasionType, {
    description: 'Takes an occasion one step on; `moves` says which its state allows.',
  })
  async advanceOccasion(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('move', () => OccasionMoveEnum) move: OccasionMove,
    @Arg('reason', () => String, { nullable: true, description: 'Needed to cancel; participants read it.' })
    reason?: string | null,
  ): Promise<OccasionType> {
    return toOccasionType(await advanceOccasion(context, id, version, move, reason));
  }

  @Mutation(() => OccasionType, {
    description: 'Lets another organisation host the occasion too. For the leading host.',
  })
  async addHost(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<OccasionType> {
    return toOccasionType(await addHost(context, occasionId, organisationId));
  }

  @Mutation(() => OccasionType, {
    description: 'Ends that an organisation hosts the occasion. For the leading host.',
  })
  async removeHost(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<OccasionType> {
    return toOccasionType(await removeHost(context, occasionId, organisationId));
  }

  @Mutation(() => OccasionType, { description: 'Replaces when meetings take place. For hosts.' })
  async setSessions(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('version', () => Int, { description: 'The occasion’s.' }) version: number,
    @Arg('sessions', () => [SessionInput]) sessions: SessionInput[],
  ): Promise<OccasionType> {
    return toOccasionType(await setSessions(context, occasionId, version, sessions));
  }

  @Mutation(() => OccasionType, {
    description: 'Replaces what employers choose from; what those who joined pay stays. For hosts.',
  })
  async setPackages(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('version', () => Int, { description: 'The occasion’s.' }) version: number,
    @Arg('packages', () => [PackageInput]) packages: PackageInput[],
  ): Promise<OccasionType> {
    return toOccasionType(await setPackages(context, occasionId, version, packages));
  }
}
