import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { DIGEST_SCORE, sendDigests } from './send-digests.ts';

@InputType({ description: 'To whom letters of new roles go.' })
class DigestInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'To those who signed up for this campaign, of its roles; left out, to everybody, by operators.',
  })
  campaignId?: string | null;

  @Field(() => Float, {
    defaultValue: DIGEST_SCORE,
    description: 'From which score on a role is worth a letter, in [0, 1].',
  })
  minimumScore?: number;

  @Field(() => ID, { nullable: true, description: 'Where to go on: `next` of the answer before.' })
  after?: string | null;
}

@ObjectType({ description: 'What became of one batch of letters.' })
class DigestBatchType {
  @Field(() => Int, { description: 'Talents looked at: who agreed, and had no letter this week.' })
  considered!: number;

  @Field(() => Int, { description: 'Talents who were written to.' })
  sent!: number;

  @Field(() => Int, { description: 'Talents whose CV the model has yet to read; looked at again next time.' })
  unread!: number;

  @Field(() => ID, { nullable: true, description: 'Where to go on; null when there are no more.' })
  next!: string | null;
}

@Resolver()
export class DigestResolver {
  @Mutation(() => DigestBatchType, {
    description:
      'Writes to talents with the consent DIGEST of new roles that match: at most once a week, no role twice. By hosts of a campaign, and operators.',
    complexity: 500,
  })
  sendDigests(
    @Ctx() context: Context,
    @Arg('input', () => DigestInput) input: DigestInput,
  ): Promise<DigestBatchType> {
    return sendDigests(context, input);
  }
}
