import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, rankedListCost, toConnection, type ConnectionShape } from '../graph/index.ts';
import { PlanRunType, seenPlanRun } from '../occasions/index.ts';
import { OrganisationType, readOrganisation, toOrganisationType } from '../organisations/index.ts';
import { readRole, RoleType, toRoleType } from '../roles/index.ts';
import { identified, readTalent, TalentType, toTalentType } from '../talents/index.ts';
import { answerInterest, type Answer } from './answer-interest.ts';
import { askForMeeting, promiseMeeting } from './ask-for-meeting.ts';
import { setEventRules } from './event-rules.ts';
import {
  AnswerEnum,
  AskInput,
  EventPlanInput,
  EventRulesInput,
  EventRulesType,
  InterestConnection,
  InterestFilter,
  InterestType,
  MeetingSuggestionType,
  toInterestType,
} from './interest.type.ts';
import { planEvent } from './plan-event.ts';
import { listInterests, readEventRules } from './read-interests.ts';
import { suggestions } from './suggestions.ts';

@Resolver()
export class EventResolver {
  @Query(() => InterestConnection, {
    description: 'Interests in meetings at an event, oldest first: all for hosts, else your own.',
  })
  async interests(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => InterestFilter, { nullable: true }) filter?: InterestFilter,
  ): Promise<ConnectionShape<InterestType>> {
    return toConnection(await listInterests(context, eventId, filter ?? {}, page), (interest) =>
      toInterestType(interest, context.now),
    );
  }

  @Query(() => [MeetingSuggestionType], {
    description:
      'Whom matching suggests to meet, best first, of those with whom there is no interest yet. For an admitted talent or employer; hosts and proxies name one.',
    complexity: rankedListCost,
  })
  suggestedMeetings(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('talentId', () => ID, { nullable: true }) talentId?: string,
    @Arg('organisationId', () => ID, { nullable: true }) organisationId?: string,
    @Arg('first', () => Int, { defaultValue: 10, description: '1 to 100.' }) first?: number,
  ): Promise<MeetingSuggestionType[]> {
    return suggestions(context, eventId, { talentId, organisationId }, first ?? 10);
  }

  @Query(() => EventRulesType, { description: 'How asking for meetings works at an event.' })
  eventRules(@Ctx() context: Context, @Arg('eventId', () => ID) eventId: string): Promise<EventRulesType> {
    return readEventRules(context, eventId);
  }

  @Mutation(() => EventRulesType, { description: 'Sets how asking works at an event, by its hosts.' })
  setEventRules(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('version', () => Int, { description: '0 while the defaults are in force.' }) version: number,
    @Arg('input', () => EventRulesInput) input: EventRulesInput,
  ): Promise<EventRulesType> {
    return setEventRules(context, eventId, version, input);
  }

  @Mutation(() => InterestType, {
    description:
      'Asks for a meeting. Accepts where the other side has asked already; asked twice it changes nothing.',
  })
  async askForMeeting(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('input', () => AskInput) input: AskInput,
  ): Promise<InterestType> {
    return toInterestType(await askForMeeting(context, eventId, input), context.now);
  }

  @Mutation(() => InterestType, { description: 'Accepts, declines or takes back an interest.' })
  async answerInterest(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('answer', () => AnswerEnum) answer: Answer,
  ): Promise<InterestType> {
    return toInterestType(await answerInterest(context, id, version, answer), context.now);
  }

  @Mutation(() => InterestType, {
    description: 'Promises a meeting, by a host: the planner places it before all others.',
  })
  async promiseMeeting(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('input', () => AskInput) input: AskInput,
  ): Promise<InterestType> {
    return toInterestType(await promiseMeeting(context, eventId, input), context.now);
  }

  @Mutation(() => PlanRunType, {
    description:
      'Asks for a run of the planner, by a host: meetings that both want, that one side asks for, and suggestions for those without any.',
    complexity: 100,
  })
  async planEvent(
    @Ctx() context: Context,
    @Arg('eventId', () => ID) eventId: string,
    @Arg('input', () => EventPlanInput, { nullable: true }) input?: EventPlanInput,
  ): Promise<PlanRunType> {
    const { fairness, idle, pinnedMeetingIds, seconds, seed, ...options } = input ?? {};
    return seenPlanRun(
      context,
      await planEvent(context, eventId, {
        ...options,
        ...(pinnedMeetingIds ? { pinnedMeetingIds } : {}),
        ...(seconds == null ? {} : { seconds }),
        ...(seed == null ? {} : { seed }),
        weights: { fairness: fairness ?? 0, idle: idle ?? 0 },
      }),
    );
  }
}

@Resolver(() => InterestType)
export class InterestResolver {
  @FieldResolver(() => OrganisationType, { description: 'The employer.' })
  async employer(@Ctx() context: Context, @Root() interest: InterestType): Promise<OrganisationType> {
    return toOrganisationType(await readOrganisation(context, interest.organisationId));
  }

  @FieldResolver(() => TalentType, { description: 'The talent, as far as you may know who it is.' })
  async talent(@Ctx() context: Context, @Root() { talentId }: InterestType): Promise<TalentType> {
    const talent = await readTalent(context, talentId);
    return toTalentType(talent, (await identified(context, [talentId])).has(talentId));
  }

  @FieldResolver(() => RoleType, { nullable: true })
  async role(@Ctx() context: Context, @Root() { roleId }: InterestType): Promise<RoleType | null> {
    return roleId ? toRoleType(await readRole(context, roleId)) : null;
  }
}
