import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../../graph/index.ts';
import type { Page } from '../../kernel/index.ts';
import { bookMeeting, moveMeeting, pinMeeting } from './book-meeting.ts';
import type { CancelReason } from './cancel-reason.ts';
import { cancelMeeting, recordMeeting } from './end-meeting.ts';
import { giveFeedback } from './give-feedback.ts';
import type { Meeting } from './meeting.entity.ts';
import {
  ArrangementInput,
  CancelReasonEnum,
  FeedbackInput,
  FeedbackType,
  MeetingBookingInput,
  MeetingConnection,
  MeetingFilter,
  MeetingType,
  MissedByEnum,
  placeOf,
  toFeedbackType,
  toMeetingType,
  type MissedBy,
} from './meeting.type.ts';
import { listMeetings, myMeetings, readMeeting } from './read-meetings.ts';
import { shownMeetings } from './shown-meetings.ts';

const allSeen = async (context: Context, meetings: readonly Meeting[]): Promise<MeetingType[]> =>
  (await shownMeetings(context, meetings)).map((shown) =>
    toMeetingType(shown, { ownTalent: shown.meeting.talentId === context.actor.id }),
  );

const seen = async (context: Context, meeting: Meeting): Promise<MeetingType> =>
  (await allSeen(context, [meeting]))[0]!;

async function pageSeen(context: Context, page: Page<Meeting>): Promise<ConnectionShape<MeetingType>> {
  const all = await allSeen(
    context,
    page.edges.map(({ node }) => node),
  );
  const seenOf = new Map(all.map((each) => [each.id, each]));
  return toConnection(page, ({ id }) => seenOf.get(id)!);
}

@Resolver(() => MeetingType)
export class MeetingResolver {
  @Query(() => MeetingType, { description: 'One meeting: your own or, for hosts, of their occasion.' })
  async meeting(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<MeetingType> {
    return seen(context, await readMeeting(context, id));
  }

  @Query(() => MeetingConnection, {
    description: 'The meetings of an occasion in the order of time. For its hosts.',
  })
  async meetings(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MeetingFilter, { nullable: true }) filter?: MeetingFilter,
  ): Promise<ConnectionShape<MeetingType>> {
    return pageSeen(context, await listMeetings(context, occasionId, filter ?? {}, page));
  }

  @Query(() => MeetingConnection, {
    description:
      'Your meetings in the order of time: a talent’s own; an organisation’s, and those of the organisations that it represents.',
  })
  async myMeetings(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => MeetingFilter, { nullable: true }) filter?: MeetingFilter,
  ): Promise<ConnectionShape<MeetingType>> {
    return pageSeen(context, await myMeetings(context, filter ?? {}, page));
  }

  @Mutation(() => MeetingType, {
    description: 'Books a meeting by hand; later runs of the planner leave it where it is. For hosts.',
  })
  async bookMeeting(
    @Ctx() context: Context,
    @Arg('input', () => MeetingBookingInput) input: MeetingBookingInput,
  ): Promise<MeetingType> {
    return seen(context, await bookMeeting(context, placeOf(input)));
  }

  @Mutation(() => MeetingType, { description: 'Moves a meeting that has not begun. For hosts.' })
  async moveMeeting(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ArrangementInput) input: ArrangementInput,
  ): Promise<MeetingType> {
    return seen(context, await moveMeeting(context, { id, version }, placeOf(input)));
  }

  @Mutation(() => MeetingType, {
    description:
      'Pins a meeting, so that later runs of the planner leave it where it is, or unpins it. For hosts.',
  })
  async pinMeeting(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('pinned', () => Boolean) pinned: boolean,
  ): Promise<MeetingType> {
    return seen(context, await pinMeeting(context, { id, version }, pinned));
  }

  @Mutation(() => MeetingType, {
    description: 'Calls a meeting off before it begins: by the talent, the employer, its proxy or a host.',
  })
  async cancelMeeting(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => CancelReasonEnum) reason: CancelReason,
  ): Promise<MeetingType> {
    return seen(context, await cancelMeeting(context, { id, version }, reason));
  }

  @Mutation(() => MeetingType, {
    description:
      'Records whether a meeting was held, and if not, who did not come: by the employer, its proxy or a host.',
  })
  async recordMeeting(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('held', () => Boolean) held: boolean,
    @Arg('missedBy', () => MissedByEnum, { nullable: true }) missedBy?: MissedBy | null,
  ): Promise<MeetingType> {
    return seen(context, await recordMeeting(context, { id, version }, { held, missedBy }));
  }

  @Mutation(() => FeedbackType, {
    description: 'Says how a meeting was, for your side; said again, it replaces what was said before.',
  })
  async giveFeedback(
    @Ctx() context: Context,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('input', () => FeedbackInput) input: FeedbackInput,
  ): Promise<FeedbackType> {
    return toFeedbackType(await giveFeedback(context, meetingId, { ...input }));
  }
}
