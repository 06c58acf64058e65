import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { permits, type Context } from '../access/index.ts';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { createOrganisation, editOrganisation, withdrawOrganisation } from './change-organisation.ts';
import { OrganisationFilter, OrganisationInput } from './organisation.input.ts';
import { OrganisationConnection, OrganisationType, toOrganisationType } from './organisation.type.ts';
import { listOrganisations, readOrganisation } from './read-organisation.ts';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Query(() => OrganisationType, { description: 'One organisation.' })
  async organisation(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<OrganisationType> {
    return toOrganisationType(await readOrganisation(context, id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where it is written to. For itself, whoever represents it, organisers and operators; null for others.',
  })
  contactEmail(@Ctx() { actor }: Context, @Root() organisation: OrganisationType): string | null {
    const { id: organisationId, representedById, ownContactEmail } = organisation;
    return permits(actor, 'organisation:contact', { organisationId, representedById })
      ? ownContactEmail
      : null;
  }

  @Query(() => OrganisationConnection, { description: 'Organisations that have not left, by name.' })
  async organisations(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrganisationFilter, { nullable: true }) filter?: OrganisationFilter,
  ): Promise<ConnectionShape<OrganisationType>> {
    return toConnection(await listOrganisations(context, filter ?? {}, page), toOrganisationType);
  }

  @Mutation(() => OrganisationType, { description: 'Adds an organisation. Operators only.' })
  async createOrganisation(
    @Ctx() context: Context,
    @Arg('input', () => OrganisationInput) input: OrganisationInput,
  ): Promise<OrganisationType> {
    return toOrganisationType(await createOrganisation(context, input));
  }

  @Mutation(() => OrganisationType, { description: 'Replaces the description of an organisation.' })
  async editOrganisation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => OrganisationInput) input: OrganisationInput,
  ): Promise<OrganisationType> {
    return toOrganisationType(await editOrganisation(context, id, version, input));
  }

  @Mutation(() => OrganisationType, {
    description: 'Takes an organisation out of every list and its roles out of every ranking.',
  })
  async withdrawOrganisation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<OrganisationType> {
    return toOrganisationType(await withdrawOrganisation(context, id));
  }
}
