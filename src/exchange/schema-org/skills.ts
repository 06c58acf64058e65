import { isNode, textsOf, valuesOf, type Node } from './node.ts';

/** The most skills that a role names, and the longest of them. */
const MOST = 40;
const LONGEST = 120;
/** Parts of a sentence are longer than names of skills. */
const WORDS_IN_A_SKILL = 6;

const cut = (text: string): string[] => text.replace(/<[^<>]*>/g, '\n').split(/[,;•·\n]|\s[-–]\s/);

/**
 * `skills` and `qualifications` as single skills: list elements and terms as they are, texts cut at commas,
 * semicolons, bullets and lines. A text with longer parts is prose: it is no condition, and stands in the
 * description only.
 */
export function skillsOf(posting: Node, property: string, notes: string[]): string[] {
  const values = valuesOf(posting, property);
  const skills = values.flatMap((value) => {
    if (isNode(value)) return textsOf({ value: value }, 'value').filter((name) => name.length <= LONGEST);
    const parts = (values.length > 1 ? [String(value)] : cut(String(value)))
      .map((part) =>
        part
          .trim()
          .replace(/^[-*]\s*|\.$/g, '')
          .trim(),
      )
      .filter((part) => part !== '');
    const listed = parts.every(
      (part) => part.split(/\s+/).length <= WORDS_IN_A_SKILL && part.length <= LONGEST,
    );
    return listed ? parts : [];
  });
  const distinct = [...new Map(skills.map((skill) => [skill.toLowerCase(), skill])).values()];
  if (distinct.length > MOST)
    notes.push(`more than ${MOST} skills are named: the first ${MOST} are conditions`);
  return distinct.slice(0, MOST);
}
