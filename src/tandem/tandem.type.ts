import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { SectorEnum, type Sector } from '../roles/index.ts';
import { TANDEM_STATES, type TandemState } from './tandem-life.ts';
import type { Couple } from './tandem.repository.ts';

const TandemStateEnum = graphqlEnum('TandemState', TANDEM_STATES, 'How far a tandem has come.', {
  PROPOSED: 'An invitation code waits to be used.',
  STANDING: 'The two are searched for together.',
});

@ObjectType('TandemPartner', { description: 'One of the two in a tandem.' })
export class TandemPartnerType {
  @Field(() => ID)
  talentId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is you.' })
  you!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this one agrees that employers learn of the tandem; they do once both agree.',
  })
  disclosed!: boolean;

  @Field(() => SectorEnum, {
    nullable: true,
    description: 'What this one says to look for; null where `disclosed` is false.',
  })
  sector!: Sector | null;

  @Field(() => String, { nullable: true, description: 'The same as an ISCO-08 unit group, such as 2221.' })
  occupation!: string | null;
}

@ObjectType('Tandem', {
  description: 'Two talents who are searched for together: for the two of them, organisers and operators.',
})
export class TandemType {
  @Field(() => ID)
  id!: string;

  @Field(() => TandemStateEnum)
  state!: TandemState;

  @Field(() => Boolean, { description: 'Whether meetings of the two are to avoid the same slot.' })
  avoidSameSlot!: boolean;

  @Field(() => Boolean, { description: 'Whether employers learn of the tandem: both agree.' })
  disclosed!: boolean;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'From when on the invitation code opens nothing; null once it was used.',
  })
  expiresAt!: Date | null;

  @Field(() => [TandemPartnerType], { description: 'Whoever invited, and whoever joined.' })
  partners!: TandemPartnerType[];

  @Field(() => Int, { description: 'Send it back with a change: a change to an older version is refused.' })
  version!: number;
}

export const TandemConnection = connectionOf('Tandem', () => TandemType);

@ObjectType({ description: 'An invitation as whoever made it gets it, once.' })
export class PartnerInvitation {
  @Field(() => TandemType)
  tandem!: TandemType;

  @Field(() => String, {
    description: 'Give it to your partner. It is shown this once, works once, and for 14 days.',
  })
  code!: string;
}

@ObjectType({ description: 'An invitation as whoever holds its code sees it.' })
export class TandemInvitation {
  @Field(() => String, { description: 'The name of whoever invites you.' })
  invitedBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'From when on the code opens nothing.' })
  expiresAt!: Date;
}

@ObjectType({
  description: 'What may be read of somebody’s partner, who too looks for work: what the partner said.',
})
export class DisclosedPartner {
  @Field(() => SectorEnum)
  sector!: Sector;

  @Field(() => String, { nullable: true, description: 'ISCO-08 unit group, such as 2221.' })
  occupation!: string | null;
}

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

/** The public shape of a tandem. `names` by talent. */
export const toTandemType = (
  { tandem, partners }: Couple,
  names: ReadonlyMap<string, string>,
  readerId: string,
): TandemType => ({
  id: tandem.id,
  state: tandem.state,
  avoidSameSlot: tandem.avoidSameSlot,
  disclosed: partners.length === 2 && partners.every(({ disclosedAt }) => disclosedAt != null),
  expiresAt: tandem.state === 'PROPOSED' ? tandem.expiresAt : null,
  partners: partners.map(({ talentId, disclosedAt, sector, occupation }) => ({
    talentId,
    name: names.get(talentId)!,
    you: talentId === readerId,
    disclosed: disclosedAt != null,
    sector: sector ?? null,
    occupation: occupation ?? null,
  })),
  version: tandem.version,
});
