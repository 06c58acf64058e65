import { Field, Float, InputType } from 'type-graphql';
import { z } from 'zod';
import { checks } from '../../kernel/index.ts';

/**
 * The floor for each partner where none is named: one chance in ten that the two sides want to meet. Below it a pair
 * is no joint solution, whatever the other's role is worth.
 */
export const USUAL_MINIMUM = 0.1;

/** Half the Earth's circumference is 20,015 km; nobody commutes a tenth of it. */
const FARTHEST_KM = 2000;

/** What must hold of a filter of joint matches. */
export const jointFilter = z.strictObject({
  country: checks.country.nullish(),
  region: checks.region.nullish(),
  minimum: z.number().min(0).max(1).nullish(),
  maxKm: z.number().min(0).max(FARTHEST_KM).nullish(),
  englishAccepted: z.boolean().nullish(),
  sameEmployer: z.boolean().nullish(),
});

export type JointFilter = z.output<typeof jointFilter>;

@InputType({ description: 'Narrows joint matches; what is left out does not.' })
export class TandemMatchFilter {
  @Field(() => String, { nullable: true, description: 'Both roles are in it. ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Both roles are in it, or are done from home in its country. ISO 3166-2.',
  })
  region?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: `The least score that each of the two has with their role, in [0, 1]; ${USUAL_MINIMUM} where it is left out.`,
  })
  minimum?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `How many kilometres the two work places may be apart, at most ${FARTHEST_KM}; left out, as far as both say that they travel, added up.`,
  })
  maxKm?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: both roles accept English. False: neither says so.',
  })
  englishAccepted?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: the two roles are with different employers. True: with one. Left out: either.',
  })
  sameEmployer?: boolean | null;
}
