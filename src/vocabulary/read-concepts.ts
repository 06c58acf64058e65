import { assertPermitted, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import { assertPageSize } from '../kernel/index.ts';
import type { ConceptSelection, FoundConcept, LabelSearch } from './labels/label-search.ts';
import type { Source } from './store/change-source.ts';
import type { CatalogueConcept, ConceptCatalogue } from './store/concept-catalogue.ts';
import { conceptUnknown, searchInvalid } from './vocabulary.failures.ts';

/** What the vocabulary's use cases are given beside the context. */
export interface VocabularyContext extends Context {
  vocabulary: { catalogue: ConceptCatalogue; labels: LabelSearch };
}

/** One concept. @throws VOCABULARY_CONCEPT_UNKNOWN */
export async function readConcept(context: VocabularyContext, id: string): Promise<CatalogueConcept> {
  assertPermitted(context.actor, 'vocabulary:read');
  const { concepts } = await context.vocabulary.catalogue.current(context.em);
  const concept = concepts.get(id);
  if (!concept) throw conceptUnknown({ id: id.slice(0, 200) }, { path: ['id'] });
  return concept;
}

/** Concepts by their identifiers, in order; those that are not known are left out. */
export async function readConcepts(
  context: VocabularyContext,
  ids: readonly string[],
): Promise<CatalogueConcept[]> {
  assertPermitted(context.actor, 'vocabulary:read');
  const { concepts } = await context.vocabulary.catalogue.current(context.em);
  return ids.flatMap((id) => concepts.get(id) ?? []);
}

/** A concept with the label by which it was found. */
export interface ConceptMatch extends Omit<FoundConcept, 'conceptId'> {
  concept: CatalogueConcept;
}

/** The longest text that is searched for, in UTF-16 units. */
const LONGEST_SEARCH = 200;

/**
 * Concepts that are called so, or mean the same, best first.
 * @throws VOCABULARY_SEARCH_INVALID, PAGE_INVALID_SIZE
 */
export async function searchConcepts(
  context: VocabularyContext,
  text: string,
  selection: ConceptSelection,
  first: number,
): Promise<ConceptMatch[]> {
  assertPermitted(context.actor, 'vocabulary:read');
  assertPageSize(first);
  const sought = text.normalize('NFC').trim();
  if (sought === '' || sought.length > LONGEST_SEARCH)
    throw searchInvalid({ length: sought.length, limit: LONGEST_SEARCH }, { path: ['search'] });
  const { catalogue, labels } = context.vocabulary;
  const current = await catalogue.current(context.em);
  const found = await labels.search(context.em, current, sought, selection, first);
  return found.map(({ conceptId, ...match }) => ({ ...match, concept: current.concepts.get(conceptId)! }));
}

/** The skills that the sources say an occupation needs, or often has use for. */
export async function skillsOf(
  context: VocabularyContext,
  occupationId: string,
  necessity: 'ESSENTIAL' | 'OPTIONAL',
): Promise<CatalogueConcept[]> {
  const column = necessity === 'ESSENTIAL' ? 'essential_skills' : 'optional_skills';
  const found = await rows<{ id: string }>(
    context.em,
    `SELECT DISTINCT unnest(${column}) AS id FROM concept_descriptions WHERE concept_id = ? ORDER BY id`,
    [occupationId],
  );
  return readConcepts(
    context,
    found.map(({ id }) => id),
  );
}

/** A source of the vocabulary. */
export interface AttributedSource {
  id: Source;
  /** What its licence asks to be shown. */
  attribution: string;
}

/** The sources of a concept. */
export async function sourcesOf(
  context: VocabularyContext,
  { sources }: CatalogueConcept,
): Promise<AttributedSource[]> {
  const { attributions } = await context.vocabulary.catalogue.current(context.em);
  return sources.map((id) => ({ id, attribution: attributions.get(id)! }));
}
