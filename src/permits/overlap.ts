import type { PermitRule } from './permit-rule.entity.ts';

/** What tells one rule from another, and when it is in force. */
export type Validity = Pick<PermitRule, 'territory' | 'permit' | 'citizenship' | 'validFrom' | 'validTo'>;

/** Whether the rule is in force on that day, `YYYY-MM-DD`; its first and last day count. */
export const isInForce = ({ validFrom, validTo }: Validity, day: string): boolean =>
  validFrom <= day && (validTo == null || day <= validTo);

/**
 * Two rules for the same permit that are in force at a time; undefined where there are none. A rule for both groups
 * of citizenship is one for each.
 */
export function overlapAmong<Rule extends Validity>(rules: readonly Rule[]): [Rule, Rule] | undefined {
  const alike = Map.groupBy(rules, ({ territory, permit }) => `${territory} ${permit.toLowerCase()}`);
  for (const group of alike.values())
    for (const [index, one] of group.entries())
      for (const other of group.slice(index + 1)) if (overlaps(one, other)) return [one, other];
  return undefined;
}

const overlaps = (one: Validity, other: Validity): boolean =>
  (one.citizenship == null || other.citizenship == null || one.citizenship === other.citizenship) &&
  (other.validTo == null || one.validFrom <= other.validTo) &&
  (one.validTo == null || other.validFrom <= one.validTo);
