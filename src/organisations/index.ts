export { createOrganisation, editOrganisation, withdrawOrganisation } from './change-organisation.ts';
export { organisationContact, type Contact } from './organisation-contact.ts';
export {
  ORGANISATION_KINDS,
  OrganisationEntity,
  type Organisation,
  type OrganisationKind,
} from './organisation.entity.ts';
export { organisationData, type OrganisationData } from './organisation.input.ts';
export { organisationById, organisationsBy, type OrganisationSelection } from './organisation.repository.ts';
export { OrganisationResolver } from './organisation.resolver.ts';
export { OrganisationType, toOrganisationType } from './organisation.type.ts';
export { listOrganisations, readOrganisation } from './read-organisation.ts';
export { organisationUnknown, representationCircle } from './organisations.failures.ts';
