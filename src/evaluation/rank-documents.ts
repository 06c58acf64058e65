import { enterConsents, inTransaction, type Actor, type Context } from '../access/index.ts';
import { textLanguage } from '../exchange/index.ts';
import { derivedId, Failure, LARGEST_PAGE, type PageRequest } from '../kernel/index.ts';
import { matchedRoles, rankedCandidates, type Ranking, type ScoreParts } from '../matching/index.ts';
import { createOrganisation } from '../organisations/index.ts';
import { roleInput, writeRoles, type RoleWrite } from '../roles/index.ts';
import { talentInput, writeTalents, type TalentWrite } from '../talents/index.ts';
import type { Ranker } from './evaluation.ts';
import { wholeText, type JudgedSet, type SetText } from './judged-set.ts';

/** What the queries of a set are; its documents are the other. */
export const DOCUMENT_SIDES = ['roles', 'talents'] as const;
export type DocumentSide = (typeof DOCUMENT_SIDES)[number];

/** An empty database to rank in, which is thrown away afterwards. */
export interface Arena {
  contextFor(actor: Actor): Context;
  /** Embeds and links all texts. */
  readTexts(): Promise<unknown>;
}

export interface DocumentRanker {
  rank: Ranker;
  /** Texts that the product does not take: blank, too long, or with control characters. They are never ranked. */
  refused: number;
}

/** The parts of a score that are the work of each retriever. */
const PART_OF = { vector: 'vector', text: 'text', concept: 'concepts' } as const satisfies Record<
  string,
  keyof ScoreParts
>;
export type DocumentPart = keyof typeof PART_OF;

/** Texts written in one transaction. */
const PORTION = 200;
/** Pages read of a ranking. */
const PAGES = 2;

const OPERATOR: Actor = { id: derivedId('evaluation', 'operator'), kind: 'operator' };
const EMPLOYER = derivedId('evaluation', 'employer');

/**
 * Puts the set's job descriptions and CVs into the database, about nobody in particular, so that every condition is
 * met or open, and ranks them as the product does for an employer or a talent.
 * @param parts rank by these parts of the score alone, taken together; all of it without them.
 */
export async function openDocumentRanker(
  set: JudgedSet,
  queries: DocumentSide,
  arena: Arena,
  parts?: ReadonlySet<DocumentPart>,
): Promise<DocumentRanker> {
  const sides = queries === 'roles' ? [set.queries, set.corpus] : [set.corpus, set.queries];
  const [jobs, cvs] = sides as [SetText[], SetText[]];
  const roles = taken(jobs, asRole);
  const talents = taken(cvs, asTalent);
  const operator = arena.contextFor(OPERATOR);
  await createOrganisation(
    operator,
    { name: 'Evaluation', kind: 'EMPLOYER', country: 'SE', region: null, employees: null },
    EMPLOYER,
  );
  for (const portion of portionsOf(roles))
    await inTransaction(arena.contextFor(OPERATOR), (inside) => writeRoles(inside, portion));
  for (const portion of portionsOf(talents))
    await inTransaction(arena.contextFor(OPERATOR), async (inside) => {
      await writeTalents(inside, portion);
      await enterConsents(
        inside,
        portion.map(({ id }) => ({ subjectId: id, purpose: 'MATCHING', givenAt: inside.now })),
      );
    });
  await arena.readTexts();

  const documentOf = new Map(set.corpus.map(({ id }) => [rowId(queries === 'roles' ? 'cv' : 'job', id), id]));
  const known = new Set((queries === 'roles' ? roles : talents).map(({ id }) => id));
  const rankOne = async (query: SetText) => {
    const id = rowId(queries === 'roles' ? 'job' : 'cv', query.id);
    if (!known.has(id)) return [];
    const context = arena.contextFor(
      queries === 'roles'
        ? { ...OPERATOR, kind: 'employer', organisationId: EMPLOYER }
        : { ...OPERATOR, kind: 'talent', id },
    );
    const pageOf = (page: PageRequest): Promise<Ranking> =>
      queries === 'roles'
        ? rankedCandidates(context, id, page, { includeExcluded: true })
        : matchedRoles(context, page, { includeExcluded: true });
    const ranking: Ranking['edges'][number]['node'][] = [];
    let after: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { edges, hasNextPage } = await pageOf({ first: LARGEST_PAGE, ...(after ? { after } : {}) });
      ranking.push(...edges.map(({ node }) => node));
      after = edges.at(-1)?.cursor;
      if (!hasNextPage) break;
    }
    return ranking.map((match) => ({
      id: documentOf.get(match.id)!,
      score: parts ? partly(match.parts, parts) : match.score,
    }));
  };
  return {
    rank: async (asked) => {
      const rankings = [];
      for (const query of asked) rankings.push(await rankOne(set.queries[query]!));
      return rankings;
    },
    refused: jobs.length + cvs.length - roles.length - talents.length,
  };
}

const partly = (of: ScoreParts, parts: ReadonlySet<DocumentPart>): number =>
  [...parts].reduce((sum, part) => sum + of[PART_OF[part]], 0) / parts.size;

const rowId = (kind: string, id: string): string => derivedId('evaluation', `${kind} ${id}`);

/** Longest title of a role. */
const TITLE = 200;

function asRole(set: SetText): RoleWrite {
  const text = wholeText(set, '\n\n');
  return {
    id: rowId('job', set.id),
    data: roleInput({
      employerId: EMPLOYER,
      title: text.trim().split('\n')[0]!.slice(0, TITLE).trim() || '-',
      country: 'SE',
      sector: 'OTHER',
      engagement: 'PERMANENT',
      englishAccepted: true,
      description: { language: textLanguage(undefined, text).language, text },
    }),
  };
}

function asTalent(set: SetText): TalentWrite {
  const text = wholeText(set, '\n\n');
  return {
    id: rowId('cv', set.id),
    data: talentInput({
      // No letters: a name is hidden wherever the CV has it.
      name: '-',
      country: 'SE',
      citizenship: 'EU_EEA_SWISS',
      cv: { language: textLanguage(undefined, text).language, text },
    }),
  };
}

/** Those of the texts that the product takes. */
function taken<Write>(texts: readonly SetText[], write: (text: SetText) => Write): Write[] {
  return texts.flatMap((text) => {
    try {
      return [write(text)];
    } catch (failure) {
      if (failure instanceof Failure && failure.code.startsWith('DOCUMENTS_TEXT_')) return [];
      throw failure;
    }
  });
}

function* portionsOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += PORTION) yield items.slice(from, from + PORTION);
}
