import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum } from '../../graph/index.ts';
import { OrganisationType, toOrganisationType } from '../../organisations/index.ts';
import { RoleType, toRoleType } from '../../roles/index.ts';
import { TalentType, toTalentType } from '../../talents/index.ts';
import { SIDES, type Side } from '../participation.entity.ts';
import { CANCEL_REASONS, RELEASE_REASONS, type CancelReason, type ReleaseReason } from './cancel-reason.ts';
import type { Feedback } from './feedback.entity.ts';
import type { MeetingState } from './meeting.entity.ts';
import { meetingLife } from './meeting-life.ts';
import type { ShownMeeting } from './shown-meetings.ts';

const STATES = Object.keys(meetingLife.states) as MeetingState[];
export const MeetingStateEnum = graphqlEnum(
  'MeetingState',
  STATES,
  'Where a meeting is in its life; docs/states.md shows which state leads to which.',
  meetingLife.states,
);

export const MISSED_BY = ['EMPLOYER', 'TALENT', 'BOTH'] as const;
export type MissedBy = (typeof MISSED_BY)[number];
export const MissedByEnum = graphqlEnum('MissedBy', MISSED_BY, 'Who did not come.');

export const CancelReasonEnum = graphqlEnum(
  'CancelReason',
  CANCEL_REASONS,
  'Why people call a meeting off. Codes, so that nobody writes about another’s health or character.',
);

const END_REASONS = [...CANCEL_REASONS, ...RELEASE_REASONS] as const;
export const MeetingEndReasonEnum = graphqlEnum(
  'MeetingEndReason',
  END_REASONS,
  'Why a meeting does not take place: called off by somebody, or ended with what it stood on.',
  {
    CONSENT_ENDED: 'The talent’s consent to be matched; told to the talent and the hosts only.',
    PARTICIPATION_ENDED: 'One of the two takes part no more.',
    PLAN_CHANGED: 'A later plan was published without it.',
  },
);

export const SideEnum = graphqlEnum('MeetingSide', SIDES, 'One of the two who meet.');

@ObjectType('MeetingFeedback', {
  description: 'What one side says of a meeting. For its author and the hosts.',
})
export class FeedbackType {
  @Field(() => SideEnum)
  side!: Side;

  @Field(() => Int, { description: '1 to 5.' })
  rating!: number;

  @Field(() => Boolean, { description: 'Whether they would go on with each other.' })
  interested!: boolean;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => GraphQLDateTimeISO)
  givenAt!: Date;
}

@ObjectType('Meeting', { description: 'A talent and an employer meet, as published to both.' })
export class MeetingType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  occasionId!: string;

  @Field(() => String, { description: 'The name of the occasion.' })
  occasionName!: string;

  @Field(() => ID, { nullable: true, description: 'The leg of a delegation that it belongs to.' })
  legId!: string | null;

  @Field(() => GraphQLDateTimeISO)
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO)
  endsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Room or table, from 1; null for video.' })
  room!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of the video meeting; null in a room, and once it is cancelled.',
  })
  link!: string | null;

  @Field(() => MeetingStateEnum)
  state!: MeetingState;

  @Field(() => Int, { description: 'Counts its changes, as in calendars.' })
  sequence!: number;

  @Field(() => Boolean, { description: 'Whether later runs of the planner leave it where it is.' })
  pinned!: boolean;

  @Field(() => MissedByEnum, { nullable: true, description: 'Who did not come, of a missed one.' })
  missedBy!: MissedBy | null;

  @Field(() => MeetingEndReasonEnum, { nullable: true, description: 'Why a cancelled one was.' })
  cancelReason!: CancelReason | ReleaseReason | null;

  @Field(() => TalentType, {
    nullable: true,
    description: 'Blind to employers to whom they were not disclosed; null to them once they have left.',
  })
  talent!: TalentType | null;

  @Field(() => OrganisationType)
  employer!: OrganisationType;

  @Field(() => RoleType, { nullable: true, description: 'The role that they speak of.' })
  role!: RoleType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who meets for the employer, where somebody is named.',
  })
  interviewer!: string | null;

  @Field(() => String, { nullable: true, description: 'Who interprets.' })
  interpreter!: string | null;

  @Field(() => [FeedbackType], { description: 'What you may read of it: your own; for hosts, both sides’.' })
  feedback!: FeedbackType[];

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const MeetingConnection = connectionOf('Meeting', () => MeetingType);

