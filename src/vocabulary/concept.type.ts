import { Field, Float, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graph/index.ts';
import { CONCEPT_KINDS, SKILL_KINDS, type ConceptKind, type SkillKind } from './concept.ts';
import type { ConceptMatch } from './read-concepts.ts';
import type { CatalogueConcept } from './store/concept-catalogue.ts';

export const ConceptKindEnum = graphqlEnum('ConceptKind', CONCEPT_KINDS, 'What a concept is.', {
  GROUP: 'A group of occupations of ISCO-08, of any of its four levels.',
});

export const SkillKindEnum = graphqlEnum('SkillKind', SKILL_KINDS, 'What sort of skill a skill is.', {
  TOOL: 'A tool, a machine, a programming language.',
  LANGUAGE: 'A language that people speak.',
});

export const NECESSITIES = ['ESSENTIAL', 'OPTIONAL'] as const;
export type Necessity = (typeof NECESSITIES)[number];

export const NecessityEnum = graphqlEnum(
  'Necessity',
  NECESSITIES,
  'How much an occupation has need of a skill.',
);

@ObjectType('ConceptLabel', { description: 'One name of a concept.' })
export class ConceptLabelType {
  @Field(() => String, { description: 'ISO 639-1, such as sv.' })
  language!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is the one to show in its language.' })
  preferred!: boolean;
}

@ObjectType('VocabularySource', { description: 'Where concepts come from.' })
export class VocabularySourceType {
  @Field(() => ID, { description: 'starter: brought along by Tandem; esco: imported.' })
  id!: string;

  @Field(() => String, { description: 'What its licence asks to be shown with what comes from it.' })
  attribution!: string;
}

@ObjectType('Concept', {
  description: 'An occupation, a skill, or a group of occupations, apart from any language.',
})
export class ConceptType {
  @Field(() => ID, {
    description: 'The ESCO URI where there is one; else tandem:occupation/…, tandem:skill/…, or isco:<code>.',
  })
  id!: string;

  @Field(() => ConceptKindEnum)
  kind!: ConceptKind;

  @Field(() => String, {
    nullable: true,
    description: 'ISCO-08: the unit group of an occupation, the code of a group.',
  })
  isco!: string | null;

  @Field(() => SkillKindEnum, { nullable: true, description: 'For skills.' })
  skillKind!: SkillKind | null;

  @Field(() => [String], {
    description: 'Where the occupation takes a licence: ISO 3166-1 alpha-2 or ISO 3166-2 codes.',
  })
  regulatedIn!: string[];

  /** For the fields that are worked out when they are asked for. */
  stored!: CatalogueConcept;
}

@ObjectType('ConceptMatch', { description: 'A concept that was found, by which of its labels.' })
export class ConceptMatchType {
  @Field(() => ConceptType)
  concept!: ConceptType;

  @Field(() => String, { description: 'The label by which it was found.' })
  label!: string;

  @Field(() => String, { description: 'The language of that label, ISO 639-1.' })
  language!: string;

  @Field(() => Float, {
    description: 'From 0 to 1, the label itself; comparable within one search only.',
  })
  score!: number;
}

/** The public shape of a concept. */
export const toConceptType = (stored: CatalogueConcept): ConceptType => ({
  id: stored.id,
  kind: stored.kind,
  isco: stored.isco,
  skillKind: stored.skillKind,
  regulatedIn: stored.regulatedIn,
  stored,
});

/** The public shape of a concept that was found. */
export const toConceptMatchType = ({ concept, ...match }: ConceptMatch): ConceptMatchType => ({
  ...match,
  concept: toConceptType(concept),
});
