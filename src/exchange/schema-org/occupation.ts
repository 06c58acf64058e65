import { isNode, textsOf, valuesOf, type Node } from './node.ts';

const FOUR_DIGITS = /(?<![\d.-])\d{4}(?![\d-])/g;
/** The classification by its name, with or without the year of its edition, but not the one of 1988. */
const ISCO = /\bISCO(?![-\s]?(?:19)?88)(?:[-\s]?(?:20)?08)?/i;

/**
 * The ISCO-08 unit group in `occupationalCategory`: a CategoryCode with that `inCodeSet`, or a text such as
 * `ISCO-08 2221`. Codes without the name of their classification are not taken: national ones look the same.
 */
export function occupationOf(posting: Node, notes: string[]): string | undefined {
  const codes = valuesOf(posting, 'occupationalCategory').flatMap((value) => {
    const text = isNode(value)
      ? [...textsOf(value, 'inCodeSet'), ...textsOf(value, 'codeValue')].join(' ')
      : String(value);
    return ISCO.test(text) ? (text.replace(ISCO, '').match(FOUR_DIGITS) ?? []) : [];
  });
  const [code, ...others] = new Set(codes);
  if (others.length === 0) return code;
  notes.push('a posting names several occupations of ISCO-08: none is taken');
  return undefined;
}