@InputType({ description: 'Which meetings; what is left out does not narrow.' })
export class MeetingFilter {
  @Field(() => ID, { nullable: true })
  occasionId?: string | null;

  @Field(() => ID, { nullable: true })
  legId?: string | null;

  @Field(() => MeetingStateEnum, { nullable: true })
  state?: MeetingState | null;

  @Field(() => ID, { nullable: true })
  talentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The employer.' })
  organisationId?: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Those that begin then or later.' })
  from?: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Those that begin before.' })
  to?: Date | null;
}

@InputType({ description: 'When, where and with whom a meeting is. Changing one, what is left out stays.' })
export class ArrangementInput {
  @Field(() => GraphQLDateTimeISO)
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO)
  endsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Room or table, from 1.' })
  room?: number | null;

  @Field(() => ID, { nullable: true, description: 'One of the employer’s interviewers.' })
  interviewerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One of the occasion’s interpreters.' })
  interpreterId?: string | null;
}

@InputType({ description: 'A meeting that a host books by hand.' })
export class MeetingBookingInput extends ArrangementInput {
  @Field(() => ID)
  occasionId!: string;

  @Field(() => ID, { nullable: true })
  legId?: string | null;

  @Field(() => ID)
  talentId!: string;

  @Field(() => ID, { description: 'The employer.' })
  organisationId!: string;

  @Field(() => ID, { nullable: true })
  roleId?: string | null;
}

@InputType({ description: 'What one side says of a meeting.' })
export class FeedbackInput {
  @Field(() => Int, { description: '1 to 5.' })
  rating!: number;

  @Field(() => Boolean, { description: 'Whether they would go on with each other.' })
  interested!: boolean;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  note?: string | null;
}

/** Rooms are counted from 1 by people and from 0 in store. */
export const placeOf = <Input extends { room?: number | null }>({ room, ...input }: Input) => ({
  ...input,
  ...(room === undefined ? {} : { place: room === null ? null : room - 1 }),
});

/** The public shape of what was said of a meeting. */
export const toFeedbackType = ({ side, rating, interested, note, givenAt }: Feedback): FeedbackType => ({
  side,
  rating,
  interested,
  note: note ?? null,
  givenAt,
});

/** The public shape of a meeting; that a consent ended is the talent's and the hosts' to know. */
export function toMeetingType(shown: ShownMeeting, reader: { ownTalent: boolean }): MeetingType {
  const { meeting, occasion, talent, employer, role, hosted } = shown;
  const reason = (meeting.cancelReason ?? null) as CancelReason | ReleaseReason | null;
  const discreet = reason === 'CONSENT_ENDED' && !hosted && !reader.ownTalent;
  return {
    id: meeting.id,
    occasionId: occasion.id,
    occasionName: occasion.name,
    legId: meeting.legId ?? null,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    room: meeting.place == null ? null : meeting.place + 1,
    link: shown.link,
    state: meeting.state,
    sequence: meeting.sequence,
    pinned: meeting.pinned,
    missedBy: (meeting.missedBy ?? null) as MissedBy | null,
    cancelReason: discreet ? 'PARTICIPATION_ENDED' : reason,
    talent: talent && toTalentType(talent, shown.talentIdentified),
    employer: toOrganisationType(employer),
    role: role && toRoleType(role),
    interviewer: shown.interviewer,
    interpreter: shown.interpreter,
    feedback: shown.feedback.map(toFeedbackType),
    version: meeting.version,
  };
}
