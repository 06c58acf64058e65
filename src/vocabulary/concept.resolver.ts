import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  ConceptKindEnum,
  ConceptLabelType,
  ConceptMatchType,
  ConceptType,
  NecessityEnum,
  toConceptMatchType,
  toConceptType,
  VocabularySourceType,
  type Necessity,
} from './concept.type.ts';
import type { ConceptKind } from './concept.ts';
import {
  readConcept,
  readConcepts,
  searchConcepts,
  skillsOf,
  sourcesOf,
  type VocabularyContext,
} from './read-concepts.ts';

/** The cost of a list without `first`, that has about so many. */
const timesChildren =
  (usual: number) =>
  ({ childComplexity }: { childComplexity: number }): number =>
    1 + usual * childComplexity;

@Resolver(() => ConceptType)
export class ConceptResolver {
  @Query(() => ConceptType, { description: 'One concept of the vocabulary.' })
  async concept(@Ctx() context: VocabularyContext, @Arg('id', () => ID) id: string): Promise<ConceptType> {
    return toConceptType(await readConcept(context, id));
  }

  @Query(() => [ConceptMatchType], {
    description: 'Occupations, skills and groups that are called so, or mean the same, best first.',
  })
  async concepts(
    @Ctx() context: VocabularyContext,
    @Arg('search', () => String, {
      description: 'A name, the beginning of one, or other words for it, 1 to 200 characters.',
    })
    search: string,
    @Arg('kind', () => ConceptKindEnum, { nullable: true }) kind: ConceptKind | null,
    @Arg('language', () => String, {
      nullable: true,
      description: 'ISO 639-1: search labels in this language only.',
    })
    language: string | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): Promise<ConceptMatchType[]> {
    return (await searchConcepts(context, search, { kind, language }, first)).map(toConceptMatchType);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The label to show in a language (ISO 639-1); none where the vocabulary has none in it.',
  })
  label(@Root() { stored }: ConceptType, @Arg('language', () => String) language: string): string | null {
    return stored.labels.find((label) => label.language === language && label.preferred)?.text ?? null;
  }

  @FieldResolver(() => [ConceptLabelType], {
    description:
      'Its names by language, the preferred one of each language first; in one language, if given.',
    complexity: timesChildren(10),
  })
  labels(
    @Root() { stored }: ConceptType,
    @Arg('language', () => String, { nullable: true }) language: string | null,
  ): ConceptLabelType[] {
    return stored.labels.filter((label) => language == null || label.language === language);
  }

  @FieldResolver(() => [ConceptType], {
    description: 'The next wider concepts.',
    complexity: timesChildren(2),
  })
  async broader(@Ctx() context: VocabularyContext, @Root() { stored }: ConceptType): Promise<ConceptType[]> {
    return (await readConcepts(context, stored.broader)).map(toConceptType);
  }

  @FieldResolver(() => [ConceptType], {
    description: 'The skills of an occupation, as far as an imported vocabulary names them.',
    complexity: timesChildren(40),
  })
  async skills(
    @Ctx() context: VocabularyContext,
    @Root() { id }: ConceptType,
    @Arg('necessity', () => NecessityEnum, { defaultValue: 'ESSENTIAL' }) necessity: Necessity,
  ): Promise<ConceptType[]> {
    return (await skillsOf(context, id, necessity)).map(toConceptType);
  }

  @FieldResolver(() => [VocabularySourceType], {
    description: 'The sources that name it.',
    complexity: timesChildren(2),
  })
  sources(
    @Ctx() context: VocabularyContext,
    @Root() { stored }: ConceptType,
  ): Promise<VocabularySourceType[]> {
    return sourcesOf(context, stored);
  }
}
