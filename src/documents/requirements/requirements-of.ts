import { piecesOf, type Piece } from '../../embeddings/index.ts';
import { clausesOf, type Span } from './clauses.ts';
import {
  ANNOUNCED,
  BOILERPLATE,
  HOURS,
  MUST,
  MUST_HEADING,
  NICE_AFTER,
  NICE_BEFORE,
  NICE_HEADING,
  NOT_NEEDED,
  OFFER_HEADING,
  OFFERED,
  plainText,
  SAYS_WHOM,
  TASK,
  TASK_HEADING,
} from './cues.ts';
import type { Brief, Requirement, RequirementKind, RequirementSource } from './requirement.ts';
import { withoutSpoken } from './spoken.ts';

/** Names the rules of this folder: what was cut by others is cut anew. Changed whenever a cut may differ. */
export const REQUIREMENT_RULES = '2';

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
  const section = sectionOf(piece.heading);
  if (section === 'OFFER') return [];
  const sentence = { start: beginningOf(text, piece), end: piece.end };
  const plainly = ({ start, end }: Span) => plainText(text.slice(start, end));
  const kind = kindOf(plainly(sentence), section) ?? otherwise;
  return clausesOf(text, sentence).flatMap((clause) => {
    const own = isWelcome(plainly(clause)) ? 'NICE' : kind;
    if (own === undefined || asksNothing(plainly(clause))) return [];
    // A task in a language is work: only what is asked for and welcome is left to the condition.
    const spans = own === 'TASK' ? [clause] : withoutSpoken(text, clause);
    return spans.map((span) => requirementAt(text, span, own));
  });
}

/** Where a sentence begins: with its heading, where it goes on with what that began. `You | are a nurse.` */
function beginningOf(text: string, { start, body }: Piece): number {
  if (start === body || !/^\p{Ll}/u.test(text.slice(body, body + 2))) return body;
  const over = text.slice(start, body).trimEnd();
  return start + /\n?([^\n]*)$/u.exec(over)!.index + (over.includes('\n') ? 1 : 0);
}

const isWelcome = (said: string): boolean => NICE_BEFORE.test(said) || NICE_AFTER.test(said);

/** Whether a clause is about what is given, how to apply, the law or the hours, or says that something is needless. */
function asksNothing(said: string): boolean {
  const outside = said.replace(/\([^)]*\)/gu, ' ');
  return (
    BOILERPLATE.test(said) ||
    NOT_NEEDED.test(said) ||
    HOURS.test(said) ||
    OFFERED.test(outside) ||
    (ANNOUNCED.test(said) && !SAYS_WHOM.test(said))
  );
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

/** What a sentence is, by the section that it stands in, else by its own words. */
function kindOf(said: string, section: RequirementKind | undefined): RequirementKind | undefined {
  if (section) return section;
  if (MUST.test(said)) return 'MUST';
  return TASK.test(said) ? 'TASK' : undefined;
}
