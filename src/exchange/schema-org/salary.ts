import type { SalaryPeriod } from '../../kernel/index.ts';
import type { RoleData } from '../../roles/index.ts';
import { isNode, numberOf, textOf, valueOf, type Node } from './node.ts';

/** schema.org's words (and UN/CEFACT's codes) for the periods that Tandem counts pay by. */
const PERIODS: Readonly<Record<string, SalaryPeriod>> = {
  HOUR: 'HOUR',
  HUR: 'HOUR',
  MONTH: 'MONTH',
  MON: 'MONTH',
  YEAR: 'YEAR',
  ANN: 'YEAR',
};

/**
 * `baseSalary` as a range of pay; undefined, with a note, when it is by the day or week or lacks its currency.
 * @throws EXCHANGE_RECORD_INVALID
 */
export function salaryOf(posting: Node, notes: string[]): RoleData['salary'] | undefined {
  const given = valueOf(posting, 'baseSalary');
  if (given === undefined) return undefined;
  const at = ['baseSalary'];
  const outer = isNode(given) ? given : posting;
  const value = isNode(given) ? valueOf(given, 'value') : undefined;
  const inner = isNode(value) ? value : outer;
  const path = isNode(value) ? [...at, 'value'] : isNode(given) ? at : [];
  const one = isNode(given) ? numberOf(inner, 'value', path) : numberOf(posting, 'baseSalary');
  const currency =
    textOf(outer, 'currency', at) ?? textOf(inner, 'currency', path) ?? textOf(posting, 'salaryCurrency');
  const period =
    PERIODS[(textOf(inner, 'unitText', path) ?? textOf(inner, 'unitCode', path) ?? '').toUpperCase()];
  if (currency === undefined || period === undefined) {
    notes.push('the salary has no currency, or no unitText HOUR, MONTH or YEAR: it is left out');
    return undefined;
  }
  return {
    min: cents(numberOf(inner, 'minValue', path) ?? one),
    max: cents(numberOf(inner, 'maxValue', path) ?? one),
    currency: currency.toUpperCase(),
    period,
  };
}

const cents = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : Math.round(amount * 100) / 100;
