import type { EntityManager } from '../database/index.ts';
import type { TextLanguage } from '../kernel/index.ts';
import { OrganisationEntity } from './organisation.entity.ts';

/** Where an organisation is written to. */
export interface Contact {
  name: string;
  email: string;
  language: TextLanguage;
  /** The name of the organisation, where whoever represents it is written to in its place. */
  onBehalfOf?: string | undefined;
}

/** Where an organisation is written to: itself, else whoever represents it; null when neither has an address. */
export async function organisationContact(em: EntityManager, id: string): Promise<Contact | null> {
  const organisation = await em.findOne(OrganisationEntity, { id });
  if (!organisation) return null;
  const { name, contactEmail, contactLanguage, representedById } = organisation;
  if (contactEmail != null) return { name, email: contactEmail, language: contactLanguage };
  const proxy =
    representedById == null ? null : await em.findOne(OrganisationEntity, { id: representedById });
  if (proxy?.contactEmail == null) return null;
  return {
    name: proxy.name,
    email: proxy.contactEmail,
    language: proxy.contactLanguage,
    onBehalfOf: name,
  };
}
