import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { checks } from '../kernel/index.ts';
import { linkTemplateData } from './link-template.ts';
import {
  ADMISSIONS,
  OCCASION_KINDS,
  type Admission,
  type OccasionKind,
  type OccasionState,
} from './occasion.entity.ts';
import { AdmissionEnum, OccasionKindEnum, OccasionStateEnum } from './occasion.type.ts';
import { zoneData } from './zone.ts';

const seats = z.int().min(0).max(100_000).nullish();

/** What must hold of an occasion's data, from whichever side it comes. */
export const occasionData = z
  .object({
    kind: z.enum(OCCASION_KINDS),
    name: z.string().trim().min(1, 'is empty').max(200),
    summary: z.string().trim().max(4000).default(''),
    zone: zoneData,
    startsOn: checks.date,
    endsOn: checks.date,
    employerSeats: seats,
    talentSeats: seats,
    employerAdmission: z.enum(ADMISSIONS).default('AUTOMATIC'),
    talentAdmission: z.enum(ADMISSIONS).default('AUTOMATIC'),
    linkTemplate: linkTemplateData.nullish(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    error: 'is before the first day',
    path: ['endsOn'],
  });

export type OccasionData = z.output<typeof occasionData>;

@InputType({ description: 'A mission or an event as its hosts describe it.' })
export class OccasionInput {
  @Field(() => OccasionKindEnum, { description: 'Stays as it was created.' })
  kind!: OccasionKind;

  @Field(() => String)
  name!: string;

  @Field(() => String, { defaultValue: '' })
  summary!: string;

  @Field(() => String, { description: 'In which its dates are meant, such as America/Toronto.' })
  zone!: string;

  @Field(() => String, { description: 'The first day, YYYY-MM-DD.' })
  startsOn!: string;

  @Field(() => String, { description: 'The last day, YYYY-MM-DD.' })
  endsOn!: string;

  @Field(() => Int, { nullable: true, description: 'How many employers are admitted; left out, any number.' })
  employerSeats?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many talents are admitted; left out, any number.' })
  talentSeats?: number | null;

  @Field(() => AdmissionEnum, { defaultValue: 'AUTOMATIC' })
  employerAdmission!: Admission;

  @Field(() => AdmissionEnum, { defaultValue: 'AUTOMATIC' })
  talentAdmission!: Admission;

  @Field(() => String, {
    nullable: true,
    description:
      'Address of a video meeting, https, with `{meeting}` in its path or query where a secret of the meeting goes.',
  })
  linkTemplate?: string | null;
}

@InputType({ description: 'Which occasions to list; what is left out does not narrow.' })
export class OccasionFilter {
  @Field(() => OccasionKindEnum, { nullable: true })
  kind?: OccasionKind | null;

  @Field(() => ID, { nullable: true, description: 'Hosted by this organisation, alone or with others.' })
  hostId?: string | null;

  @Field(() => OccasionStateEnum, { nullable: true })
  state?: OccasionState | null;

  @Field(() => String, { nullable: true, description: 'Not over before this day, YYYY-MM-DD.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Begun by this day, YYYY-MM-DD.' })
  to?: string | null;
}
