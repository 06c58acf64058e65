import { Field, InputType, ObjectType } from 'type-graphql';
import { ENGAGEMENTS, LANGUAGE_LEVELS, TEXT_LANGUAGES, type LanguageLevel } from '../kernel/index.ts';
import { graphqlEnum } from './graphql-enum.ts';

export const LanguageLevelEnum = graphqlEnum(
  'LanguageLevel',
  LANGUAGE_LEVELS,
  'Levels of the Common European Framework of Reference for Languages, and NATIVE above them.',
);

export const TextLanguageEnum = graphqlEnum(
  'TextLanguage',
  TEXT_LANGUAGES,
  'The languages in which texts are read and searched.',
);

export const EngagementEnum = graphqlEnum('Engagement', ENGAGEMENTS, 'Kinds of work.', {
  THESIS: 'Degree work at an employer.',
  LOAN: 'A specialist lent by one employer to another for a while.',
});

@ObjectType({ description: 'A language with a level.' })
export class LanguageSkill {
  @Field(() => String, { description: 'ISO 639-1, such as sv.' })
  language!: string;

  @Field(() => LanguageLevelEnum)
  level!: LanguageLevel;
}

@InputType({ description: 'A language with a level.' })
export class LanguageSkillInput {
  @Field(() => String, { description: 'ISO 639-1, such as sv.' })
  language!: string;

  @Field(() => LanguageLevelEnum)
  level!: LanguageLevel;
}

/** The public list of a stored record of languages, in the order of their codes. */
export const toLanguageSkills = (levels: Readonly<Record<string, LanguageLevel>>): LanguageSkill[] =>
  Object.entries(levels)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, level]) => ({ language, level }));
