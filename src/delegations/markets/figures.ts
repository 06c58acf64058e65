import type { Interval } from './interval.ts';

/** A figure with what it rests on. */
export interface Figure {
  /** Null where it cannot be told: `missing` says why. */
  value: number | null;
  /** Bounds with 95 % confidence; the value itself where everybody was counted. */
  low: number | null;
  high: number | null;
  /** How many it was computed from, of how many. */
  sampled: number;
  population: number;
  source: string;
  /** `YYYY-MM-DD`: the day of which the figure is. */
  asOf: string;
  missing: string | null;
}

/** What a figure rests on, without the figure. */
export type Basis = Pick<Figure, 'sampled' | 'population' | 'source' | 'asOf'>;

/** A figure that can be told, rounded to four digits. */
export const told = ({ value, low, high }: Interval, basis: Basis): Figure => ({
  ...basis,
  value: rounded(value),
  low: rounded(low),
  high: rounded(high),
  missing: null,
});

/** A figure that cannot be told, with the reason. */
export const untold = (missing: string, basis: Basis): Figure => ({
  ...basis,
  value: null,
  low: null,
  high: null,
  missing,
});

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The value in the middle; of two in the middle the lower. */
export const median = (values: readonly number[]): number | null =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? null;
