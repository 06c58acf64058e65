import { Field, Float, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { checks, isId } from '../kernel/index.ts';
import { SectorEnum, SECTORS, type Sector } from '../roles/index.ts';

/** What must hold of a mission's own data, from whichever side it comes. */
export const missionData = z.object({
  sectors: z
    .array(z.enum(SECTORS))
    .max(SECTORS.length)
    .refine((sectors) => new Set(sectors).size === sectors.length, 'names a sector twice'),
  funders: z
    .array(
      z.object({
        name: z.string().trim().min(1, 'is empty').max(200),
        organisationId: z.string().refine(isId, 'is no UUID').nullish(),
        amount: z.number().min(0).max(1e12).multipleOf(0.01),
        currency: checks.currency,
      }),
    )
    .max(50),
});

@InputType({ description: 'Who pays for a mission besides the employers’ fees.' })
export class FunderInput {
  @Field(() => String)
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The same in Tandem, if it is there.' })
  organisationId?: string | null;

  @Field(() => Float, { description: 'Units of the currency, to the cent.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;
}

@InputType({ description: 'What a mission has beside its occasion.' })
export class MissionInput {
  @Field(() => [SectorEnum], {
    description: 'The shortage sectors it recruits for; several for a global campaign.',
  })
  sectors!: Sector[];

  @Field(() => [FunderInput])
  funders!: FunderInput[];
}
