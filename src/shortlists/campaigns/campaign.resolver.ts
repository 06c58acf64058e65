import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../../graph/index.ts';
import { OrganisationType, readOrganisation, toOrganisationType } from '../../organisations/index.ts';
import { RoleType, toRoleType } from '../../roles/index.ts';
import { CampaignInput } from './campaign.input.ts';
import { campaignById } from './campaign.repository.ts';
import {
  CampaignConnection,
  CampaignShareType,
  CampaignType,
  SourceFiguresType,
  toCampaignType,
} from './campaign.type.ts';
import {
  bringRoles,
  createCampaign,
  editCampaign,
  inviteToCampaign,
  moveCampaign,
} from './change-campaign.ts';
import { listCampaigns, readCampaign, rolesOfCampaign, sharesOf, sourcesOf } from './read-campaigns.ts';

@Resolver(() => CampaignType)
export class CampaignResolver {
  @Query(() => CampaignType, { description: 'One campaign; a draft for its hosts and those they invite.' })
  async campaign(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<CampaignType> {
    return toCampaignType(await readCampaign(context, id));
  }

  @Query(() => CampaignConnection, { description: 'Campaigns that you may see, by their first day.' })
  async campaigns(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<CampaignType>> {
    return toConnection(await listCampaigns(context, page), toCampaignType);
  }

  @FieldResolver(() => [OrganisationType], { description: 'Who hosts it, the leading organisation first.' })
  async hosts(@Ctx() context: Context, @Root() campaign: CampaignType): Promise<OrganisationType[]> {
    const { hostIds } = await campaignById(context, campaign.id);
    const organisations: OrganisationType[] = [];
    for (const id of hostIds) organisations.push(toOrganisationType(await readOrganisation(context, id)));
    return organisations;
  }

  @FieldResolver(() => [RoleType], { description: 'The open roles that its employers bring.' })
  async roles(@Ctx() context: Context, @Root() campaign: CampaignType): Promise<RoleType[]> {
    return (await rolesOfCampaign(context, campaign.id)).map(toRoleType);
  }

  @FieldResolver(() => [CampaignShareType], {
    description: 'Its employers with their fees: all for hosts and operators, your own for employers.',
  })
  employers(@Ctx() context: Context, @Root() campaign: CampaignType): Promise<CampaignShareType[]> {
    return sharesOf(context, campaign.id);
  }

  @FieldResolver(() => [SourceFiguresType], {
    description: 'What came of each source of sign-ups, the largest first. For hosts and operators.',
  })
  sources(@Ctx() context: Context, @Root() campaign: CampaignType): Promise<SourceFiguresType[]> {
    return sourcesOf(context, campaign.id);
  }

  @Mutation(() => CampaignType, { description: 'Makes a draft of a campaign that your organisation leads.' })
  async createCampaign(
    @Ctx() context: Context,
    @Arg('hostIds', () => [ID], { description: 'Who hosts it: your organisation first, which leads.' })
    hostIds: string[],
    @Arg('input', () => CampaignInput) input: CampaignInput,
  ): Promise<CampaignType> {
    return toCampaignType(await createCampaign(context, hostIds, input));
  }

  @Mutation(() => CampaignType, { description: 'Replaces the description of a campaign.' })
  async editCampaign(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => CampaignInput) input: CampaignInput,
  ): Promise<CampaignType> {
    return toCampaignType(await editCampaign(context, id, version, input));
  }

  @Mutation(() => CampaignType, { description: 'Begins a campaign: talents may sign up.' })
  async runCampaign(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CampaignType> {
    return toCampaignType(await moveCampaign(context, id, version, 'run'));
  }

  @Mutation(() => CampaignType, { description: 'Ends signing up; screening and shortlists go on.' })
  async closeCampaign(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<CampaignType> {
    return toCampaignType(await moveCampaign(context, id, version, 'close'));
  }

  @Mutation(() => CampaignType, { description: 'Calls a campaign off; takes a reason.' })
  async cancelCampaign(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<CampaignType> {
    return toCampaignType(await moveCampaign(context, id, version, 'cancel', reason));
  }

  @Mutation(() => CampaignType, { description: 'Asks an employer to take part. By a host.' })
  async inviteToCampaign(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('employerId', () => ID) employerId: string,
  ): Promise<CampaignType> {
    return toCampaignType(await inviteToCampaign(context, id, employerId));
  }

  @Mutation(() => CampaignType, {
    description: 'Brings roles of an invited employer to a campaign. By the employer or its proxy.',
  })
  async bringRoles(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('roleIds', () => [ID]) roleIds: string[],
  ): Promise<CampaignType> {
    return toCampaignType(await bringRoles(context, id, roleIds));
  }
}
