import { TEXT_LANGUAGES, type TextLanguage } from '../../kernel/index.ts';

/** The commonest small words of each language that mean nothing in the other two, or are much rarer there. */
const SMALL_WORDS: Readonly<Record<TextLanguage, ReadonlySet<string>>> = {
  en: new Set(
    'the and of to with a is was are were be been have has had we you our your their my which that this from by at on as it its an or not will would for'.split(
      ' ',
    ),
  ),
  sv: new Set(
    'och att det som är av till med för har hade vi du den ett inte på om jag från eller vid samt även där när kan ska vår våra din dina mina min under efter inom hos blev var'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des du et de un une est en que qui dans pour par sur avec au aux ce cette ces nous vous je notre votre nos vos mon ma mes sont été être ont chez ainsi plus ou d l'.split(
      ' ',
    ),
  ),
};

/** Small words of languages that would pass for one of the three by the words that they share with it. */
const OTHERS: readonly ReadonlySet<string>[] = [
  // Spanish, Portuguese, Italian, German, Dutch, Danish and Norwegian.
  'de la que el en y los del se las por un para con una su al lo como más pero sus ha es',
  'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao',
  'di che e la il un a per in una sono mi si lo ma ho con le ci della nel dei alla gli',
  'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an',
  'de het een en van in is dat op te zijn met voor niet aan er om ook als bij maar naar',
  'og i det at en den til er som på de med han af for ikke der var mig men et har om jeg fra av ved',
].map((words) => new Set(words.split(' ')));

/** Fewer small words than this say nothing. */
const FEWEST = 2;
/** How much more of them one language must have than the next. */
const LEAD = 1.3;
/** A text says what it is long before this. */
const READ = 20_000;

/**
 * In which of Tandem's languages a text is written, by counting small words; undefined when it is too short, in
 * another language, or in several.
 */
export function detectLanguage(text: string): TextLanguage | undefined {
  const words =
    text
      .slice(0, READ)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const count = (small: ReadonlySet<string>) => words.filter((word) => small.has(word)).length;
  const [first, second] = TEXT_LANGUAGES.map((language) => ({
    language,
    count: count(SMALL_WORDS[language]),
  })).sort((one, other) => other.count - one.count);
  if (first!.count < FEWEST || first!.count < second!.count * LEAD) return undefined;
  return OTHERS.some((small) => count(small) > first!.count) ? undefined : first!.language;
}

/** What is said of a text's language: the one stated, the one detected, or English for want of a better. */
export function textLanguage(
  stated: string | undefined,
  text: string,
): { language: TextLanguage; note?: string } {
  const given = TEXT_LANGUAGES.find((language) => language === stated);
  if (given) return { language: given };
  const detected = detectLanguage(text);
  if (stated === undefined && detected) return { language: detected };
  return {
    language: 'en',
    note: stated
      ? 'the text is in a language other than en, sv and fr: its words are searched as English'
      : 'the language of the text is not stated and not clear: its words are searched as English',
  };
}
