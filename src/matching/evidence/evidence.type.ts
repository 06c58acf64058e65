import { Field, Float, Int, ObjectType } from 'type-graphql';
import {
  REQUIREMENT_KINDS,
  REQUIREMENT_SOURCES,
  type RequirementKind,
  type RequirementSource,
} from '../../documents/index.ts';
import { graphqlEnum } from '../../graph/index.ts';
import { STRENGTHS, type Strength } from './evidence.ts';

const RequirementKindEnum = graphqlEnum(
  'RequirementKind',
  REQUIREMENT_KINDS,
  'How much a requirement matters.',
  { MUST: 'Asked for.', NICE: 'Welcome.', TASK: 'What the work consists of.' },
);

const RequirementSourceEnum = graphqlEnum(
  'RequirementSource',
  REQUIREMENT_SOURCES,
  'Where in the role a requirement stands.',
  { DESCRIPTION: 'Cut from the text of the description.' },
);

const StrengthEnum = graphqlEnum(
  'EvidenceStrength',
  STRENGTHS,
  'How much a passage says for a requirement.',
  {
    STRONG: 'It names it, in its words or by its concept in any language, or says as good as the same.',
    FAIR: 'It is about the same kind of work.',
    WEAK: 'The nearest there is; it may be about something else.',
    NONE: 'No passage comes nearer than one of a stranger’s CV would.',
  },
);

@ObjectType({ description: 'One thing that a role asks for or consists of.' })
export class RequirementType {
  @Field(() => RequirementKindEnum)
  kind!: RequirementKind;

  @Field(() => RequirementSourceEnum)
  source!: RequirementSource;

  @Field(() => Int, {
    nullable: true,
    description: 'Which item of the must-have or nice-to-have list, from 0; null for title and description.',
  })
  item!: number | null;

  @Field(() => String)
  text!: string;

  @Field(() => Int, { description: 'Offset into title, item or description, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'The same, exclusive.' })
  end!: number;
}

@ObjectType({ description: 'A passage of a CV.' })
export class PassageType {
  /** Never null where the query asks for it: see `showsOf`. */
  @Field(() => String)
  text!: string | null;

  @Field(() => Int, { description: 'Offset into the text of the CV, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'The same, exclusive.' })
  end!: number;
}

@ObjectType('Evidence', { description: 'A requirement, and the passage of the CV that speaks for it most.' })
export class EvidenceType {
  @Field(() => RequirementType)
  requirement!: RequirementType;

  @Field(() => PassageType, { nullable: true, description: 'Null where no passage comes near.' })
  passage!: PassageType | null;

  @Field(() => Float, {
    description:
      'How near the nearest passage is against what is usual, in [0, 1]; about 0.05 for a passage of somebody else’s trade. What the score counts.',
  })
  similarity!: number;

  @Field(() => StrengthEnum)
  strength!: Strength;
}
