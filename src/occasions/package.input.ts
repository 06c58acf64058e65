import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { checks, isId } from '../kernel/index.ts';

const amount = z.number().min(0).max(1_000_000_000).multipleOf(0.01, 'is finer than a cent');
const headCount = z.int().min(0).max(10_000_000).nullish();

/** What must hold of a package, from whichever side it comes. */
const packageData = z
  .object({
    id: z.string().refine(isId, 'is no UUID').nullish(),
    name: z.string().trim().min(1, 'is empty').max(200),
    amount,
    currency: checks.currency,
    includes: z.array(z.string().trim().min(1, 'is empty').max(300)).max(40).default([]),
    employeesFrom: headCount,
    employeesTo: headCount,
    rolesIncluded: z.int().min(0).max(1000).nullish(),
    furtherRoleAmount: amount.nullish(),
  })
  .refine(({ employeesFrom: from, employeesTo: to }) => from == null || to == null || from <= to, {
    error: 'is below employeesFrom',
    path: ['employeesTo'],
  })
  .refine(({ rolesIncluded, furtherRoleAmount }) => rolesIncluded != null || furtherRoleAmount == null, {
    error: 'is given, but any number of roles is included',
    path: ['furtherRoleAmount'],
  });

/** What must hold of the packages of an occasion. */
export const packagesData = z
  .array(packageData)
  .max(40)
  .refine((packages) => {
    const ids = packages.flatMap(({ id }) => id ?? []);
    return new Set(ids).size === ids.length;
  }, 'names a package twice');

export type PackageData = z.output<typeof packageData>;

@InputType({ description: 'What an employer pays, what it buys, and for whom it is meant.' })
export class PackageInput {
  @Field(() => ID, { nullable: true, description: 'Of a package that exists and is to be changed.' })
  id?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217, such as EUR.' })
  currency!: string;

  @Field(() => [String], { defaultValue: [], description: 'What it includes: help with adverts, a stand.' })
  includes!: string[];

  @Field(() => Int, { nullable: true, description: 'For employers of so many or more.' })
  employeesFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'For employers of so many or fewer.' })
  employeesTo?: number | null;

  @Field(() => Int, { nullable: true, description: 'Roles in the amount; left out, any number.' })
  rolesIncluded?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What each further role costs; left out, there can be none.',
  })
  furtherRoleAmount?: number | null;
}
