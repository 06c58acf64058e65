import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { OrganisationType, readOrganisation, toOrganisationType } from '../organisations/index.ts';
import { readRole, RoleType, toRoleType } from '../roles/index.ts';
import { answerOffer } from './answer-offer.ts';
import type { PlacementsContext } from './hosting.ts';
import { makeOffer } from './make-offer.ts';
import type { Offer } from './offer.entity.ts';
import {
  MilestoneInput,
  OfferAnswerInput,
  OfferFilter,
  OfferInput,
  PlacementEndInput,
} from './offer.input.ts';
import { OfferConnection, OfferType, toOfferType } from './offer.type.ts';
import { listOffers, readOffer, shownOffers } from './read-offers.ts';
import { endPlacement, recordMilestone } from './record-milestone.ts';
import { withdrawOffer } from './withdraw-offer.ts';

const shape = async (context: PlacementsContext, offer: Offer): Promise<OfferType> =>
  toOfferType((await shownOffers(context, [offer]))[0]!);

@Resolver(() => OfferType)
export class OfferResolver {
  @Query(() => OfferType, { description: 'One offer, or the hire that came of it.' })
  async offer(@Ctx() context: PlacementsContext, @Arg('id', () => ID) id: string): Promise<OfferType> {
    return shape(context, await readOffer(context, id));
  }

  @Query(() => OfferConnection, {
    description:
      "Offers and hires, newest first: your own as a talent; your organisation's, those of organisations that it represents, and those that came of occasions that it hosts.",
  })
  async offers(
    @Ctx() context: PlacementsContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OfferFilter, { nullable: true }) filter?: OfferFilter,
  ): Promise<ConnectionShape<OfferType>> {
    const found = await listOffers(context, filter ?? {}, page);
    const shown = await shownOffers(
      context,
      found.edges.map(({ node }) => node),
    );
    const edges = found.edges.map(({ cursor }, place) => ({ cursor, node: shown[place]! }));
    return toConnection({ ...found, edges }, toOfferType);
  }

  @FieldResolver(() => RoleType, { description: 'What is offered.' })
  async role(@Ctx() context: PlacementsContext, @Root() offer: OfferType): Promise<RoleType> {
    return toRoleType(await readRole(context, offer.roleId));
  }

  @FieldResolver(() => OrganisationType, { description: 'Who offers it.' })
  async employer(@Ctx() context: PlacementsContext, @Root() offer: OfferType): Promise<OrganisationType> {
    return toOrganisationType(await readOrganisation(context, offer.employerId));
  }

  @Mutation(() => OfferType, {
    description:
      'Offers a role to a talent. For its employer, by itself, its representative, or a host of the occasion in which it takes part.',
  })
  async makeOffer(
    @Ctx() context: PlacementsContext,
    @Arg('input', () => OfferInput) input: OfferInput,
  ): Promise<OfferType> {
    return shape(context, await makeOffer(context, input));
  }

  @Mutation(() => OfferType, {
    description: 'The talent accepts or declines. Accepting shows the employer who you are.',
  })
  async answerOffer(
    @Ctx() context: PlacementsContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => OfferAnswerInput) input: OfferAnswerInput,
  ): Promise<OfferType> {
    return shape(context, await answerOffer(context, id, input));
  }

  @Mutation(() => OfferType, { description: 'Takes an offer back before it is answered.' })
  async withdrawOffer(
    @Ctx() context: PlacementsContext,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { nullable: true, description: 'Both sides may read it.' })
    reason?: string | null,
  ): Promise<OfferType> {
    return shape(context, await withdrawOffer(context, id, reason));
  }

  @Mutation(() => OfferType, {
    description:
      'Records how far a hire has come, in order, or corrects it. The talent records the arrival, the other side everything.',
  })
  async recordMilestone(
    @Ctx() context: PlacementsContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => MilestoneInput) input: MilestoneInput,
  ): Promise<OfferType> {
    return shape(context, await recordMilestone(context, id, version, input));
  }

  @Mutation(() => OfferType, {
    description: 'Records that a hire ended early, by either side. The opening of the role is free again.',
  })
  async endPlacement(
    @Ctx() context: PlacementsContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => PlacementEndInput) input: PlacementEndInput,
  ): Promise<OfferType> {
    return shape(context, await endPlacement(context, id, input));
  }
}
