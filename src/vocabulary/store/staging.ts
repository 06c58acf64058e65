import { rows, type EntityManager } from '../../database/index.ts';
import type { ConceptKind, SkillKind } from '../concept.ts';

/** What a source says of a concept, apart from labels and relations. */
export interface StagedConcept {
  id: string;
  kind: ConceptKind;
  isco: string | null;
  skillKind: SkillKind | null;
  regulatedIn: readonly string[];
}

/** A label as a source has it. Of several preferred ones of a language the first stays preferred. */
export interface StagedLabel {
  conceptId: string;
  language: string;
  text: string;
  preferred: boolean;
}

/** AROUND: the ISCO group around it, which counts where the source names nothing BROADER. */
export type RelationKind = 'BROADER' | 'AROUND' | 'ESSENTIAL' | 'OPTIONAL';

export interface StagedRelation {
  from: string;
  kind: RelationKind;
  to: string;
}

/** Takes what a source says, in any order. Nothing of it counts before the whole is there. */
export interface Staging {
  concept(concept: StagedConcept): Promise<void>;
  label(label: StagedLabel): Promise<void>;
  relation(relation: StagedRelation): Promise<void>;
}

/** Rows sent to the database together. */
const BATCH = 5000;

/**
 * Opens tables that live as long as the transaction, fills them by `fill`, and leaves them to be compared with
 * what is stored: incoming_concepts, incoming_labels and incoming_relations.
 */
export async function stage(em: EntityManager, fill: (staging: Staging) => Promise<void>): Promise<void> {
  await rows(
    em,
    `CREATE TEMPORARY TABLE incoming_concepts (
       id text PRIMARY KEY, kind text NOT NULL, isco text, skill_kind text, regulated_in text[] NOT NULL
     ) ON COMMIT DROP`,
  );
  await rows(
    em,
    `CREATE TEMPORARY TABLE incoming_labels (
       place integer NOT NULL, concept_id text NOT NULL, language text NOT NULL, text text NOT NULL, preferred boolean NOT NULL
     ) ON COMMIT DROP`,
  );
  await rows(
    em,
    `CREATE TEMPORARY TABLE incoming_relations (
       from_id text NOT NULL, kind text NOT NULL, to_id text NOT NULL
     ) ON COMMIT DROP`,
  );
  const concepts = batched<StagedConcept>((batch) => writeConcepts(em, batch));
  let place = 0;
  const labels = batched<StagedLabel>(async (batch) => {
    await writeLabels(em, batch, place);
    place += batch.length;
  });
  const relations = batched<StagedRelation>((batch) => writeRelations(em, batch));
  await fill({ concept: concepts.add, label: labels.add, relation: relations.add });
  for (const { flush } of [concepts, labels, relations]) await flush();
  // Without statistics the planner takes each of them for a few rows, and compares them row by row.
  for (const table of ['incoming_concepts', 'incoming_labels', 'incoming_relations'])
    await rows(em, `ANALYZE ${table}`);
}

function batched<Row>(write: (batch: readonly Row[]) => Promise<void>) {
  let waiting: Row[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await write(batch);
  };
  return {
    flush,
    add: async (row: Row) => {
      waiting.push(row);
      if (waiting.length >= BATCH) await flush();
    },
  };
}

/** A concept may come once for each language; what one row leaves open another may say. */
async function writeConcepts(em: EntityManager, batch: readonly StagedConcept[]): Promise<void> {
  const distinct = new Map<string, StagedConcept>();
  for (const row of batch) {
    const before = distinct.get(row.id);
    distinct.set(row.id, {
      ...row,
      isco: before?.isco ?? row.isco,
      skillKind: before?.skillKind ?? row.skillKind,
    });
  }
  const unique = [...distinct.values()];
  await rows(
    em,
    `INSERT INTO incoming_concepts (id, kind, isco, skill_kind, regulated_in)
     SELECT id, kind, isco, skill_kind, string_to_array(regulated_in, ',')
     FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
       AS given (id, kind, isco, skill_kind, regulated_in)
     ON CONFLICT (id) DO UPDATE SET isco = coalesce(incoming_concepts.isco, excluded.isco),
       skill_kind = coalesce(incoming_concepts.skill_kind, excluded.skill_kind)`,
    [
      unique.map(({ id }) => id),
      unique.map(({ kind }) => kind),
      unique.map(({ isco }) => isco),
      unique.map(({ skillKind }) => skillKind),
      unique.map(({ regulatedIn }) => regulatedIn.join(',')),
    ],
  );
}

async function writeLabels(em: EntityManager, batch: readonly StagedLabel[], from: number): Promise<void> {
  await rows(
    em,
    `INSERT INTO incoming_labels (place, concept_id, language, text, preferred)
     SELECT ? + place, concept_id, language, text, preferred
     FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) WITH ORDINALITY
       AS given (concept_id, language, text, preferred, place)`,
    [
      from,
      batch.map(({ conceptId }) => conceptId),
      batch.map(({ language }) => language),
      batch.map(({ text }) => text),
      batch.map(({ preferred }) => preferred),
    ],
  );
}

async function writeRelations(em: EntityManager, batch: readonly StagedRelation[]): Promise<void> {
  await rows(
    em,
    `INSERT INTO incoming_relations (from_id, kind, to_id) SELECT * FROM unnest(?::text[], ?::text[], ?::text[])`,
    [batch.map(({ from }) => from), batch.map(({ kind }) => kind), batch.map(({ to }) => to)],
  );
}
