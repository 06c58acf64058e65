import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { Context } from '../access/index.ts';
import { OrganisationType, readOrganisation, toOrganisationType } from '../organisations/index.ts';
import {
  concealIdentity,
  discloseIdentity,
  disclosuresOf,
  type DisclosureState,
} from './disclose-identity.ts';
import { TalentType } from './talent.type.ts';

@ObjectType('IdentityDisclosure', {
  description: 'That an organisation may know who a talent is: name, e-mail, household and the whole CV.',
})
export class DisclosureType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLDateTimeISO)
  disclosedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was taken back; null if it was not.',
  })
  withdrawnAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether it counts now: not taken back, and the consent to be matched on which it stands has not ended.',
  })
  stands!: boolean;

  organisationId!: string;
}

const toDisclosureType = ({ disclosure, stands }: DisclosureState): DisclosureType => ({
  id: disclosure.id,
  organisationId: disclosure.organisationId,
  disclosedAt: disclosure.disclosedAt,
  withdrawnAt: disclosure.withdrawnAt ?? null,
  stands,
});

@Resolver(() => DisclosureType)
export class DisclosureResolver {
  @FieldResolver(() => OrganisationType, { description: 'Who may know; whoever represents it may too.' })
  async organisation(@Ctx() context: Context, @Root() disclosure: DisclosureType): Promise<OrganisationType> {
    return toOrganisationType(await readOrganisation(context, disclosure.organisationId));
  }

  @Mutation(() => DisclosureType, {
    description: 'Lets an organisation know who a talent is. By the talent or an organiser; needs consent.',
  })
  async discloseIdentity(
    @Ctx() context: Context,
    @Arg('talentId', () => ID) talentId: string,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<DisclosureType> {
    const disclosure = await discloseIdentity(context, talentId, organisationId);
    return toDisclosureType({ disclosure, stands: true });
  }

  @Mutation(() => DisclosureType, {
    nullable: true,
    description: 'Hides a talent from an organisation again, from the next query on. Null if nothing stood.',
  })
  async concealIdentity(
    @Ctx() context: Context,
    @Arg('talentId', () => ID) talentId: string,
    @Arg('organisationId', () => ID) organisationId: string,
  ): Promise<DisclosureType | null> {
    const disclosure = await concealIdentity(context, talentId, organisationId);
    return disclosure && toDisclosureType({ disclosure, stands: false });
  }
}

@Resolver(() => TalentType)
export class TalentDisclosureResolver {
  @FieldResolver(() => [DisclosureType], {
    description:
      'To whom the identity is or was shown, oldest first. For the talent, organisers and operators.',
  })
  async disclosures(@Ctx() context: Context, @Root() talent: TalentType): Promise<DisclosureType[]> {
    return (await disclosuresOf(context, talent.id)).map(toDisclosureType);
  }
}
