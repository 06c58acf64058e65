import { rows, type EntityManager } from '../../database/index.ts';

/** What is usual between texts that have nothing to do with each other: mean and standard deviation of the cosine. */
export interface SimilarityScale {
  mean: number;
  deviation: number;
}

/** What is compared: a CV with a description as wholes, or a requirement with the passage of a CV nearest to it. */
export const COMPARISONS = ['DOCUMENTS', 'EVIDENCE'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The scale of each comparison, by one model. */
export type SimilarityScales = Readonly<Record<Comparison, SimilarityScale>>;

/** Mean and deviation of some cosines. */
export function scaleOf(cosines: readonly number[]): SimilarityScale {
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const squares = cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0);
  return { mean, deviation: Math.max(Math.sqrt(squares / cosines.length), 0.001) };
}

/** The scales of the model; null before it has read the usual texts. */
export async function similarityScales(em: EntityManager, modelId: string): Promise<SimilarityScales | null> {
  const stored = await rows<{ comparison: Comparison } & SimilarityScale>(
    em,
    `SELECT comparison, mean, deviation FROM similarity_scales WHERE model_id = ?`,
    [modelId],
  );
  if (stored.length < COMPARISONS.length) return null;
  return Object.fromEntries(
    stored.map(({ comparison, mean, deviation }) => [comparison, { mean, deviation }]),
  ) as unknown as SimilarityScales;
}
