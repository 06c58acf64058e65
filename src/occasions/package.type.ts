import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Package } from './package.entity.ts';

@ObjectType('Package', { description: 'What an employer pays, what it buys, and for whom it is meant.' })
export class PackageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => [String])
  includes!: string[];

  @Field(() => Int, { nullable: true, description: 'For employers of so many or more.' })
  employeesFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'For employers of so many or fewer.' })
  employeesTo!: number | null;

  @Field(() => Int, { nullable: true, description: 'Roles in the amount; null: any number.' })
  rolesIncluded!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What each further role costs; null: there can be none.',
  })
  furtherRoleAmount!: number | null;
}

/** The public shape of a stored package. */
export const toPackageType = (stored: Package): PackageType => ({
  id: stored.id,
  name: stored.name,
  amount: stored.amount,
  currency: stored.currency,
  includes: stored.includes,
  employeesFrom: stored.employeesFrom ?? null,
  employeesTo: stored.employeesTo ?? null,
  rolesIncluded: stored.rolesIncluded ?? null,
  furtherRoleAmount: stored.furtherRoleAmount ?? null,
});
