import { rows, type EntityManager } from '../database/index.ts';
import { type TextLanguage } from '../kernel/index.ts';
import { indexedVector, type ModelIdentity } from './embedding-model.ts';

/** What is usual between CVs and job descriptions of two languages: mean and standard deviation of the cosine. */
export interface SimilarityScale {
  mean: number;
  deviation: number;
}

/** At most this many documents of a kind and language are compared with as many of the other. */
const SAMPLE = 60;
/** The scales are measured anew when the number of pairs in the sample has changed by this factor. */
const DRIFT = 1.5;
/** Fewer pairs say too little of a pair of languages: the scale of all languages stands in. */
const FEWEST_PAIRS = 100;

/**
 * Measures how similar documents usually are to the model. Models put texts of one language nearer to each
 * other than translations of them, and few use the whole range of the cosine; against what is usual between
 * two languages a French and a Swedish CV can be compared. Nothing here knows which pairs fit.
 * They are measured anew only when the sample has grown or shrunk by half, so that scores, and with them the
 * places that cursors name, do not move with every text that comes or goes.
 */
export async function measureSimilarity(em: EntityManager, { id, dimensions }: ModelIdentity): Promise<void> {
  const sample = (kind: 'CV' | 'JOB') => `(
    SELECT language, vector FROM (
      SELECT documents.language, made.vector,
        row_number() OVER (PARTITION BY documents.language ORDER BY made.hash) AS place
      FROM document_vectors AS made JOIN documents ON documents.id = made.document_id
      WHERE made.model_id = ? AND made.kind = '${kind}'
    ) AS numbered WHERE place <= ${SAMPLE})`;
  if (!(await hasDrifted(em, id))) return;
  await em.transactional(async (transaction) => {
    const inside = transaction as EntityManager;
    await rows(inside, `DELETE FROM similarity_scales WHERE model_id = ?`, [id]);
    await rows(
      inside,
      `INSERT INTO similarity_scales (model_id, cv_language, job_language, mean, deviation, pairs)
       SELECT ?, coalesce(cv.language, '*'), coalesce(job.language, '*'), avg(similarity.cosine),
         greatest(stddev_samp(similarity.cosine), 0.001), count(*)
       FROM ${sample('CV')} AS cv CROSS JOIN ${sample('JOB')} AS job,
         LATERAL (SELECT 1 - (${indexedVector('cv', dimensions)} <=> ${indexedVector('job', dimensions)}) AS cosine) AS similarity
       GROUP BY GROUPING SETS ((cv.language, job.language), ())
       HAVING count(*) > 1 AND (grouping(cv.language) = 1 OR count(*) >= ${FEWEST_PAIRS})`,
      [id, id, id],
    );
  });
}

async function hasDrifted(em: EntityManager, modelId: string): Promise<boolean> {
  const [sampled] = await rows<{ before: number | null; now: string | number | null }>(
    em,
    `WITH sizes AS (
       SELECT made.kind, least(count(*), ${SAMPLE}) AS size
       FROM document_vectors AS made JOIN documents ON documents.id = made.document_id
       WHERE made.model_id = ? GROUP BY made.kind, documents.language)
     SELECT (SELECT pairs FROM similarity_scales WHERE model_id = ? AND cv_language = '*') AS before,
       (SELECT sum(size) FROM sizes WHERE kind = 'CV') * (SELECT sum(size) FROM sizes WHERE kind = 'JOB') AS now`,
    [modelId, modelId],
  );
  const { before, now } = sampled!;
  return before === null || Number(now ?? 0) > before * DRIFT || Number(now ?? 0) < before / DRIFT;
}

/** The scales measured for the model, with the one of all languages where a pair of languages has too few. */
export async function similarityScales(
  em: EntityManager,
  modelId: string,
): Promise<(cv: TextLanguage, job: TextLanguage) => SimilarityScale> {
  const measured = await rows<{ cv_language: string; job_language: string } & SimilarityScale>(
    em,
    `SELECT cv_language, job_language, mean, deviation FROM similarity_scales WHERE model_id = ?`,
    [modelId],
  );
  const scales = new Map(
    measured.map(({ cv_language, job_language, ...scale }) => [`${cv_language}-${job_language}`, scale]),
  );
  const overall = scales.get('*-*') ?? UNMEASURED;
  return (cv, job) => scales.get(`${cv}-${job}`) ?? overall;
}

/** Before anything could be measured: the whole range of the cosine of unit vectors. */
const UNMEASURED: SimilarityScale = { mean: 0, deviation: 0.5 };
