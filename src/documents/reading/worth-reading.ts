/** Why a passage is not read: it says again what was said, or is written in no script that the languages use. */
export type Flaw = 'REPEATED' | 'OTHER_SCRIPT';

/** Words are compared in runs of so many. */
const RUN = 3;
/** A passage is a repetition when fewer of its runs than this share are new in the document. */
const NEW_RUNS = 0.5;
/**
 * … or when it is made of a few words over and over: prose of 45 words has 30 different ones and more, lists of
 * tools hardly repeat any.
 */
const DIFFERENT_WORDS = 0.4;
/** Shorter passages are believed: `Nurse. Nurse assistant.` is no trick. */
const FEWEST_WORDS = 12;
/** Texts in English, Swedish and French are written in Latin letters; names and quotations may be in others. */
const LATIN_LETTERS = 0.5;

/**
 * Tells for each passage of a document, in order, whether it is worth reading. A skill that is named five hundred
 * times counts once: what only repeats says nothing of a person.
 */
export function flawsOf(passages: readonly string[]): (Flaw | null)[] {
  const seen = new Set<string>();
  return passages.map((passage) => {
    const words = wordsOf(passage);
    const runs = words.slice(0, 1 - RUN || undefined).map((_, at) => words.slice(at, at + RUN).join(' '));
    let fresh = 0;
    for (const run of runs) {
      if (seen.has(run)) continue;
      seen.add(run);
      fresh += 1;
    }
    if (isOtherScript(passage)) return 'OTHER_SCRIPT';
    if (words.length < FEWEST_WORDS) return null;
    const repeats = fresh < NEW_RUNS * runs.length || new Set(words).size < DIFFERENT_WORDS * words.length;
    return repeats ? 'REPEATED' : null;
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < LATIN_LETTERS * letters;
}
