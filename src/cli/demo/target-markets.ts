import type { Actor } from '../../access/index.ts';
import { table } from '../table.ts';
import type { Stage } from './stage.ts';

interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** A country by what the pool says of it. */
export interface Market {
  country: string;
  matches: Figure;
  languageFit: Figure;
  needPermit: Figure;
  brainDrain: { listed: boolean } | null;
}

/** Countries ranked by who in the pool fits the roles. */
export const targetMarkets = async (
  { ask }: Stage,
  host: Actor,
  roleIds: readonly string[],
): Promise<Market[]> =>
  (
    await ask<{ targetMarkets: { markets: Market[] } }>(
      host,
      `query ($roleIds: [ID!]!) {
        targetMarkets(selection: { roleIds: $roleIds, threshold: 0.3 }, first: 8) {
          markets {
            country
            matches { value low high }
            languageFit { value low high }
            needPermit { value low high }
            brainDrain { listed }
          }
        }
      }`,
      { roleIds },
    )
  ).targetMarkets.markets;

/** The markets as a table. */
export const marketsInWords = (markets: readonly Market[]): string =>
  table(
    ['country', 'matches', 'language fits', 'needs a permit', 'brain drain'],
    markets.map(({ country, matches, languageFit, needPermit, brainDrain }) => [
      country,
      countOf(matches),
      shareOf(languageFit),
      shareOf(needPermit),
      brainDrain?.listed ? 'on the WHO list' : '',
    ]),
  );

const countOf = ({ value, low, high }: Figure): string =>
  value === null ? '' : low === high ? `${value}` : `${value} (${low} to ${high})`;

const shareOf = ({ value }: Figure): string => (value === null ? '' : `${(value * 100).toFixed(0)} %`);
