import type { ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const NUMBERS: readonly RegExp[] = [
  // Sweden: 900503-2385, 19900503-2385, 199005032385
  /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}(?!\d)/g,
  // Finland: 131052-308T; Norway: 010190 12345; Denmark: 010190-1234
  /(?<!\d)(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])\d{2}(?:[-+a]\d{3}[0-9a-y]|[ -]\d{4,5})(?![\da-z])/g,
  // France: 2 90 05 75 123 456 78
  /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/g,
  /\b(?:personnummer|personnr|samordningsnummer|personal (?:identity )?number|national id|id number|social (?:security|insurance) (?:number|no)|numero de securite sociale|n[o°] de securite sociale|passport (?:number|no)|passnummer|numero de passeport)\b\.?[ \t]{0,3}:?[ \t]{0,3}[a-z0-9][a-z0-9 -]{4,24}/g,
];

/** Personal identity numbers, which hold birth date and gender. */
export const personalNumbersIn = ({ plain }: ReadCv): Span[] =>
  NUMBERS.flatMap((pattern) => matchesOf(plain, pattern));
