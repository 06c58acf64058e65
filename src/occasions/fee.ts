import {
  noPackageFits,
  packageChoiceNeeded,
  packageDoesNotFit,
  packageUnknown,
  tooManyRoles,
} from './occasions.failures.ts';
import type { Package } from './package.entity.ts';

/** What of a package decides who pays what. */
export type PackageTerms = Pick<
  Package,
  'id' | 'amount' | 'currency' | 'employeesFrom' | 'employeesTo' | 'rolesIncluded' | 'furtherRoleAmount'
>;

/** What an employer pays, and with which package. */
export interface Fee {
  packageId: string;
  /** Units of the currency, to the cent. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** Whether a package is for everybody, whatever their size. */
const isForAll = ({ employeesFrom, employeesTo }: PackageTerms): boolean =>
  employeesFrom == null && employeesTo == null;

/** Whether a package is for an employer of so many; both ends are included. */
const isForSize = ({ employeesFrom, employeesTo }: PackageTerms, employees: number): boolean =>
  employees >= (employeesFrom ?? 0) && employees <= (employeesTo ?? Infinity);

/**
 * What an employer pays for bringing so many roles: by the only package for its size, or by the one that it chose of
 * several. One whose head count is not known chooses, unless all packages are for every size.
 * @returns null where the occasion has no packages: it costs nothing.
 * @throws OCCASIONS_PACKAGE_UNKNOWN, OCCASIONS_PACKAGE_DOES_NOT_FIT, OCCASIONS_PACKAGE_CHOICE_NEEDED,
 * OCCASIONS_NO_PACKAGE_FITS, OCCASIONS_TOO_MANY_ROLES
 */
export function feeFor(
  packages: readonly PackageTerms[],
  employees: number | null,
  roles: number,
  packageId?: string | null,
): Fee | null {
  const at = { path: ['input', 'packageId'] };
  if (packageId == null && packages.length === 0) return null;
  const terms =
    packageId == null ? onlyOne(packages, employees) : packages.find(({ id }) => id === packageId);
  if (!terms) throw packageUnknown({ id: packageId! }, at);
  if (employees !== null && !isForSize(terms, employees))
    throw packageDoesNotFit({ id: terms.id, employees }, at);
  const amount = (cents(terms.amount) + furtherRolesCents(terms, roles)) / 100;
  return { packageId: terms.id, amount, currency: terms.currency };
}

/**
 * A fee after roles came or went: it changes by the further roles alone. What was agreed on joining stays, whatever
 * has become of the package's price.
 * @throws OCCASIONS_TOO_MANY_ROLES
 */
export function feeAfter(
  terms: PackageTerms,
  amount: number,
  rolesBefore: number,
  rolesAfter: number,
): number {
  const further = furtherRolesCents(terms, rolesAfter) - centsOf(terms, furtherRoles(terms, rolesBefore));
  // After a rise of the price for further roles, giving them back may not pay out more than they cost.
  return Math.max(0, cents(amount) + further) / 100;
}

function onlyOne(packages: readonly PackageTerms[], employees: number | null): PackageTerms {
  const fitting = packages.filter(
    (terms) => isForAll(terms) || (employees !== null && isForSize(terms, employees)),
  );
  const choice = employees === null && !packages.every(isForAll) ? packages : fitting;
  if (choice.length > 1 || (employees === null && choice !== fitting))
    throw packageChoiceNeeded({ packages: choice.map(({ id }) => id) }, { path: ['input', 'packageId'] });
  if (!choice[0]) throw noPackageFits({ employees: employees ?? 0 });
  return choice[0];
}

/** Roles beyond those that the package includes. */
const furtherRoles = ({ rolesIncluded }: PackageTerms, roles: number): number =>
  rolesIncluded == null ? 0 : Math.max(0, roles - rolesIncluded);

const centsOf = ({ furtherRoleAmount }: PackageTerms, further: number): number =>
  further * cents(furtherRoleAmount ?? 0);

/** Money is added in whole cents, which floating point keeps exact. */
const cents = (amount: number): number => Math.round(amount * 100);

function furtherRolesCents(terms: PackageTerms, roles: number): number {
  const further = furtherRoles(terms, roles);
  if (further > 0 && terms.furtherRoleAmount == null)
    throw tooManyRoles({ roles, included: roles - further }, { path: ['input', 'roleIds'] });
  return centsOf(terms, further);
}
