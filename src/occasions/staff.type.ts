import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graph/index.ts';
import { AvailabilityType } from './availability.type.ts';
import { STAFF_KINDS, type Staff, type StaffKind } from './staff.entity.ts';

const StaffKindEnum = graphqlEnum('StaffKind', STAFF_KINDS, 'Who sits in meetings besides the talents.', {
  INTERVIEWER: 'Meets talents for an employer.',
  INTERPRETER: 'Shared by all; sits in where languages do not meet.',
});

@ObjectType('Staff', { description: 'An interviewer or an interpreter.' })
export class StaffType {
  @Field(() => ID)
  id!: string;

  @Field(() => StaffKindEnum)
  kind!: StaffKind;

  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: 'ISO 639-1 codes.' })
  languages!: string[];

  @Field(() => AvailabilityType, {
    nullable: true,
    description: 'Null: whenever their employer can, or whenever there are sessions.',
  })
  availability!: AvailabilityType | null;

  @Field(() => Int, { nullable: true, description: 'Meetings that they have at most; null: any number.' })
  meetingsMax!: number | null;

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

@InputType({ description: 'An interviewer or an interpreter.' })
export class StaffInput {
  @Field(() => String)
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'ISO 639-1 codes, such as sv.' })
  languages!: string[];

  @Field(() => AvailabilityType, { nullable: true })
  availability?: AvailabilityType | null;

  @Field(() => Int, { nullable: true, description: 'Meetings that they have at most.' })
  meetingsMax?: number | null;
}

/** The public shape of a stored interviewer or interpreter. */
export const toStaffType = (staff: Staff): StaffType => ({
  id: staff.id,
  kind: staff.kind,
  name: staff.name,
  languages: staff.languages,
  availability: staff.availability ?? null,
  meetingsMax: staff.meetingsMax ?? null,
  version: staff.version,
});
