import { assertPermitted, type Context } from '../access/index.ts';
import { checks, parseInput, type Page, type PageRequest } from '../kernel/index.ts';
import type { PermitRule } from './permit-rule.entity.ts';
import { permitRulesBy, type PermitRuleSelection } from './permit-rule.repository.ts';

/** Permit rules by territory, name and first day. @throws INPUT_INVALID for a day or country that is none */
export function listPermitRules(
  context: Context,
  selection: PermitRuleSelection,
  page: PageRequest,
): Promise<Page<PermitRule>> {
  assertPermitted(context.actor, 'permit:read');
  return permitRulesBy(
    context.em,
    {
      country: parseInput(checks.country.nullish(), selection.country, ['country']),
      on: parseInput(checks.date.nullish(), selection.on, ['on']),
    },
    page,
  );
}
