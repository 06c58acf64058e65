import type { Place } from '../check-record.ts';
import { recordInvalid } from '../exchange.failures.ts';
import { countryCode, regionCode } from '../words/index.ts';
import { isNode, textOf, valueOf, type Node } from './node.ts';

/** A place as far as Tandem knows places. */
export interface Address {
  country: string | undefined;
  region: string | undefined;
  city: string | undefined;
}

/**
 * The address of a Place, Organization or PostalAddress.
 * @throws EXCHANGE_RECORD_INVALID for a country that is none, or a region of another country
 */
export function addressOf(node: Node, at: Place, notes: string[]): Address {
  const given = valueOf(node, 'address');
  const address = isNode(given) ? given : node;
  const path = isNode(given) ? [...at, 'address'] : at;
  const named = textOf(address, 'addressCountry', path);
  const country = named === undefined ? undefined : countryCode(named);
  if (named !== undefined && !country)
    throw recordInvalid(
      { problem: `'${named.slice(0, 40)}' is no country: write its ISO 3166-1 code, such as SE`, more: 0 },
      { path: [...path, 'addressCountry'] },
    );
  const regionName = textOf(address, 'addressRegion', path);
  const region = regionName !== undefined && country ? regionCode(regionName, country) : undefined;
  if (regionName !== undefined && country && region === undefined)
    notes.push('a region is not given by its ISO 3166-2 code: it is left out');
  if (region !== undefined && !region.startsWith(`${country}-`))
    throw recordInvalid(
      { problem: `'${regionName!.slice(0, 40)}' is no region of ${country}`, more: 0 },
      { path: [...path, 'addressRegion'] },
    );
  return { country, region, city: textOf(address, 'addressLocality', path) };
}
