import { rows, type EntityManager } from '../../database/index.ts';
import type { Requirement } from '../../documents/index.ts';
import type { PlaceOf } from '../../talents/index.ts';
import type { Match } from '../match.ts';
import { strengthOf, type Evidence, type Quote } from './evidence.ts';
import { spanOf, type Pair, type Span } from './interaction.ts';
import { phraseFinder, type ConceptPlaces } from './named.ts';

/** A CV as its reader may see it, and as rankings read it. */
export interface SeenCv {
  text: string;
  read: string;
  /** Where in the text stands what was read of it. */
  placeOf: PlaceOf;
}

/**
 * The evidence of matches that are about to be shown: what was compared as numbers, with its words. None for a match
 * whose texts are being read anew: the offsets would point into another text.
 * @param cvs those of all the talents, by talent.
 * @param named where the CVs name what is asked for in short.
 * @param quotes whether passages come with their words; else by their offsets alone.
 */
export async function evidenceOf(
  em: EntityManager,
  modelId: string,
  matches: readonly Match[],
  cvs: ReadonlyMap<string, SeenCv>,
  named: ConceptPlaces,
  quotes: boolean,
): Promise<Evidence[][]> {
  const read = matches.filter(({ warnings }) => !warnings.includes('BEING_READ'));
  const requirements = await requirementsOf(em, modelId, [...new Set(read.map(({ role }) => role.id))]);
  return matches.map((match) => {
    const asked = requirements.get(match.role.id);
    if (!asked || match.warnings.includes('BEING_READ')) return [];
    const { text, read: wasRead, placeOf } = cvs.get(match.talent.id)!;
    const quoted = (span: Span): Quote => {
      const passage = placeOf(span);
      return { ...passage, text: quotes ? text.slice(passage.start, passage.end) : null };
    };
    return match.pairs.map((pair) => {
      const { requirement, wordsIn } = asked.get(pair.ordinal)!;
      const near = strengthOf(pair.similarity);
      const naming =
        near === 'STRONG'
          ? undefined
          : namingPassage(match, pair, [
              ...named(match, requirement.source, requirement.item),
              ...wordsIn(wasRead),
            ]);
      const strength = naming ? 'STRONG' : near;
      const passage = naming ?? (strength === 'NONE' ? null : pair.passage);
      return {
        requirement,
        passage: passage && quoted(passage),
        similarity: pair.similarity,
        strength,
      };
    });
  });
}

/** A requirement, and where a text has it in its own words; nowhere what is said in sentences. */
interface Asked {
  requirement: Requirement;
  wordsIn: (text: string) => Span[];
}

/**
 * The passage that names what is asked for in short, by its concept or in its own words: the nearest one where it does,
 * else the first. A passage of forty-five words lies where all of them together do, so that one tool in a list of ten
 * is near to none of them: `mise en place` was shown with a passage that did not have it, and the one that had it not.
 * @param places where the CV names it.
 */
function namingPassage(
  { passages }: Match,
  { passage: nearest }: Pair,
  places: readonly Span[],
): Span | undefined {
  if (places.length === 0) return undefined;
  const names = ({ start, end }: Span) => places.some((place) => start <= place.start && place.end <= end);
  return nearest && names(nearest) ? nearest : passages.map(spanOf).find(names);
}

async function requirementsOf(
  em: EntityManager,
  modelId: string,
  roleIds: readonly string[],
): Promise<Map<string, Map<number, Asked>>> {
  const found = await rows<Requirement & { roleId: string; ordinal: number }>(
    em,
    `SELECT document_id AS "roleId", ordinal, kind, source, item, "start", "end", text
     FROM requirements WHERE model_id = ? AND document_id = ANY (?)`,
    [modelId, roleIds],
  );
  const byRole = new Map<string, Map<number, Asked>>();
  for (const { roleId, ordinal, ...requirement } of found) {
    const own = byRole.get(roleId) ?? new Map<number, Asked>();
    const wordsIn = requirement.source === 'DESCRIPTION' ? () => [] : phraseFinder(requirement.text);
    byRole.set(roleId, own.set(ordinal, { requirement, wordsIn }));
  }
  return byRole;
}
