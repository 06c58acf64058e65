import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import {
  CONSENT_PURPOSES,
  consentsOf,
  giveConsent,
  withdrawConsent,
  type Consent,
  type ConsentPurpose,
  type Context,
} from '../access/index.ts';
import { graphqlEnum } from '../graph/index.ts';
import { TalentType } from './talent.type.ts';

const ConsentPurposeEnum = graphqlEnum(
  'ConsentPurpose',
  CONSENT_PURPOSES,
  'What a talent can agree to, each apart from the others.',
  {
    MATCHING: 'To be ranked for roles and shown, without name, to the employers of these roles.',
    DIGEST: 'To be written to, at most once a week, about new roles that match.',
    TANDEM:
      'To be searched for and placed together with my partner; employers learn of the tandem only if both agree.',
  },
);

@ObjectType('Consent', { description: 'A consent from when it was given until it was withdrawn.' })
class ConsentType {
  @Field(() => ID)
  id!: string;

  @Field(() => ConsentPurposeEnum)
  purpose!: ConsentPurpose;

  @Field(() => GraphQLDateTimeISO)
  givenAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Null while it stands.' })
  withdrawnAt!: Date | null;
}

const toConsentType = ({ id, purpose, givenAt, withdrawnAt }: Consent): ConsentType => ({
  id,
  purpose,
  givenAt,
  withdrawnAt: withdrawnAt ?? null,
});

@Resolver(() => TalentType)
export class ConsentResolver {
  @FieldResolver(() => [ConsentType], {
    description: 'Every consent given, oldest first. For the talent, organisers and operators.',
  })
  async consents(@Ctx() context: Context, @Root() talent: TalentType): Promise<ConsentType[]> {
    return (await consentsOf(context, talent.id)).map(toConsentType);
  }

  @Mutation(() => ConsentType, { description: 'The talent behind the token agrees to a purpose.' })
  async giveConsent(
    @Ctx() context: Context,
    @Arg('purpose', () => ConsentPurposeEnum) purpose: ConsentPurpose,
  ): Promise<ConsentType> {
    return toConsentType(await giveConsent(context, context.actor.id, purpose));
  }

  @Mutation(() => ConsentType, {
    nullable: true,
    description:
      'The talent behind the token ends a consent, with effect from the next query on. Null if none stood.',
  })
  async withdrawConsent(
    @Ctx() context: Context,
    @Arg('purpose', () => ConsentPurposeEnum) purpose: ConsentPurpose,
  ): Promise<ConsentType | null> {
    const ended = await withdrawConsent(context, context.actor.id, purpose);
    return ended && toConsentType(ended);
  }
}
