import { rows, type EntityManager } from '../../database/index.ts';
import { digest } from '../../kernel/index.ts';
import type { Concept, ConceptKind, Label, SkillKind } from '../concept.ts';
import { SOURCES, type Source } from './change-source.ts';

/** A concept with what all sources say of it together. */
export interface CatalogueConcept extends Concept {
  /** For skills only. */
  skillKind: SkillKind | null;
  /** The sources that name it, in the order of `SOURCES`. */
  sources: Source[];
}

/** The whole vocabulary in memory, as it was at one moment. */
export interface Catalogue {
  /** Changes with every change of the vocabulary. */
  digest: string;
  /** By identifier. */
  concepts: ReadonlyMap<string, CatalogueConcept>;
  /** What the licence of each loaded source asks to be shown. */
  attributions: ReadonlyMap<Source, string>;
}

/** The vocabulary in memory, kept in step with what is stored. */
export interface ConceptCatalogue {
  /** The vocabulary as it is stored now: read at the first call and after a change, which takes one look-up to see. */
  current(em: EntityManager): Promise<Catalogue>;
}

/** A catalogue that has read nothing yet: one for each process. The whole of ESCO in three languages takes 26 MB. */
export function conceptCatalogue(): ConceptCatalogue {
  let held: { digest: string; reading: Promise<Catalogue> } | undefined;
  return {
    async current(em) {
      const stored = await vocabularyDigest(em);
      if (held?.digest !== stored) {
        const reading = readCatalogue(em, stored);
        const reader = { digest: stored, reading };
        held = reader;
        // A reading that failed is tried again at the next call.
        reading.catch(() => {
          if (held === reader) held = undefined;
        });
      }
      return held!.reading;
    },
  };
}

/** A digest of the whole vocabulary as it is stored. */
export async function vocabularyDigest(em: EntityManager): Promise<string> {
  const stored = await rows<{ source: string; digest: string }>(
    em,
    `SELECT source, digest FROM vocabulary_sources ORDER BY source`,
  );
  return digest(stored.map(({ source, digest: said }) => `${source} ${said}`).join('\n'));
}

interface StoredConcept {
  id: string;
  kind: ConceptKind;
  /** What each source says, in any order. */
  said: {
    source: Source;
    isco: string | null;
    skillKind: SkillKind | null;
    regulatedIn: string[];
    broader: string[];
  }[];
  /** Source, language, text, preferred. */
  labels: [Source, string, string, boolean][] | null;
}

/** Concepts read in one statement, as one value of JSON. */
const PORTION = 2000;

async function readCatalogue(em: EntityManager, vocabulary: string): Promise<Catalogue> {
  for (;;) {
    const concepts = await readConcepts(em);
    const attributions = await readAttributions(em);
    // A change in between could have been read half: then it is read once more.
    const now = await vocabularyDigest(em);
    if (now === vocabulary) return { digest: vocabulary, concepts, attributions };
    vocabulary = now;
  }
}

async function readAttributions(em: EntityManager): Promise<Map<Source, string>> {
  const stored = await rows<{ source: Source; attribution: string }>(
    em,
    `SELECT source, attribution FROM vocabulary_sources`,
  );
  return new Map(stored.map(({ source, attribution }) => [source, attribution]));
}

async function readConcepts(em: EntityManager): Promise<Map<string, CatalogueConcept>> {
  const stored: StoredConcept[] = [];
  for (let last: string | undefined = ''; last !== undefined;) {
    const [portion] = await rows<{ concepts: string | null }>(
      em,
      `WITH portion AS (SELECT id, kind FROM concepts WHERE id > ? ORDER BY id LIMIT ${PORTION})
       SELECT json_agg(json_build_object(
         'id', portion.id,
         'kind', portion.kind,
         'said', (SELECT json_agg(json_build_object('source', source, 'isco', isco, 'skillKind', skill_kind,
             'regulatedIn', regulated_in, 'broader', broader))
           FROM concept_descriptions WHERE concept_id = portion.id),
         'labels', (SELECT json_agg(json_build_array(source, language, text, preferred))
           FROM concept_labels WHERE concept_id = portion.id)
       ) ORDER BY portion.id)::text AS concepts FROM portion`,
      [last],
    );
    const found = JSON.parse(portion!.concepts ?? '[]') as StoredConcept[];
    stored.push(...found);
    last = found.length < PORTION ? undefined : found.at(-1)!.id;
  }
  const known = new Set(stored.map(({ id }) => id));
  return new Map(stored.map((concept) => [concept.id, mergedConcept(concept, known)]));
}

/** What the sources say together: of what only one can say, the earliest of `SOURCES` that says it has the word. */
function mergedConcept(
  { id, kind, said, labels }: StoredConcept,
  known: ReadonlySet<string>,
): CatalogueConcept {
  const inOrder = said.toSorted((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
  const first = <Value>(of: (one: StoredConcept['said'][number]) => Value | null): Value | null =>
    inOrder.map(of).find((value) => value !== null) ?? null;
  return {
    id,
    kind,
    isco: first(({ isco }) => isco),
    skillKind: first(({ skillKind }) => skillKind),
    regulatedIn: [...new Set(inOrder.flatMap(({ regulatedIn }) => regulatedIn))].toSorted(),
    // A source may name groups that are no concepts here.
    broader: [...new Set(inOrder.flatMap(({ broader }) => broader))].filter((wider) => known.has(wider)),
    labels: mergedLabels(labels ?? []),
    sources: inOrder.map(({ source }) => source),
  };
}

/** By language, the preferred one of a language first, then by text; one a text. */
function mergedLabels(labels: readonly [Source, string, string, boolean][]): Label[] {
  const rank = ([source, , , preferred]: (typeof labels)[number]) =>
    (preferred ? 0 : SOURCES.length) + SOURCES.indexOf(source);
  const inOrder = labels.toSorted((a, b) => compare(a[1], b[1]) || rank(a) - rank(b) || compare(a[2], b[2]));
  const merged = new Map<string, Label>();
  const named = new Set<string>();
  for (const [, language, text, preferred] of inOrder) {
    const key = `${language} ${text}`;
    if (merged.has(key)) continue;
    merged.set(key, { language, text, preferred: preferred && !named.has(language) });
    named.add(language);
  }
  return [...merged.values()];
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
