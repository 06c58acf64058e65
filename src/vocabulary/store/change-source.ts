import { rows, type EntityManager } from '../../database/index.ts';
import type { ConceptKind } from '../concept.ts';
import { stage, type Staging } from './staging.ts';

/** Where concepts come from, the ones with the first word on what to call a concept first. */
export const SOURCES = ['starter', 'esco'] as const;
export type Source = (typeof SOURCES)[number];

/** Of what a source said everything this time, so that what it no longer says goes. */
export interface Coverage {
  concepts: readonly ConceptKind[];
  labels: readonly { kind: ConceptKind; language: string }[];
  /** Kinds of which all relations BROADER are there. */
  broader: readonly ConceptKind[];
  /** Whether all relations ESSENTIAL and OPTIONAL are there. */
  skills: boolean;
}

/** What a source said, apart from the rows themselves. */
export interface Statement {
  covers: Coverage;
  /** Of everything said: the same again changes nothing. */
  digest: string;
}

/** Rows that a change touched. */
export interface Counts {
  added: number;
  changed: number;
  removed: number;
}

export interface SourceChange {
  concepts: Counts;
  labels: Counts;
}

/** Whether the change touched anything. */
export const isChange = ({ concepts, labels }: SourceChange): boolean =>
  [concepts, labels].some(({ added, changed, removed }) => added + changed + removed > 0);

/**
 * Brings what is stored of a source up to what it says now: only the differences are written, and nothing of any
 * other source is touched. Runs inside the caller's transaction; two changes at once take turns.
 */
export async function changeSource(
  em: EntityManager,
  source: Source,
  { attribution, now }: { attribution: string; now: Date },
  say: (staging: Staging) => Promise<Statement>,
): Promise<SourceChange> {
  await lockSources(em);
  await rows(
    em,
    `INSERT INTO vocabulary_sources (source, digest, attribution, changed_at) VALUES (?, '', ?, ?)
     ON CONFLICT (source) DO NOTHING`,
    [source, attribution, now],
  );
  let statement: Statement | undefined;
  await stage(em, async (staging) => {
    statement = await say(staging);
  });
  const { covers, digest: said } = statement!;
  const concepts = await changeDescriptions(em, source, covers);
  const labels = await changeLabels(em, source, covers);
  const removed = await removeDeparted(em, source, covers);
  const change = {
    concepts: { ...concepts, removed: removed.concepts },
    labels: { ...labels, removed: labels.removed + removed.labels },
  };
  if (labels.added + change.labels.removed > MANY)
    await rows(em, `ANALYZE concepts, concept_descriptions, concept_labels`);
  await rows(
    em,
    `UPDATE vocabulary_sources SET digest = ?, attribution = ?, changed_at = CASE WHEN ? THEN ? ELSE changed_at END
     WHERE source = ?`,
    [said, attribution, isChange(change), now, source],
  );
  return change;
}

/** After so many new or removed labels the planner's statistics are renewed: the embedded engine does not by itself. */
const MANY = 1000;

/** Lets one transaction at a time change the vocabulary; readers go on. */
export async function lockSources(em: EntityManager): Promise<void> {
  await rows(em, `LOCK TABLE vocabulary_sources IN SHARE ROW EXCLUSIVE MODE`);
}

async function changeDescriptions(
  em: EntityManager,
  source: Source,
  { broader, skills }: Coverage,
): Promise<{ added: number; changed: number }> {
  await rows(
    em,
    `INSERT INTO concepts (id, kind) SELECT id, kind FROM incoming_concepts ON CONFLICT (id) DO NOTHING`,
  );
  await rows(
    em,
    `CREATE TEMPORARY TABLE incoming_descriptions (LIKE concept_descriptions, PRIMARY KEY (concept_id)) ON COMMIT DROP`,
  );
  // What this statement leaves open stays as an earlier one had it: labels may come one language at a time.
  await rows(
    em,
    `INSERT INTO incoming_descriptions
     SELECT incoming.id, ?, coalesce(incoming.isco, stored.isco), coalesce(incoming.skill_kind, stored.skill_kind),
       incoming.regulated_in,
       coalesce(related.broader, CASE WHEN NOT incoming.kind = ANY (?) THEN nullif(stored.broader, '{}') END, related.around, '{}'),
       coalesce(related.essential, CASE WHEN NOT ? THEN stored.essential_skills END, '{}'),
       coalesce(related.optional, CASE WHEN NOT ? THEN stored.optional_skills END, '{}')
     FROM incoming_concepts AS incoming
     LEFT JOIN concept_descriptions AS stored ON stored.concept_id = incoming.id AND stored.source = ?
     LEFT JOIN (
       SELECT from_id,
         array_agg(DISTINCT to_id ORDER BY to_id) FILTER (WHERE kind = 'BROADER') AS broader,
         array_agg(DISTINCT to_id ORDER BY to_id) FILTER (WHERE kind = 'AROUND') AS around,
         array_agg(DISTINCT to_id ORDER BY to_id) FILTER (WHERE kind = 'ESSENTIAL') AS essential,
         array_agg(DISTINCT to_id ORDER BY to_id) FILTER (WHERE kind = 'OPTIONAL') AS optional
       FROM incoming_relations GROUP BY from_id
     ) AS related ON related.from_id = incoming.id`,
    [source, broader, skills, skills, source],
  );
  const changed = await count(
    em,
    `UPDATE concept_descriptions AS stored SET (${FACTS}) = (${prefixed('incoming')})
     FROM incoming_descriptions AS incoming
     WHERE stored.concept_id = incoming.concept_id AND stored.source = incoming.source
       AND (${prefixed('stored')}) IS DISTINCT FROM (${prefixed('incoming')})
     RETURNING 1`,
  );
  const added = await count(
    em,
    `INSERT INTO concept_descriptions SELECT * FROM incoming_descriptions
     ON CONFLICT (concept_id, source) DO NOTHING RETURNING 1`,
  );
  return { added, changed };
}

