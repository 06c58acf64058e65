import type { Citizenship } from '../../kernel/index.ts';
import { countFrom, meanFrom, shareFrom } from './interval.ts';
import { median, told, untold, type Basis, type Figure } from './figures.ts';
import { isSafeguarded, SAFEGUARDS_LIST } from './safeguards-list.ts';

/** What the ranking's scorer says of one talent and one role, as far as markets depend on it. */
export interface Scored {
  roleId: string;
  score: number;
  /** A hard condition fails: no ranking would show them. */
  excluded: boolean;
  /** Whether the talent meets the working languages of the role. */
  speaks: boolean;
  needsPermit: boolean;
  citizenship: Citizenship;
}

/** How long a decision on a permit usually takes, and who says so. */
export interface Processing {
  days: number;
  source: string;
}

/** The pool of one country. */
export interface CountryPool {
  country: string;
  /** Talents who live there and whose consent stands. */
  population: number;
  /** For each of the sampled talents, the roles that they were scored with; at least one. */
  talents: readonly (readonly Scored[])[];
}

/** Whether active recruitment from the country is to be thought over. */
export interface BrainDrain {
  /** Null where the list says nothing: `reason` says why. */
  listed: boolean | null;
  reason: string;
  source: string;
  /** `YYYY-MM-DD`: the day of the list. */
  asOf: string;
}

/** A country from which a mission could recruit. */
export interface Market {
  country: string;
  /** Talents of the pool whose score with one of the roles reaches the threshold, no condition failing. */
  matches: Figure;
  meanScore: Figure;
  languageFit: Figure;
  needPermit: Figure;
  processingDays: Figure;
  brainDrain: BrainDrain;
}

/** On what the figures of all markets rest. */
export interface MarketGrounds {
  threshold: number;
  modelId: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Whether one of the roles is of a health occupation. */
  health: boolean;
  processingOf: (roleId: string, citizenship: Citizenship) => Processing | null;
}

/** The figures of one country. Pure. */
export function marketOf({ country, population, talents }: CountryPool, grounds: MarketGrounds): Market {
  const { threshold, modelId, today } = grounds;
  const sampled = talents.length;
  const basis: Basis = {
    sampled,
    population,
    source: `Tandem’s pool: talents in ${country} whose consent stands, scored by the ranking with ${modelId}`,
    asOf: today,
  };
  const best = talents.map(bestOf);
  const count = (holds: (one: Scored) => boolean): number => best.filter(holds).length;
  const matching = talents.filter((roles) =>
    roles.some(({ score, excluded }) => !excluded && score >= threshold),
  ).length;
  const speaking = talents.filter((roles) => roles.some(({ speaks }) => speaks)).length;
  return {
    country,
    matches: told(countFrom(matching, sampled, population), basis),
    meanScore: told(
      meanFrom(
        best.map(({ score }) => score),
        population,
      ),
      basis,
    ),
    languageFit: told(shareFrom(speaking, sampled, population), basis),
    needPermit: told(
      shareFrom(
        count(({ needsPermit }) => needsPermit),
        sampled,
        population,
      ),
      basis,
    ),
    processingDays: processingDays(best, grounds, basis),
    brainDrain: brainDrainOf(country, grounds.health),
  };
}

/** The role that fits a talent best; of equals the first by identifier. */
const bestOf = (roles: readonly Scored[]): Scored =>
  roles.reduce((best, one) =>
    one.score > best.score || (one.score === best.score && one.roleId < best.roleId) ? one : best,
  );

function processingDays(best: readonly Scored[], { processingOf }: MarketGrounds, basis: Basis): Figure {
  const needing = best.filter(({ needsPermit }) => needsPermit);
  const known = needing.flatMap(({ roleId, citizenship }) => processingOf(roleId, citizenship) ?? []);
  const middle = median(known.map(({ days }) => days));
  const rules = { ...basis, sampled: known.length, source: 'the permit rules of this Tandem' };
  if (needing.length === 0) return untold('nobody among those looked at needs a permit', rules);
  if (middle === null)
    return untold('no permit rule with a processing time is on record for the roles', rules);
  const sources = [...new Set(known.map(({ source }) => source))].toSorted();
  return told({ value: middle, low: middle, high: middle }, { ...rules, source: sources.join('; ') });
}

function brainDrainOf(country: string, health: boolean): BrainDrain {
  const { source, asOf } = SAFEGUARDS_LIST;
  if (!health)
    return {
      listed: null,
      reason: 'the list is of health workers, and no role is of a health occupation',
      source,
      asOf,
    };
  const listed = isSafeguarded(country);
  const reason = listed
    ? 'the list asks others not to recruit actively here, except under an agreement between governments'
    : 'the country is not on the list';
  return { listed, reason, source, asOf };
}

/** Most matches first, then the better mean score, then by country: the same order every time. */
export const byPromise = (one: Market, other: Market): number =>
  other.matches.value! - one.matches.value! ||
  other.meanScore.value! - one.meanScore.value! ||
  (one.country < other.country ? -1 : 1);
