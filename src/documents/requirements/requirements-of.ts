import { piecesOf, type Piece } from '../../embeddings/index.ts';
import { clausesOf, type Span } from './clauses.ts';
import {
  BOILERPLATE,
  MUST,
  MUST_HEADING,
  NICE_AFTER,
  NICE_BEFORE,
  NICE_HEADING,
  NOT_NEEDED,
  OFFER_HEADING,
  plainText,
  TASK,
  TASK_HEADING,
} from './cues.ts';
import type { Brief, Requirement, RequirementKind, RequirementSource } from './requirement.ts';

/** Names the rules of this folder: what was cut by others is cut anew. Changed whenever a cut may differ. */
export const REQUIREMENT_RULES = '1';

/** The most requirements of a role, and of each list. */
export const MOST_REQUIREMENTS = 24;
const MOST_MUST_HAVE = 12;
const MOST_NICE_TO_HAVE = 6;

/** No description has longer sentences that are worth reading whole. */
const LONGEST_SENTENCE = { words: 150, tokens: 480 };

/**
 * Cuts what a role asks for out of its title, its lists and its description: the title (what the work is) and the
 * must-have list, then what the description asks for, what the work consists of, and what is welcome; at most
 * `MOST_REQUIREMENTS`, in the order of the texts within each. What the employer offers, how to apply and what the
 * law says is left out.
 */
export function requirementsOf(description: string, brief: Brief): Requirement[] {
  const title = wholeText(brief.title, 'TASK', 'TITLE', null);
  const mustHave = itemsOf(brief.mustHave, 'MUST', 'MUST_HAVE').slice(0, MOST_MUST_HAVE);
  const niceToHave = itemsOf(brief.niceToHave, 'NICE', 'NICE_TO_HAVE').slice(0, MOST_NICE_TO_HAVE);
  const described = describedIn(description);
  const inOrder = (kind: RequirementKind) => described.filter((requirement) => requirement.kind === kind);
  const room = MOST_REQUIREMENTS - title.length - mustHave.length - niceToHave.length;
  return [
    ...title,
    ...mustHave,
    ...[...inOrder('MUST'), ...inOrder('TASK'), ...inOrder('NICE')].slice(0, room),
    ...niceToHave,
  ];
}

const wholeText = (
  text: string,
  kind: RequirementKind,
  source: RequirementSource,
  item: number | null,
): Requirement[] => (/\S/.test(text) ? [{ kind, source, item, start: 0, end: text.length, text }] : []);

const itemsOf = (
  items: readonly string[],
  kind: RequirementKind,
  source: 'MUST_HAVE' | 'NICE_TO_HAVE',
): Requirement[] => items.flatMap((text, item) => wholeText(text, kind, source, item));

function describedIn(description: string): Requirement[] {
  const pieces = piecesOf(description, LONGEST_SENTENCE);
  const cut = pieces.flatMap((piece) => cutPiece(description, piece, undefined));
  // A description in other words, or in another language, than the cues know: all of it may be a task.
  return cut.length > 0 ? cut : pieces.flatMap((piece) => cutPiece(description, piece, 'TASK'));
}

function cutPiece(text: string, piece: Piece, otherwise: RequirementKind | undefined): Requirement[] {
  const sentence = { start: piece.body, end: piece.end };
  const section = sectionOf(piece.heading);
  if (section === 'OFFER') return [];
  const said = plainText(text.slice(sentence.start, sentence.end));
  const kind = kindOf(said, section) ?? otherwise;
  if (kind === undefined) return [];
  return clausesOf(text, sentence).flatMap((clause) => {
    const own = plainText(text.slice(clause.start, clause.end));
    if (BOILERPLATE.test(own) || NOT_NEEDED.test(own)) return [];
    return [requirementAt(text, clause, NICE_BEFORE.test(own) ? 'NICE' : kind)];
  });
}

const requirementAt = (text: string, { start, end }: Span, kind: RequirementKind): Requirement => ({
  kind,
  source: 'DESCRIPTION',
  item: null,
  start,
  end,
  text: text.slice(start, end),
});

type Section = RequirementKind | 'OFFER';

function sectionOf(heading: string | undefined): Section | undefined {
  if (heading === undefined) return undefined;
  const plain = plainText(heading).trim();
  if (OFFER_HEADING.test(plain)) return 'OFFER';
  if (NICE_HEADING.test(plain)) return 'NICE';
  if (TASK_HEADING.test(plain)) return 'TASK';
  if (MUST_HEADING.test(plain)) return 'MUST';
  return undefined;
}

/** What a sentence is, by its own words first where they are sure, then by the section that it stands in. */
function kindOf(said: string, section: RequirementKind | undefined): RequirementKind | undefined {
  if (NICE_AFTER.test(said)) return 'NICE';
  if (section) return section;
  if (MUST.test(said)) return 'MUST';
  return TASK.test(said) ? 'TASK' : undefined;
}
