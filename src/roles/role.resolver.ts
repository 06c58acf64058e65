import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { PageArguments, toConnection, WrittenText, type ConnectionShape } from '../graph/index.ts';
import { OrganisationType, readOrganisation, toOrganisationType } from '../organisations/index.ts';
import { createRole, editRole, withdrawRole } from './change-role.ts';
import { listRoles, readDescription, readRole } from './read-role.ts';
import { RoleFilter, RoleInput } from './role.input.ts';
import { RoleConnection, RoleType, toRoleType } from './role.type.ts';

@Resolver(() => RoleType)
export class RoleResolver {
  @Query(() => RoleType, { description: 'One role.' })
  async role(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<RoleType> {
    return toRoleType(await readRole(context, id));
  }

  @Query(() => RoleConnection, { description: 'Open roles, by title.' })
  async roles(
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => RoleFilter, { nullable: true }) filter?: RoleFilter,
  ): Promise<ConnectionShape<RoleType>> {
    return toConnection(await listRoles(context, filter ?? {}, page), toRoleType);
  }

  @FieldResolver(() => WrittenText, { description: 'The job description.', complexity: 5 })
  description(@Ctx() context: Context, @Root() role: RoleType): Promise<WrittenText> {
    return readDescription(context, role.id);
  }

  @FieldResolver(() => OrganisationType, { description: 'Who offers it.' })
  async employer(@Ctx() context: Context, @Root() role: RoleType): Promise<OrganisationType> {
    return toOrganisationType(await readOrganisation(context, role.employerId));
  }

  @Mutation(() => RoleType, {
    description: 'Adds a role for your organisation, or for one that it represents.',
  })
  async createRole(
    @Ctx() context: Context,
    @Arg('input', () => RoleInput) input: RoleInput,
  ): Promise<RoleType> {
    return toRoleType(await createRole(context, input));
  }

  @Mutation(() => RoleType, { description: 'Replaces a role.' })
  async editRole(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => RoleInput) input: RoleInput,
  ): Promise<RoleType> {
    return toRoleType(await editRole(context, id, version, input));
  }

  @Mutation(() => RoleType, { description: 'Closes a role: it is in no list and no ranking any more.' })
  async withdrawRole(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<RoleType> {
    return toRoleType(await withdrawRole(context, id));
  }
}
