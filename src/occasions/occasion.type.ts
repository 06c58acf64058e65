import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { OCCASION_MOVES, OCCASION_STATES } from './occasion-moves.ts';
import {
  ADMISSIONS,
  OCCASION_KINDS,
  type Admission,
  type Occasion,
  type OccasionKind,
  type OccasionState,
} from './occasion.entity.ts';

export const OccasionKindEnum = graphqlEnum('OccasionKind', OCCASION_KINDS, 'What an occasion is.', {
  MISSION: 'A delegation of employers travels to its talents.',
  EVENT: 'Employers and talents meet online.',
});

export const OccasionStateEnum = graphqlEnum(
  'OccasionState',
  OCCASION_STATES,
  'Where an occasion is in its life; docs/states.md shows which state leads to which.',
  { DRAFT: 'Only its hosts see it.' },
);

export const OccasionMoveEnum = graphqlEnum(
  'OccasionMove',
  OCCASION_MOVES,
  'A step in the life of an occasion. Missions: announce, recruit, interview, close. Events: open, plan, reopen, start, close. Both: cancel.',
);

export const AdmissionEnum = graphqlEnum('Admission', ADMISSIONS, 'How a side gets in.', {
  AUTOMATIC: 'In the order of asking while there are seats; then they wait.',
  BY_ORGANISER: 'A host decides on each.',
});

@ObjectType('Occasion', { description: 'A mission or an event: who hosts it, when, and how one gets in.' })
export class OccasionType {
  @Field(() => ID)
  id!: string;

  @Field(() => OccasionKindEnum)
  kind!: OccasionKind;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'In which its dates are meant, such as America/Toronto.' })
  zone!: string;

  @Field(() => String, { description: 'The first day, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => String, { description: 'The last day, YYYY-MM-DD.' })
  endsOn!: string;

  @Field(() => OccasionStateEnum)
  state!: OccasionState;

  @Field(() => Int, { nullable: true, description: 'How many employers are admitted; null: any number.' })
  employerSeats!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many talents are admitted; null: any number.' })
  talentSeats!: number | null;

  @Field(() => AdmissionEnum)
  employerAdmission!: Admission;

  @Field(() => AdmissionEnum)
  talentAdmission!: Admission;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;

  linkTemplate!: string | null;
}

export const OccasionConnection = connectionOf('Occasion', () => OccasionType);

/** The public shape of a stored occasion. */
export const toOccasionType = (occasion: Occasion): OccasionType => ({
  id: occasion.id,
  kind: occasion.kind,
  name: occasion.name,
  summary: occasion.summary,
  zone: occasion.zone,
  startsOn: occasion.startsOn,
  endsOn: occasion.endsOn,
  state: occasion.state,
  employerSeats: occasion.employerSeats ?? null,
  talentSeats: occasion.talentSeats ?? null,
  employerAdmission: occasion.employerAdmission,
  talentAdmission: occasion.talentAdmission,
  version: occasion.version,
  linkTemplate: occasion.linkTemplate ?? null,
});
