import type { Document } from '../../documents/index.ts';
import type { Organisation } from '../../organisations/index.ts';
import type { Engagement } from '../../kernel/index.ts';
import type { Role } from '../../roles/index.ts';
import { textHtml } from '../words/index.ts';

/** What `employmentType` says best; `tandem:engagement` says it exactly. */
const EMPLOYMENT_TYPES: Readonly<Record<Engagement, string>> = {
  PERMANENT: 'FULL_TIME',
  FIXED_TERM: 'TEMPORARY',
  INTERNSHIP: 'INTERN',
  THESIS: 'INTERN',
  LOAN: 'CONTRACTOR',
};

/** What the keys with the prefix `tandem:` are short for. */
const CONTEXT = ['https://schema.org', { tandem: 'https://tandem.invalid/terms#' }];

/**
 * A role as a JobPosting. `description` is HTML, for job boards; `tandem:descriptionText` is the text as it is.
 * `proxies` are the organisations that represent the employer, nearest first.
 */
export function roleToPosting(
  role: Role,
  description: Pick<Document, 'language' | 'text'>,
  employer: Organisation,
  proxies: readonly Organisation[],
): object {
  return {
    '@context': CONTEXT,
    '@type': 'JobPosting',
    '@id': `urn:uuid:${role.id}`,
    identifier: { '@type': 'PropertyValue', name: 'Tandem', value: role.id },
    title: role.title,
    description: textHtml(description.text),
    inLanguage: description.language,
    hiringOrganization: organisationNode(employer, proxies),
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: role.country,
        addressRegion: role.region ?? undefined,
        addressLocality: role.city ?? undefined,
      },
      geo:
        role.latitude == null
          ? undefined
          : { '@type': 'GeoCoordinates', latitude: role.latitude, longitude: role.longitude },
    },
    jobLocationType: role.remote ? 'TELECOMMUTE' : undefined,
    applicantLocationRequirements: role.remote ? { '@type': 'Country', name: role.country } : undefined,
    employmentType: EMPLOYMENT_TYPES[role.engagement],
    industry: role.sector,
    occupationalCategory:
      role.occupation == null
        ? undefined
        : { '@type': 'CategoryCode', inCodeSet: 'ISCO-08', codeValue: role.occupation },
    skills: role.mustHave,
    totalJobOpenings: role.openings,
    baseSalary: salaryNode(role),
    jobStartDate: role.startBy ?? undefined,
    validThrough: role.withdrawnAt?.toISOString(),
    'tandem:sector': role.sector,
    'tandem:engagement': role.engagement,
    'tandem:workingLanguages': Object.entries(role.workingLanguages).map(([language, level]) => ({
      language,
      level,
    })),
    'tandem:englishAccepted': role.englishAccepted,
    'tandem:mustHave': role.mustHave,
    'tandem:niceToHave': role.niceToHave,
    'tandem:permitSupport': role.permitSupport ?? undefined,
    'tandem:licence': role.licenceProfession
      ? { profession: role.licenceProfession, country: role.licenceTerritory, needed: role.licenceNeeded }
      : undefined,
    'tandem:descriptionText': description.text,
  };
}

function organisationNode(organisation: Organisation, proxies: readonly Organisation[]): object {
  const [proxy, ...further] = proxies;
  return {
    '@type': 'Organization',
    '@id': `urn:uuid:${organisation.id}`,
    name: organisation.name,
    address: {
      '@type': 'PostalAddress',
      addressCountry: organisation.country,
      addressRegion: organisation.region ?? undefined,
    },
    numberOfEmployees:
      organisation.employees == null
        ? undefined
        : { '@type': 'QuantitativeValue', value: organisation.employees },
    email: organisation.contactEmail ?? undefined,
    'tandem:contactLanguage': organisation.contactLanguage,
    'tandem:kind': organisation.kind,
    'tandem:representedBy': proxy && organisationNode(proxy, further),
  };
}

const salaryNode = (role: Role): object | undefined =>
  role.salaryCurrency == null
    ? undefined
    : {
        '@type': 'MonetaryAmount',
        currency: role.salaryCurrency,
        value: {
          '@type': 'QuantitativeValue',
          minValue: role.salaryMin ?? undefined,
          maxValue: role.salaryMax ?? undefined,
          unitText: role.salaryPeriod ?? undefined,
        },
      };
