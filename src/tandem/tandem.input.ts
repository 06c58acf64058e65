import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { checks } from '../kernel/index.ts';
import { SectorEnum, SECTORS, type Sector } from '../roles/index.ts';

/** What must hold of how two want to be searched for. */
export const preferences = z.strictObject({ avoidSameSlot: z.boolean().default(false) });

/** What must hold of what one says of oneself as somebody's partner. */
export const disclosureData = z.strictObject({
  sector: z.enum(SECTORS),
  occupation: checks.occupation.nullish(),
});

@InputType({ description: 'How two partners want to be searched for.' })
export class TandemPreferences {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Meetings of the two avoid the same slot, for instance because of a child.',
  })
  avoidSameSlot!: boolean;
}

@InputType({
  description: 'What employers of your partner’s roles read of you: nothing else of your profile.',
})
export class TandemDisclosureInput {
  @Field(() => SectorEnum, { description: 'In which sector you look for work.' })
  sector!: Sector;

  @Field(() => String, { nullable: true, description: 'As what: ISCO-08 unit group, such as 2221.' })
  occupation?: string | null;
}