const FACT_COLUMNS = ['isco', 'skill_kind', 'regulated_in', 'broader', 'essential_skills', 'optional_skills'];
const FACTS = FACT_COLUMNS.join(', ');
const prefixed = (table: string): string => FACT_COLUMNS.map((column) => `${table}.${column}`).join(', ');

async function changeLabels(em: EntityManager, source: Source, { labels }: Coverage): Promise<Counts> {
  await rows(
    em,
    `CREATE TEMPORARY TABLE wanted_labels (
       concept_id text NOT NULL, language text NOT NULL, text text NOT NULL, preferred boolean NOT NULL,
       PRIMARY KEY (concept_id, language, text)
     ) ON COMMIT DROP`,
  );
  await rows(
    em,
    `INSERT INTO wanted_labels
     SELECT concept_id, language, text,
       preferred AND row_number() OVER (PARTITION BY concept_id, language ORDER BY NOT preferred, place) = 1
     FROM (
       SELECT concept_id, language, text, bool_or(preferred) AS preferred,
         coalesce(min(place) FILTER (WHERE preferred), min(place)) AS place
       FROM incoming_labels GROUP BY concept_id, language, text
     ) AS distinct_labels`,
  );
  await rows(em, `ANALYZE wanted_labels`);
  // The difference as one of sets, which takes one pass whatever the planner knows of the tables: as NOT EXISTS it
  // was worked out label by label, each by a scan, once a second import met tables without statistics.
  const removed = await count(
    em,
    `DELETE FROM concept_labels AS stored USING (
       SELECT concept_id, language, text FROM concept_labels WHERE source = ?
       EXCEPT SELECT concept_id, language, text FROM wanted_labels
     ) AS other
     WHERE stored.concept_id = other.concept_id AND stored.source = ? AND stored.language = other.language
       AND stored.text = other.text
       AND (
         ((SELECT kind FROM concepts WHERE concepts.id = other.concept_id), other.language)
           IN (SELECT * FROM unnest(?::text[], ?::text[]))
         OR EXISTS (
           SELECT FROM wanted_labels AS wanted
           WHERE wanted.concept_id = other.concept_id AND wanted.language = other.language)
       )
     RETURNING 1`,
    [source, source, labels.map(({ kind }) => kind), labels.map(({ language }) => language)],
  );
  const changed = await count(
    em,
    `UPDATE concept_labels AS stored SET preferred = wanted.preferred FROM wanted_labels AS wanted
     WHERE stored.source = ? AND wanted.concept_id = stored.concept_id AND wanted.language = stored.language
       AND wanted.text = stored.text AND wanted.preferred <> stored.preferred
     RETURNING 1`,
    [source],
  );
  const added = await count(
    em,
    `INSERT INTO concept_labels (concept_id, source, language, text, preferred)
     SELECT concept_id, ?, language, text, preferred FROM wanted_labels
     ON CONFLICT (concept_id, source, language, text) DO NOTHING RETURNING 1`,
    [source],
  );
  return { added, changed, removed };
}

/** Removes what the source no longer names, and the concepts that no source names any more. */
async function removeDeparted(
  em: EntityManager,
  source: Source,
  { concepts }: Coverage,
): Promise<{ concepts: number; labels: number }> {
  const departed = await rows<{ id: string }>(
    em,
    `SELECT stored.concept_id AS id FROM concept_descriptions AS stored JOIN concepts ON concepts.id = stored.concept_id
     WHERE stored.source = ? AND concepts.kind = ANY (?)
       AND NOT EXISTS (SELECT FROM incoming_concepts WHERE incoming_concepts.id = stored.concept_id)`,
    [source, concepts],
  );
  if (departed.length === 0) return { concepts: 0, labels: 0 };
  const ids = departed.map(({ id }) => id);
  const labels = await count(
    em,
    `DELETE FROM concept_labels WHERE source = ? AND concept_id = ANY (?) RETURNING 1`,
    [source, ids],
  );
  await rows(em, `DELETE FROM concept_descriptions WHERE source = ? AND concept_id = ANY (?)`, [source, ids]);
  await rows(
    em,
    `DELETE FROM concepts WHERE id = ANY (?)
       AND NOT EXISTS (SELECT FROM concept_descriptions WHERE concept_descriptions.concept_id = concepts.id)`,
    [ids],
  );
  return { concepts: ids.length, labels };
}

/** Runs a statement that returns a row for each that it wrote, and says how many there were. */
async function count(
  em: EntityManager,
  writing: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  const [written] = await rows<{ count: string | number }>(
    em,
    `WITH written AS (${writing}) SELECT count(*) AS count FROM written`,
    parameters,
  );
  return Number(written!.count);
}
