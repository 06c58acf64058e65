import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { changedMeanwhile, rows } from '../database/index.ts';
import { checks, invalidInput, newId, parseInput } from '../kernel/index.ts';
import { overlapAmong } from './overlap.ts';
import { PermitRuleEntity, type PermitRule } from './permit-rule.entity.ts';
import { permitRuleData, type PermitRuleData } from './permit-rule.input.ts';
import { allPermitRules, permitRuleById } from './permit-rule.repository.ts';
import { permitRulesOverlap } from './permits.failures.ts';

/** Which stored rule a change replaces, and the version of it that its author had read. */
export interface Replaced {
  id: string;
  version: number;
}

/**
 * Adds a permit rule, or replaces one. For operators.
 * @throws PERMITS_UNKNOWN, PERMITS_OVERLAP, DATABASE_CHANGED_MEANWHILE when the version is no longer the stored one
 */
export function setPermitRule(context: Context, input: unknown, replaced?: Replaced): Promise<PermitRule> {
  assertPermitted(context.actor, 'permit:edit');
  const data = parseInput(permitRuleData, input);
  return inTransaction(context, async (inside) => {
    const rules = await lockedRules(inside);
    const stored = replaced && (await unchanged(inside, replaced));
    const [rule] = writePermitRules(inside, rules, [{ data, stored }]);
    return rule!;
  });
}

/**
 * Sets the last day of a permit rule, `YYYY-MM-DD`; null lets it go on. For operators.
 * @throws PERMITS_UNKNOWN, PERMITS_OVERLAP, INPUT_INVALID, DATABASE_CHANGED_MEANWHILE
 */
export function endPermitRule(context: Context, replaced: Replaced, validTo: unknown): Promise<PermitRule> {
  assertPermitted(context.actor, 'permit:edit');
  const last = parseInput(checks.date.nullable(), validTo, ['validTo']);
  return inTransaction(context, async (inside) => {
    const rules = await lockedRules(inside);
    const rule = await unchanged(inside, replaced);
    if (last !== null && last < rule.validFrom)
      throw invalidInput(
        { problem: `validTo: lies before validFrom, ${rule.validFrom}`, more: 0 },
        { path: ['validTo'] },
      );
    rule.validTo = last;
    assertNoOverlap(rules);
    recordAudit(
      inside,
      'permit:edit',
      { kind: 'permit-rule', id: rule.id },
      { step: 'end', ...audited(rule) },
    );
    return rule;
  });
}

/** A rule to write: over `stored` where there is one. */
export interface PermitRuleWrite {
  data: PermitRuleData;
  stored?: PermitRule | undefined;
}

/**
 * Writes rules within the caller's transaction; the caller has authorised it and holds `rules`, all there are, by
 * `lockedRules`. They reach the database when the transaction ends.
 * @throws PERMITS_OVERLAP
 */
export function writePermitRules(
  context: Context,
  rules: readonly PermitRule[],
  writes: readonly PermitRuleWrite[],
): PermitRule[] {
  const written = writes.map(({ data, stored }) => {
    const values = columnsOf(data);
    const rule = stored
      ? context.em.assign(stored, values)
      : context.em.create(PermitRuleEntity, { ...values, id: newId() });
    const step = stored ? 'change' : 'add';
    recordAudit(context, 'permit:edit', { kind: 'permit-rule', id: rule.id }, { step, ...audited(rule) });
    return rule;
  });
  assertNoOverlap([...new Set([...rules, ...written])]);
  return written;
}

/** All rules, with nobody else writing until the transaction ends: two operators cannot both pass the check. */
export async function lockedRules({ em }: Context): Promise<PermitRule[]> {
  await rows(em, 'LOCK TABLE permit_rules IN SHARE ROW EXCLUSIVE MODE');
  return allPermitRules(em);
}

async function unchanged({ em }: Context, { id, version }: Replaced): Promise<PermitRule> {
  const rule = await permitRuleById(em, id);
  if (rule.version !== version) throw changedMeanwhile({ kind: 'permit rule', id });
  return rule;
}

function assertNoOverlap(rules: readonly PermitRule[]): void {
  const [one, other] = overlapAmong(rules) ?? [];
  if (!one || !other) return;
  const [earlier, later] = one.validFrom <= other.validFrom ? [one, other] : [other, one];
  throw permitRulesOverlap({
    permit: one.permit,
    territory: one.territory,
    one: earlier.validFrom,
    other: later.validFrom,
  });
}

/** The rule's own columns; what was left out is null. */
export const columnsOf = ({ salaryFloor, ...data }: PermitRuleData) => ({
  ...data,
  citizenship: data.citizenship ?? null,
  salaryFloor: salaryFloor?.amount ?? null,
  currency: salaryFloor?.currency ?? null,
  period: salaryFloor?.period ?? null,
  processingDays: data.processingDays ?? null,
  validTo: data.validTo ?? null,
  note: data.note || null,
});

/** What the audit trail keeps of a rule: enough to see which floor was in force when. */
const audited = ({ territory, permit, validFrom, validTo, salaryFloor, currency, period }: PermitRule) => ({
  territory,
  permit,
  validFrom,
  validTo: validTo ?? null,
  salaryFloor: salaryFloor ?? null,
  currency: currency ?? null,
  period: period ?? null,
});
