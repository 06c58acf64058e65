/**
 * The labels in an occupation's label that names both genders, the masculine first, as ESCO writes them in French
 * and other languages: `directeur technique/directrice technique`, `opérateur/opératrice de four` and
 * `psychologue clinicien de la santé/clinicienne de la santé` each hold two. A label with any other slash
 * (`fabrication de papier/carton`) is one label.
 */
export function expandGenderPair(label: string): string[] {
  const parts = [...new Set(partsOf(label))];
  const [left, right] = parts.map(wordsOf);
  if (left === undefined) return [label];
  if (right === undefined) return [left.join(' ')];
  const pair = parts.length === 2 ? readPair(left, right) : undefined;
  return pair ? [...new Set(pair.map((words) => words.join(' ')))] : [wordsOf(label).join(' ')];
}

type Words = readonly string[];

const wordsOf = (text: string): Words => text.split(/\s+/u).filter((word) => word !== '');

/** What stands between the slashes outside quotation marks and brackets, in words with single spaces. */
function partsOf(label: string): string[] {
  let quoted = false;
  let depth = 0;
  const parts = [''];
  for (const letter of label) {
    if (letter === '"') quoted = !quoted;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (letter === '/' && !quoted && depth <= 0) parts.push('');
    else parts.push(parts.pop()! + letter);
  }
  return parts.map((part) => wordsOf(part).join(' ')).filter((part) => part !== '');
}

/** The two names behind what stands on the left and right of a slash; undefined where it parts something else. */
function readPair(left: Words, right: Words): Words[] | undefined {
  // `opérateur/opératrice de four`: what follows the feminine words belongs to both.
  if (isPair(left, right.slice(0, left.length))) return [[...left, ...right.slice(left.length)], right];
  // `psychologue clinicien/clinicienne`: what goes before the masculine words belongs to both.
  const before = left.length - right.length;
  if (before > 0 && isPair(left.slice(before), right)) return [left, [...left.slice(0, before), ...right]];
  if (areWhole(left, right)) return [left, right];
  // `chef décorateur/décoratrice spectacle`: one word of two genders, with something before and behind.
  if (isPair(left.slice(-1), right.slice(0, 1)))
    return [
      [...left, ...right.slice(1)],
      [...left.slice(0, -1), ...right],
    ];
  return undefined;
}

/**
 * Whether each is a complete name: they begin with the genders of one word, or one ends with the other, or they
 * are alike but for the first word (`homme de pont/femme de pont`).
 */
function areWhole(left: Words, right: Words): boolean {
  const [long, short] = left.length > right.length ? [left, right] : [right, left];
  return (
    (left[0] !== right[0] && isVariant(left[0]!, right[0]!)) ||
    long.slice(-short.length).join(' ') === short.join(' ') ||
    (left.length === right.length && left.length > 1 && areAlike(left.slice(1), right.slice(1)))
  );
}

/** Whether the words are one another's genders in order, at least one of them visibly. */
const isPair = (left: Words, right: Words): boolean =>
  areAlike(left, right) && left.join(' ') !== right.join(' ');

const areAlike = (left: Words, right: Words): boolean =>
  left.length === right.length &&
  left.every((word, index) => word === right[index] || isVariant(word, right[index]!));

/** Whether two words may be the genders of one, part by part where they have hyphens: `chirurgien-dentiste`. */
function isVariant(one: string, other: string): boolean {
  const [a, b] = [one.split('-'), other.split('-')];
  return a.length === b.length && a.every((part, index) => part === b[index] || isEnding(part, b[index]!));
}

/** The most letters by which the genders of one word end differently: `-eur` and `-rice` behind `opérat`. */
const LONGEST_ENDING = 5;

/**
 * Whether two words differ in their ending only: they begin with the same three letters, or half of the shorter
 * word where that is more. Accents do not count: `infirmier`, `infirmière`.
 */
function isEnding(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a[alike] === b[alike]) alike += 1;
  return (
    alike >= Math.max(3, shorter / 2) &&
    a.length - alike <= LONGEST_ENDING &&
    b.length - alike <= LONGEST_ENDING
  );
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
