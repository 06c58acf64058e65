import { assertPermitted, type Context } from '../access/index.ts';
import { rows } from '../database/index.ts';
import type { ConceptKind } from './concept.ts';
import type { Source } from './store/change-source.ts';

/** What of a source is loaded. */
export interface SourceStatus {
  source: Source;
  attribution: string;
  /** When an import last changed it. */
  changedAt: Date;
  concepts: {
    kind: ConceptKind;
    count: number;
    /** How many of them another source names too. */ shared: number;
  }[];
  labels: { language: string; count: number }[];
}

/** What is loaded, a source at a time. */
export async function vocabularyStatus(context: Context): Promise<SourceStatus[]> {
  assertPermitted(context.actor, 'vocabulary:import');
  const sources = await rows<{ source: Source; attribution: string; changed_at: Date | string }>(
    context.em,
    `SELECT source, attribution, changed_at FROM vocabulary_sources ORDER BY source DESC`,
  );
  const concepts = await rows<{ source: Source; kind: ConceptKind; count: string; shared: string }>(
    context.em,
    `SELECT source, kind, count(*) AS count, count(*) FILTER (WHERE named > 1) AS shared
     FROM (SELECT source, concept_id, count(*) OVER (PARTITION BY concept_id) AS named FROM concept_descriptions) AS said
     JOIN concepts ON concepts.id = said.concept_id GROUP BY source, kind ORDER BY kind`,
  );
  const labels = await rows<{ source: Source; language: string; count: string }>(
    context.em,
    `SELECT source, language, count(*) AS count FROM concept_labels GROUP BY source, language ORDER BY language`,
  );
  return sources.map(({ source, attribution, changed_at }) => ({
    source,
    attribution,
    changedAt: new Date(changed_at),
    concepts: concepts
      .filter((row) => row.source === source)
      .map(({ kind, count, shared }) => ({ kind, count: Number(count), shared: Number(shared) })),
    labels: labels
      .filter((row) => row.source === source)
      .map(({ language, count }) => ({ language, count: Number(count) })),
  }));
}
