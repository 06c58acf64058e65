import { derivedId } from '../../kernel/index.ts';
import { roleInput } from '../../roles/index.ts';
import { inTermsOf, type Place } from '../check-record.ts';
import { recordInvalid } from '../exchange.failures.ts';
import type { Mapped } from '../prepared.ts';
import { stableDigest } from '../stable-digest.ts';
import { languageCode, textLanguage } from '../words/index.ts';
import { addressOf, type Address } from './address.ts';
import { engagementOf } from './engagement.ts';
import { identityOf, isNode, numberOf, ownOf, textOf, typesOf, valuesOf, type Node } from './node.ts';
import { occupationOf } from './occupation.ts';
import { organisationReference } from './organization.ts';
import { descriptionText, postingText } from './posting-text.ts';
import { salaryOf } from './salary.ts';
import { sectorOf } from './sector.ts';
import { skillsOf } from './skills.ts';

/** Where each field of a role comes from, unless Tandem's own property gave it. */
const SOURCES: Readonly<Record<string, Place>> = {
  country: ['jobLocation', 'address', 'addressCountry'],
  region: ['jobLocation', 'address', 'addressRegion'],
  city: ['jobLocation', 'address', 'addressLocality'],
  occupation: ['occupationalCategory'],
  mustHave: ['skills'],
  openings: ['totalJobOpenings'],
  salary: ['baseSalary'],
  startBy: ['jobStartDate'],
};

/** Stands in until the employer is known; every role is checked with it and written with another. */
const EMPLOYER_TO_COME = derivedId('employer', 'to come');

export const isPosting = (node: Node): boolean => typesOf(node).includes('JobPosting');

/**
 * A JobPosting as a role.
 * @throws EXCHANGE_RECORD_INVALID, DOCUMENTS_TEXT_…
 */
export function postingToRole(posting: Node, now: Date): Mapped {
  const notes: string[] = [];
  const where = locationOf(posting, notes);
  const employer = organisationReference(
    valuesOf(posting, 'hiringOrganization')[0],
    ['hiringOrganization'],
    notes,
    where.country,
  );
  const country = where.country ?? employer.data?.country;
  if (country === undefined)
    throw recordInvalid({ problem: 'is missing', more: 0 }, { path: SOURCES['country']! });
  const given = (field: string, otherwise: () => unknown) => ownOf(posting, field) ?? otherwise();
  const input = {
    employerId: EMPLOYER_TO_COME,
    title: textOf(posting, 'title') ?? textOf(posting, 'name'),
    country,
    region: where.region,
    city: where.city,
    sector: given('sector', () => sectorOf(posting, notes)),
    occupation: occupationOf(posting, notes),
    engagement: given('engagement', () => engagementOf(posting, notes)),
    workingLanguages: given('workingLanguages', () => undefined),
    englishAccepted: given('englishAccepted', () => undefined),
    mustHave: given('mustHave', () => conditionsOf(posting, notes)),
    niceToHave: given('niceToHave', () => undefined),
    openings: numberOf(posting, 'totalJobOpenings'),
    salary: salaryOf(posting, notes),
    startBy: textOf(posting, 'jobStartDate')?.slice(0, 10),
    permitSupport: given('permitSupport', () => undefined),
    description: descriptionOf(posting, notes),
  };
  const { employerId: _, ...data } = inTermsOf(sourcesOf(posting), () => roleInput(input, []));
  const { id, identifier } = identityOf(posting);
  return {
    prepared: {
      kind: 'role',
      id,
      identifier: identifier ?? stableDigest(posting),
      employer,
      data,
      withdrawnAt: closedAt(posting, now),
    },
    notes,
  };
}

/** The first place of work, or the first country that applicants may work from. */
function locationOf(posting: Node, notes: string[]): Address {
  const [first, ...others] = valuesOf(posting, 'jobLocation');
  if (others.length > 0) notes.push('a posting names several places of work: the first is taken');
  if (first !== undefined) {
    if (!isNode(first)) throw recordInvalid({ problem: 'is no Place', more: 0 }, { path: ['jobLocation'] });
    return addressOf(first, ['jobLocation'], notes);
  }
  const from = textOf(posting, 'applicantLocationRequirements');
  return from === undefined
    ? { country: undefined, region: undefined, city: undefined }
    : addressOf({ addressCountry: from }, ['applicantLocationRequirements'], notes);
}

function conditionsOf(posting: Node, notes: string[]): string[] {
  const both = [...skillsOf(posting, 'skills', notes), ...skillsOf(posting, 'qualifications', notes)];
  return [...new Map(both.map((skill) => [skill.toLowerCase(), skill])).values()].slice(0, 40);
}

function descriptionOf(posting: Node, notes: string[]): { language: string; text: string } {
  const [stated] = valuesOf(posting, 'inLanguage').map((value) =>
    isNode(value) ? (textOf(value, 'alternateName') ?? textOf(value, 'name')) : String(value),
  );
  const kept = ownOf(posting, 'descriptionText');
  const { language, note } = textLanguage(
    stated === undefined ? undefined : (languageCode(stated) ?? stated),
    typeof kept === 'string' ? kept : descriptionText(posting),
  );
  if (note) notes.push(note);
  if (kept != null && typeof kept !== 'string')
    throw recordInvalid({ problem: 'is no text', more: 0 }, { path: ['tandem:descriptionText'] });
  return { language, text: kept ?? postingText(posting, language) };
}

/** When the posting ceased to be valid, if that is past. A date alone ends with its day in UTC. */
function closedAt(posting: Node, now: Date): Date | null {
  const given = textOf(posting, 'validThrough');
  if (given === undefined) return null;
  const end = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T23:59:59.999Z` : given);
  if (Number.isNaN(end.getTime()))
    throw recordInvalid({ problem: 'is no date such as 2026-11-21', more: 0 }, { path: ['validThrough'] });
  return end <= now ? end : null;
}

const OWN = [
  'sector',
  'engagement',
  'workingLanguages',
  'englishAccepted',
  'mustHave',
  'niceToHave',
  'permitSupport',
];

const sourcesOf = (posting: Node): Record<string, Place> => ({
  ...SOURCES,
  ...Object.fromEntries(
    OWN.filter((field) => ownOf(posting, field) != null || !SOURCES[field]).map((field): [string, Place] => [
      field,
      [`tandem:${field}`],
    ]),
  ),
  'description.text': [ownOf(posting, 'descriptionText') == null ? 'description' : 'tandem:descriptionText'],
});
