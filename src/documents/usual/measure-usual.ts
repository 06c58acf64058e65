import { rows, vectorText, type EntityManager } from '../../database/index.ts';
import { cosine, passagesOf, poolVectors, type Embedder } from '../../embeddings/index.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../kernel/index.ts';
import { centred, centreOf } from '../reading/centre.ts';
import { PASSAGE_WORDS } from '../reading/reading.ts';
import { requirementsOf } from '../requirements/requirements-of.ts';
import { scaleOf } from './similarity-scale.ts';
import { USUAL_TEXTS } from './texts.ts';

/** What is embedded, as far as it has a centre of its own: passages of CVs, of descriptions, and requirements. */
export const CENTRES = ['CV', 'JOB', 'REQUIREMENT'] as const;
export type CentreOf = (typeof CENTRES)[number];

/** Where such texts of a language lie on the whole, by one model. */
export type Centres = (of: CentreOf, language: TextLanguage) => Float32Array;

/**
 * The centres of the model: read from the tables, or measured once with the usual texts, together with the scale of
 * what is similar. They are the same in every database, so that neither vectors nor scores move with the texts that
 * come and go. For e5-small on two cores it takes about 3 s, once.
 */
export async function usualCentres(em: EntityManager, embedder: Embedder): Promise<Centres> {
  const stored = await storedCentres(em, embedder);
  if (stored) return stored;
  const measured = await measure(embedder);
  await em.transactional(async (transaction) => {
    const inside = transaction as EntityManager;
    await rows(
      inside,
      `INSERT INTO usual_vectors (model_id, centre_of, language, vector)
       SELECT ?, centre_of, language, vector::vector FROM unnest(?::text[], ?::text[], ?::text[])
         AS measured (centre_of, language, vector)
       ON CONFLICT DO NOTHING`,
      [
        embedder.id,
        measured.centres.map(([of]) => of),
        measured.centres.map(([, language]) => language),
        measured.centres.map(([, , vector]) => vectorText(vector)),
      ],
    );
    await rows(
      inside,
      `INSERT INTO similarity_scales (model_id, comparison, mean, deviation)
       SELECT ?, comparison, mean, deviation FROM unnest(?::text[], ?::real[], ?::real[])
         AS measured (comparison, mean, deviation)
       ON CONFLICT DO NOTHING`,
      [
        embedder.id,
        ['DOCUMENTS', 'EVIDENCE'],
        [measured.documents.mean, measured.evidence.mean],
        [measured.documents.deviation, measured.evidence.deviation],
      ],
    );
  });
  // As stored, so that the first document is seen from exactly where the second is.
  return (await storedCentres(em, embedder))!;
}

async function storedCentres(em: EntityManager, { id }: Pick<Embedder, 'id'>): Promise<Centres | null> {
  const stored = await rows<{ centre_of: string; language: string; vector: string }>(
    em,
    `SELECT centre_of, language, vector::text AS vector FROM usual_vectors WHERE model_id = ?`,
    [id],
  );
  if (stored.length < CENTRES.length * TEXT_LANGUAGES.length) return null;
  const byName = new Map(
    stored.map((row) => [
      `${row.centre_of} ${row.language}`,
      Float32Array.from(JSON.parse(row.vector) as number[]),
    ]),
  );
  return (of, language) => byName.get(`${of} ${language}`)!;
}

/** A usual text as the model sees it. */
interface Seen {
  language: TextLanguage;
  /** The same in every language: translations of each other are not unrelated. */
  place: number;
  CV: Float32Array[];
  JOB: Float32Array[];
  REQUIREMENT: Float32Array[];
}

async function measure(embedder: Embedder) {
  const seen: Seen[] = [];
  for (const language of TEXT_LANGUAGES)
    for (const [place, { cv, description, title, mustHave }] of USUAL_TEXTS[language].entries()) {
      const requirements = requirementsOf(description, { title, mustHave, niceToHave: [] });
      seen.push({
        language,
        place,
        CV: await embedder.embed(passageTexts(embedder, cv), 'passage'),
        JOB: await embedder.embed(passageTexts(embedder, description), 'passage'),
        REQUIREMENT: await embedder.embed(
          requirements.map(({ text }) => text),
          'query',
        ),
      });
    }
  const centres = CENTRES.flatMap((of) =>
    TEXT_LANGUAGES.map((language) => {
      const own = seen.filter((one) => one.language === language).flatMap((one) => one[of]);
      return [of, language, centreOf(own, embedder.dimensions)] as const;
    }),
  );
  const fromCentre = seen.map((one) => {
    const moved = (of: CentreOf) => {
      const [, , centre] = centres.find(([name, language]) => name === of && language === one.language)!;
      return one[of].map((vector) => centred(vector, centre));
    };
    const [cv, job] = [moved('CV'), moved('JOB')];
    return {
      place: one.place,
      cv,
      requirements: moved('REQUIREMENT'),
      whole: poolVectors(job),
      cvWhole: poolVectors(cv),
    };
  });
  const unrelated = fromCentre.flatMap((role) =>
    fromCentre.filter(({ place }) => place !== role.place).map((talent) => ({ role, talent })),
  );
  return {
    centres,
    documents: scaleOf(unrelated.map(({ role, talent }) => cosine(role.whole, talent.cvWhole))),
    evidence: scaleOf(
      unrelated.flatMap(({ role, talent }) =>
        role.requirements.map((requirement) =>
          Math.max(...talent.cv.map((passage) => cosine(requirement, passage))),
        ),
      ),
    ),
  };
}

const passageTexts = ({ maxTokens }: Embedder, text: string): string[] =>
  passagesOf(text, { words: PASSAGE_WORDS, maxTokens }).map((passage) => passage.text);
