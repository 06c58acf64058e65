import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { parseInput } from '../../kernel/index.ts';
import { zoneData } from '../zone.ts';
import { agendaCalendar } from './agenda.ts';
import { AgendaFeedType, NewAgendaFeedType, toAgendaFeedType } from './agenda.type.ts';
import { agendaAsPage, planAsPage } from './export-meetings.ts';
import { agendaFeeds, createAgendaFeed, revokeAgendaFeed } from './share-agenda.ts';

const INTERVIEWER = 'Of this interviewer of your organisation; left out, your own.';

@Resolver()
export class AgendaResolver {
  @Query(() => String, {
    description:
      'Your agenda of the last three months and to come as an iCalendar file (RFC 5545), cancelled meetings too.',
  })
  agendaCalendar(
    @Ctx() context: Context,
    @Arg('interviewerId', () => ID, { nullable: true, description: INTERVIEWER })
    interviewerId?: string | null,
  ): Promise<string> {
    return agendaCalendar(context, { interviewerId });
  }

  @Query(() => String, { description: 'Your agenda as an HTML page to print, in this time zone.' })
  printableAgenda(@Ctx() context: Context, @Arg('zone', () => String) zone: string): Promise<string> {
    return agendaAsPage(context, parseInput(zoneData, zone, ['zone']));
  }

  @Query(() => String, { description: 'The plan of an occasion as an HTML page to print. For its hosts.' })
  printablePlan(@Ctx() context: Context, @Arg('occasionId', () => ID) occasionId: string): Promise<string> {
    return planAsPage(context, occasionId);
  }

  @Query(() => [AgendaFeedType], {
    description: 'The secret addresses at which your agenda is shared, newest first.',
  })
  async agendaFeeds(
    @Ctx() context: Context,
    @Arg('interviewerId', () => ID, { nullable: true, description: INTERVIEWER })
    interviewerId?: string | null,
  ): Promise<AgendaFeedType[]> {
    return (await agendaFeeds(context, { interviewerId })).map(toAgendaFeedType);
  }

  @Mutation(() => NewAgendaFeedType, {
    description: 'Makes a secret address at which calendar programs fetch your agenda, without a token.',
  })
  async createAgendaFeed(
    @Ctx() context: Context,
    @Arg('interviewerId', () => ID, { nullable: true, description: INTERVIEWER })
    interviewerId?: string | null,
  ): Promise<NewAgendaFeedType> {
    const { feed, secret } = await createAgendaFeed(context, { interviewerId });
    return { feed: toAgendaFeedType(feed), path: `/agenda/${secret}.ics` };
  }

  @Mutation(() => AgendaFeedType, { description: 'Ends a secret address at once.' })
  async revokeAgendaFeed(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<AgendaFeedType> {
    return toAgendaFeedType(await revokeAgendaFeed(context, id));
  }
}
