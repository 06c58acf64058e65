import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../../graph/index.ts';
import { identified, readTalent, TalentType, toTalentType } from '../../talents/index.ts';
import { EntryType, toEntryType } from '../entry.type.ts';
import { readEntry } from '../read-shortlists.ts';
import { ScreeningInput } from './campaign.input.ts';
import { handOverLead } from './hand-over.ts';
import {
  claimNextSignUp,
  decideSignUp,
  listSignUps,
  matchesOfSignUp,
  reconsiderSignUp,
  returnSignUp,
  type Decision,
} from './screening.ts';
import type { SignUpState } from './sign-up.entity.ts';
import { mySignUps, signUp, withdrawSignUp } from './sign-up.ts';
import {
  DecisionEnum,
  LeadMatch,
  MySignUp,
  SignUpConnection,
  SignUpStateEnum,
  SignUpType,
  toLeadMatch,
  toMySignUp,
  toSignUpType,
} from './sign-up.type.ts';

@Resolver(() => SignUpType)
export class SignUpResolver {
  @Query(() => [MySignUp], { description: 'The sign-ups of the talent behind the token, newest first.' })
  async mySignUps(@Ctx() context: Context): Promise<MySignUp[]> {
    return (await mySignUps(context)).map(toMySignUp);
  }

  @Query(() => SignUpConnection, {
    description: 'Who signed up for a campaign, first come first; for its hosts.',
  })
  async signUps(
    @Ctx() context: Context,
    @Arg('campaignId', () => ID) campaignId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('states', () => [SignUpStateEnum], { nullable: true, description: 'Left out: all.' })
    states?: SignUpState[] | null,
  ): Promise<ConnectionShape<SignUpType>> {
    const found = await listSignUps(context, campaignId, page, states);
    return toConnection(found, (one) => toSignUpType(one, context.actor.id));
  }

  @FieldResolver(() => TalentType, { description: 'Who it is.', complexity: 2 })
  async talent(@Ctx() context: Context, @Root() signedUp: SignUpType): Promise<TalentType> {
    const talent = await readTalent(context, signedUp.talentId);
    return toTalentType(talent, (await identified(context, [talent.id])).has(talent.id));
  }

  @FieldResolver(() => [LeadMatch], {
    description: 'Which roles of the campaign fit, best first; none with a failed condition.',
    complexity: 50,
  })
  async matches(@Ctx() context: Context, @Root() signedUp: SignUpType): Promise<LeadMatch[]> {
    return (await matchesOfSignUp(context, signedUp.id)).map(toLeadMatch);
  }

  @Mutation(() => MySignUp, {
    description: 'Signs the talent behind the token up for a running campaign; needs consent to be matched.',
  })
  async signUp(
    @Ctx() context: Context,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('source', () => String, {
      description: 'Where you come from, as your link says: letters, digits and hyphens, at most 40.',
    })
    source: string,
  ): Promise<MySignUp> {
    return toMySignUp(await signUp(context, campaignId, source));
  }

  @Mutation(() => MySignUp, { description: 'The talent behind the token takes a sign-up back.' })
  async withdrawSignUp(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<MySignUp> {
    return toMySignUp(await withdrawSignUp(context, id, version));
  }

  @Mutation(() => SignUpType, {
    nullable: true,
    description:
      'Claims the sign-up that has waited longest, for you alone and two hours; the one you hold, if any. Null when nobody waits.',
  })
  async claimNextSignUp(
    @Ctx() context: Context,
    @Arg('campaignId', () => ID) campaignId: string,
  ): Promise<SignUpType | null> {
    const claimed = await claimNextSignUp(context, campaignId);
    return claimed && toSignUpType(claimed, context.actor.id);
  }

  @Mutation(() => SignUpType, { description: 'Gives a claim back: the sign-up keeps its place.' })
  async returnSignUp(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<SignUpType> {
    return toSignUpType(await returnSignUp(context, id, version), context.actor.id);
  }

  @Mutation(() => SignUpType, { description: 'A named person decides on a sign-up that you have claimed.' })
  async decideSignUp(
    @Ctx() context: Context,
    @Arg('decision', () => DecisionEnum) decision: Decision,
    @Arg('input', () => ScreeningInput) input: ScreeningInput,
  ): Promise<SignUpType> {
    return toSignUpType(await decideSignUp(context, decision, input), context.actor.id);
  }

  @Mutation(() => SignUpType, {
    description: 'Takes POOL or DECLINED back: into the queue at the old place.',
  })
  async reconsiderSignUp(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<SignUpType> {
    return toSignUpType(await reconsiderSignUp(context, id, version), context.actor.id);
  }

  @Mutation(() => [EntryType], {
    description:
      'Hands a lead to the shortlists of roles of the campaign; makes a list where a role has none.',
  })
  async handOverLead(
    @Ctx() context: Context,
    @Arg('signUpId', () => ID) signUpId: string,
    @Arg('roleIds', () => [ID]) roleIds: string[],
  ): Promise<EntryType[]> {
    const entries: EntryType[] = [];
    for (const { id } of await handOverLead(context, signUpId, roleIds))
      entries.push(toEntryType(await readEntry(context, id)));
    return entries;
  }
}
