import { Field, ObjectType } from 'type-graphql';
import { OrganisationType, toOrganisationType, type Organisation } from '../organisations/index.ts';

@ObjectType('OccasionHost', { description: 'An organisation that hosts an occasion.' })
export class OccasionHostType {
  @Field(() => OrganisationType)
  organisation!: OrganisationType;

  @Field(() => Boolean, { description: 'Whether it leads: it alone adds and removes hosts.' })
  leads!: boolean;
}

/** The public shape of the hosts of an occasion. */
export const toHostTypes = (
  hosts: readonly { organisation: Organisation; leads: boolean }[],
): OccasionHostType[] =>
  hosts.map(({ organisation, leads }) => ({ organisation: toOrganisationType(organisation), leads }));
