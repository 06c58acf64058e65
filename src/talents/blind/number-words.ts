/** The ages that people at work have: what is hidden as an age, so that `ten years` or `200 years` is none. */
const YOUNGEST = 15;
const OLDEST = 79;

const ENGLISH = {
  tens: 'twenty thirty forty fifty sixty seventy'.split(' '),
  ones: 'one two three four five six seven eight nine'.split(' '),
  teens: 'fifteen sixteen seventeen eighteen nineteen'.split(' '),
};
const SWEDISH = {
  tens: 'tjugo trettio fyrtio femtio sextio sjuttio'.split(' '),
  ones: 'ett tva tre fyra fem sex sju atta nio'.split(' '),
  teens: 'femton sexton sjutton arton nitton'.split(' '),
};
const FRENCH = {
  tens: 'vingt trente quarante cinquante soixante'.split(' '),
  ones: 'un deux trois quatre cinq six sept huit neuf'.split(' '),
  teens: 'quinze seize dix-sept dix-huit dix-neuf'.split(' '),
};

/** The numbers from 15 to 79 in words, folded, hyphens and spaces between their parts left out. */
const IN_WORDS: ReadonlySet<string> = new Set(
  [
    ...[ENGLISH, SWEDISH, FRENCH].flatMap(({ tens, ones, teens }) => [
      ...teens,
      ...tens,
      ...tens.flatMap((ten) => ones.flatMap((one) => [`${ten}${one}`, `${ten}et${one}`])),
    ]),
    ...['dix', 'etonze', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize', 'dixsept', 'dixhuit'].map(
      (rest) => `soixante${rest}`,
    ),
    'soixantedixneuf',
    'tjugoen',
    'trettioen',
    'fyrtioen',
  ].map((word) => word.replaceAll('-', '')),
);

/** Whether the words, folded, are a number that somebody at work may be old: `34`, `thirty-four`, `vingt et un`. */
export function isAge(words: string): boolean {
  const joined = words.replace(/[\s-]/g, '');
  const number = /^\d{2}$/.test(joined) ? Number(joined) : undefined;
  return number === undefined ? IN_WORDS.has(joined) : number >= YOUNGEST && number <= OLDEST;
}
