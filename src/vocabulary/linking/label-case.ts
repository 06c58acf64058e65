/** Which capitals a label asks for in a text. */
export type CaseRule = 'any' | 'capital' | 'as written';

/** Up to this many letters a label with capitals is asked for as it is written: IT is not it, Go not go. */
const SHORT = 3;

/**
 * Labels of one word that are an acronym, or short, count only as they are written; names such as Teams or Spark only
 * with a capital. Labels of several words, and words in small letters, count however they are written.
 */
export function caseRuleOf(label: string): CaseRule {
  if (/\s/u.test(label) || !/\p{Lu}/u.test(label)) return 'any';
  const letters = label.match(/\p{L}/gu)!.length;
  if (letters <= SHORT || !/\p{Ll}/u.test(label)) return 'as written';
  return /^\p{Lu}/u.test(label) ? 'capital' : 'any';
}

/** Whether a place in a text has the capitals that are asked for. */
export function meetsCase(rule: CaseRule, label: string, found: string): boolean {
  if (rule === 'any') return true;
  if (rule === 'as written') return found === label;
  return /^\p{Lu}/u.test(found);
}
