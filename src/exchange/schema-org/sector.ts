import { SECTORS, type Sector } from '../../roles/index.ts';
import { plain } from '../words/index.ts';
import { textsOf, valuesOf, isNode, type Node } from './node.ts';

/** ISCO-08 sub-major groups, by the beginning of the code. What is not here is OTHER. */
const BY_ISCO: readonly (readonly [string, Sector])[] = [
  ['133', 'IT'],
  ['25', 'IT'],
  ['35', 'IT'],
  ['134', 'HEALTH_CARE'],
  ['22', 'HEALTH_CARE'],
  ['32', 'HEALTH_CARE'],
  ['53', 'HEALTH_CARE'],
  ['21', 'ENGINEERING'],
  ['31', 'ENGINEERING'],
  ['132', 'MANUFACTURING'],
  ['72', 'MANUFACTURING'],
  ['73', 'MANUFACTURING'],
  ['75', 'MANUFACTURING'],
  ['81', 'MANUFACTURING'],
  ['82', 'MANUFACTURING'],
  ['141', 'HOSPITALITY'],
  ['51', 'HOSPITALITY'],
  ['94', 'HOSPITALITY'],
  ['71', 'CONSTRUCTION'],
  ['74', 'CONSTRUCTION'],
  ['93', 'CONSTRUCTION'],
  ['23', 'EDUCATION'],
];

/** `industry` where it is the name of a sector, else by the ISCO-08 code in `occupationalCategory`, else OTHER. */
export function sectorOf(posting: Node, notes: string[]): Sector {
  const industries = textsOf(posting, 'industry').map((industry) =>
    plain(industry).toUpperCase().replaceAll(' ', '_'),
  );
  const named = SECTORS.find(
    (sector) => industries.includes(sector) || industries.includes(sector.replace('_', '')),
  );
  if (named) return named;
  const codes = valuesOf(posting, 'occupationalCategory').flatMap((value) => {
    const text = isNode(value) ? textsOf(value, 'codeValue').join(' ') : String(value);
    return /(?<![\d.-])\d{4}(?![\d-])/.exec(text)?.[0] ?? [];
  });
  for (const code of codes) {
    const group = BY_ISCO.find(([beginning]) => code.startsWith(beginning));
    if (group) return group[1];
  }
  notes.push('neither industry nor an ISCO-08 code tells the sector: OTHER is taken');
  return 'OTHER';
}
