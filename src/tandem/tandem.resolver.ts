import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, rankedListCost, toConnection, type ConnectionShape } from '../graph/index.ts';
import { TalentEntity, TalentType } from '../talents/index.ts';
import { declineTandem, joinTandem, readInvitation } from './answer-invitation.ts';
import { concealTandem, discloseTandem, editTandem } from './change-tandem.ts';
import { endTandem, withdrawInvitation } from './end-tandem.ts';
import { invitePartner } from './invite-partner.ts';
import { TandemMatchFilter } from './joint/joint.input.ts';
import { JointMatchConnection, toJointConnection } from './joint/joint.type.ts';
import { tandemMatches } from './joint/tandem-matches.ts';
import { listTandems, myTandem } from './read-tandem.ts';
import { shownPartnerOf } from './shown-partners.ts';
import { TandemDisclosureInput, TandemPreferences } from './tandem.input.ts';
import type { Couple } from './tandem.repository.ts';
import {
  DisclosedPartner,
  PartnerInvitation,
  TandemConnection,
  TandemInvitation,
  TandemType,
  toTandemType,
} from './tandem.type.ts';

/** The names of the partners of some tandems, by talent. */
async function namesOf({ em }: Context, couples: readonly Couple[]): Promise<ReadonlyMap<string, string>> {
  const ids = couples.flatMap(({ partners }) => partners.map(({ talentId }) => talentId));
  const talents = await em.find(TalentEntity, { id: { $in: ids } });
  return new Map(talents.map(({ id, name }) => [id, name]));
}

/** One tandem in its public shape. */
const seen = async (context: Context, couple: Couple): Promise<TandemType> =>
  toTandemType(couple, await namesOf(context, [couple]), context.actor.id);

@Resolver(() => TandemType)
export class TandemResolver {
  @Query(() => TandemType, {
    nullable: true,
    description:
      'The standing tandem of the talent behind the token, or their open invitation; null for neither.',
  })
  async myTandem(@Ctx() context: Context): Promise<TandemType | null> {
    const couple = await myTandem(context);
    return couple && seen(context, couple);
  }

  @Query(() => TandemConnection, { description: 'Standing tandems, oldest first. Organisers and operators.' })
  async tandems(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<TandemType>> {
    const couples = await listTandems(context, page);
    const names = await namesOf(
      context,
      couples.edges.map(({ node }) => node),
    );
    return toConnection(couples, (couple) => toTandemType(couple, names, context.actor.id));
  }

  @Query(() => TandemInvitation, {
    description: 'Whose invitation a code is of, for the talent who got it: look before you join.',
  })
  async tandemInvitation(
    @Ctx() context: Context,
    @Arg('code', () => String) code: string,
  ): Promise<TandemInvitation> {
    const { name, expiresAt } = await readInvitation(context, code);
    return { invitedBy: name, expiresAt };
  }

  @Query(() => JointMatchConnection, {
    description:
      'Pairs of roles in one commuting area, one for each partner of a standing tandem, best first: for the two of them, and for organisers who name the tandem.',
    complexity: rankedListCost,
  })
  async tandemMatches(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => TandemMatchFilter, { nullable: true }) filter?: TandemMatchFilter,
    @Arg('tandemId', () => ID, { nullable: true }) tandemId?: string,
  ): Promise<JointMatchConnection> {
    return toJointConnection(await tandemMatches(context, page, filter ?? {}, tandemId));
  }

  @Mutation(() => PartnerInvitation, {
    description:
      'The talent behind the token invites a partner by a code to hand over. An earlier code opens nothing from then on.',
  })
  async invitePartner(
    @Ctx() context: Context,
    @Arg('input', () => TandemPreferences, { nullable: true }) input?: TandemPreferences,
  ): Promise<PartnerInvitation> {
    const { couple, code } = await invitePartner(context, input ?? {});
    return { tandem: await seen(context, couple), code };
  }

  @Mutation(() => TandemType, {
    description: 'The talent behind the token joins whoever gave them the code.',
  })
  async joinTandem(@Ctx() context: Context, @Arg('code', () => String) code: string): Promise<TandemType> {
    return seen(context, await joinTandem(context, code));
  }

  @Mutation(() => Boolean, { description: 'Says no to an invitation: its code opens nothing any more.' })
  async declineTandem(@Ctx() context: Context, @Arg('code', () => String) code: string): Promise<boolean> {
    await declineTandem(context, code);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes an invitation back: its code opens nothing any more.' })
  async withdrawTandemInvitation(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await withdrawInvitation(context, id);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Ends a standing tandem at once, by either of the two. Each keeps their own matches.',
  })
  async endTandem(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await endTandem(context, id);
    return true;
  }

  @Mutation(() => TandemType, { description: 'Changes how the two want to be searched for.' })
  async editTandem(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => TandemPreferences) input: TandemPreferences,
  ): Promise<TandemType> {
    return seen(context, await editTandem(context, id, version, input));
  }

  @Mutation(() => TandemType, {
    description:
      'Agrees that employers learn of the tandem, in these words of yours, once your partner agrees too.',
  })
  async discloseTandem(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => TandemDisclosureInput) input: TandemDisclosureInput,
  ): Promise<TandemType> {
    return seen(context, await discloseTandem(context, id, input));
  }

  @Mutation(() => TandemType, {
    description: 'No longer agrees: from the next query on no employer sees anything of the tandem.',
  })
  async concealTandem(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<TandemType> {
    return seen(context, await concealTandem(context, id));
  }
}

@Resolver(() => TalentType)
export class TalentTandemResolver {
  @FieldResolver(() => DisclosedPartner, {
    nullable: true,
    description:
      'That a partner looks for work too, and for what; never who it is. Null unless both agreed that employers learn of it.',
  })
  tandem(@Ctx() context: Context, @Root() talent: TalentType): Promise<DisclosedPartner | null> {
    return shownPartnerOf(context, talent.id);
  }
}
