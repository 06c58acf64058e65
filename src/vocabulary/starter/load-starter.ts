import { rows, type EntityManager } from '../../database/index.ts';
import { digest, TEXT_LANGUAGES } from '../../kernel/index.ts';
import { CONCEPT_KINDS } from '../concept.ts';
import { changeSource, lockSources, type SourceChange } from '../store/change-source.ts';
import { starterText } from './starter-table.ts';
import { starterVocabulary } from './starter-vocabulary.ts';

/** Goes up when the same tables are to be stored in another way. */
const RULES = 1;

const ATTRIBUTION = 'Tandem starter vocabulary; ISCO-08 codes of the International Labour Organization';

/**
 * Loads the starter vocabulary where the stored one is another: in place, all or nothing. Where it is the same,
 * which takes one look-up, the tables are not even parsed.
 * @returns what changed; nothing where it was there already.
 * @throws VOCABULARY_STARTER_INVALID
 */
export async function loadStarter(
  em: EntityManager,
  folder: string,
  now: Date,
): Promise<SourceChange | undefined> {
  const said = digestOf(folder);
  if ((await storedDigest(em)) === said) return undefined;
  const concepts = starterVocabulary(folder);
  return em.transactional(async (transaction) => {
    const inside = transaction as EntityManager;
    await lockSources(inside);
    // Another process may have loaded it while this one waited.
    if ((await storedDigest(inside)) === said) return undefined;
    return changeSource(inside, 'starter', { attribution: ATTRIBUTION, now }, async (staging) => {
      for (const { labels, broader, ...concept } of concepts) {
        await staging.concept(concept);
        for (const label of labels) await staging.label({ conceptId: concept.id, ...label });
        for (const to of broader) await staging.relation({ from: concept.id, kind: 'BROADER', to });
      }
      return {
        digest: said,
        covers: {
          concepts: CONCEPT_KINDS,
          labels: CONCEPT_KINDS.flatMap((kind) => TEXT_LANGUAGES.map((language) => ({ kind, language }))),
          broader: CONCEPT_KINDS,
          skills: true,
        },
      };
    });
  });
}

const TABLES = ['groups.tsv', 'occupations.tsv', 'skills.tsv'];

const digestOf = (folder: string): string =>
  digest([RULES, ...TABLES.map((name) => digest(starterText(folder, name)))].join(' '));

async function storedDigest(em: EntityManager): Promise<string | undefined> {
  const [stored] = await rows<{ digest: string }>(
    em,
    `SELECT digest FROM vocabulary_sources WHERE source = 'starter'`,
  );
  return stored?.digest;
}
