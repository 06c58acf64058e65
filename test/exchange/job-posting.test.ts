import { describe, expect, test } from 'vitest';
import {
  isOrganization,
  isPosting,
  organizationToOrganisation,
  postingToRole,
} from '../../src/exchange/schema-org/index.ts';
import { NOW } from '../testkit/index.ts';

const POSTING = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  identifier: { '@type': 'PropertyValue', name: 'Norrälvens sjukhus', value: 'AKUT-7' },
  title: 'Sjuksköterska till akutmottagningen',
  description:
    '<p>Vi s&ouml;ker dig som &auml;r legitimerad och som trivs i skift.</p><ul><li>triage</li></ul>',
  hiringOrganization: {
    '@type': 'Organization',
    name: 'Norrälvens sjukhus',
    sameAs: 'https://norralven.example',
    numberOfEmployees: { '@type': 'QuantitativeValue', value: 1400 },
  },
  jobLocation: {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'Sweden',
      addressRegion: 'Västerbottens län',
      addressLocality: 'Skellefteå',
    },
  },
  employmentType: ['FULL_TIME', 'TEMPORARY'],
  occupationalCategory: '2221',
  skills: 'legitimerad sjuksköterska, akutsjukvård; EKG',
  qualifications: 'Du har minst två års erfarenhet av akutsjukvård och vill lära dig mer.',
  totalJobOpenings: 3,
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'sek',
    value: { '@type': 'QuantitativeValue', minValue: 34500, maxValue: '42500.505', unitText: 'MONTH' },
  },
  jobStartDate: '2027-06-01T00:00:00Z',
  eligibilityToWorkRequirement: 'Arbetstillstånd ordnas tillsammans.',
};

const roleOf = (record: Record<string, unknown>) => {
  const { prepared, notes } = postingToRole(record, NOW);
  if (prepared.kind !== 'role') throw new Error('a posting gave something else');
  return { ...prepared, notes };
};
const pathOf = (work: () => unknown): string => {
  try {
    work();
  } catch (failure) {
    return (failure as { path: unknown[] }).path.join('.');
  }
  return 'nothing thrown';
};

describe('a JobPosting', () => {
  test('gives the role in Tandem’s terms', () => {
    const { data, employer, withdrawnAt } = roleOf(POSTING);
    expect(data).toMatchObject({
      title: 'Sjuksköterska till akutmottagningen',
      country: 'SE',
      region: 'SE-AC',
      city: 'Skellefteå',
      sector: 'HEALTH_CARE',
      engagement: 'FIXED_TERM',
      mustHave: ['legitimerad sjuksköterska', 'akutsjukvård', 'EKG'],
      openings: 3,
      salary: { min: 34500, max: 42500.51, currency: 'SEK', period: 'MONTH' },
      startBy: '2027-06-01',
      workingLanguages: {},
      englishAccepted: false,
    });
    expect(data.permitSupport).toBeUndefined();
    expect(employer).toMatchObject({
      identifier: 'https://norralven.example',
      data: { name: 'Norrälvens sjukhus', kind: 'EMPLOYER', country: 'SE', employees: 1400 },
    });
    expect(withdrawnAt).toBeNull();
  });

  test('has a description of all that it says in words, in its language', () => {
    expect(roleOf(POSTING).data.description).toEqual({
      language: 'sv',
      text: [
        'Vi söker dig som är legitimerad och som trivs i skift.',
        '',
        '- triage',
        '',
        'Krav',
        'Du har minst två års erfarenhet av akutsjukvård och vill lära dig mer.',
        '',
        'Kompetenser',
        'legitimerad sjuksköterska, akutsjukvård; EKG',
        '',
        'Arbetstillstånd',
        'Arbetstillstånd ordnas tillsammans.',
      ].join('\n'),
    });
  });

  test('is led by Tandem’s own properties where it has them', () => {
    const { data } = roleOf({
      ...POSTING,
      'tandem:engagement': 'THESIS',
      'tandem:sector': 'IT',
      'tandem:workingLanguages': [{ language: 'sv', level: 'B2' }],
      'tandem:englishAccepted': true,
      'tandem:mustHave': ['legitimation'],
      'tandem:niceToHave': ['RETTS'],
      'tandem:permitSupport': true,
    });
    expect(data).toMatchObject({
      engagement: 'THESIS',
      sector: 'IT',
      workingLanguages: { sv: 'B2' },
      englishAccepted: true,
      mustHave: ['legitimation'],
      niceToHave: ['RETTS'],
      permitSupport: true,
    });
  });

  test.each([
    ['FULL_TIME', 'PERMANENT'],
    [['PART_TIME'], 'PERMANENT'],
    ['Full-time, Internship', 'INTERNSHIP'],
    ['https://schema.org/CONTRACTOR', 'FIXED_TERM'],
    ['OTHER', 'PERMANENT'],
    [undefined, 'PERMANENT'],
  ])('of employment type %j is %s', (employmentType, engagement) =>
    expect(roleOf({ ...POSTING, employmentType }).data.engagement).toBe(engagement),
  );

  test('takes the country from where applicants may work, or from the employer, when there is no place', () => {
    const { jobLocation: _, ...remote } = POSTING;
    const from = { '@type': 'Country', name: 'Canada' };
    expect(roleOf({ ...remote, applicantLocationRequirements: from }).data.country).toBe('CA');
    const address = { addressCountry: 'SE' };
    expect(roleOf({ ...remote, hiringOrganization: { name: 'Älvcell', address } }).data.country).toBe('SE');
    expect(pathOf(() => roleOf(remote))).toBe('jobLocation.address.addressCountry');
  });

  test('says what it could not take over', () => {
    const { data, notes } = roleOf({
      ...POSTING,
      baseSalary: { currency: 'SEK', value: { value: 900, unitText: 'DAY' } },
    });
    expect(data.salary).toBeUndefined();
    expect(notes).toContainEqual(expect.stringContaining('salary'));
  });

  test('has the place in degrees and says whether the work is done from home', () => {
    const { address } = POSTING.jobLocation;
    const geo = { '@type': 'GeoCoordinates', latitude: '46.8139', longitude: '-71.2080001' };
    const { data } = roleOf({
      ...POSTING,
      jobLocation: { address, geo },
      jobLocationType: 'https://schema.org/TELECOMMUTE',
    });
    expect(data).toMatchObject({ coordinates: { latitude: 46.8139, longitude: -71.208 }, remote: true });
    const plain = roleOf({ ...POSTING, jobLocation: { address, latitude: 64.75, longitude: 20.95 } });
    expect(plain.data).toMatchObject({ coordinates: { latitude: 64.75, longitude: 20.95 }, remote: false });
    expect(
      roleOf({ ...POSTING, jobLocation: { address, geo: { latitude: 1 } } }).data.coordinates,
    ).toBeUndefined();
  });

  test.each([
    [{ '@type': 'CategoryCode', inCodeSet: 'ISCO-08', codeValue: '2221' }, '2221'],
    [
      {
        inCodeSet: { name: 'International Standard Classification of Occupations, ISCO 08' },
        codeValue: 2221,
      },
      '2221',
    ],
    ['ISCO-08: 2221 Nursing professionals', '2221'],
    ['2221', undefined],
    [{ inCodeSet: 'SSYK 2012', codeValue: '2221' }, undefined],
    [{ inCodeSet: 'ISCO-88', codeValue: '2230' }, undefined],
    [['ISCO 2221', 'ISCO 2222'], undefined],
    [undefined, undefined],
  ])('with the occupational category %j is of occupation %s', (occupationalCategory, occupation) =>
    expect(roleOf({ ...POSTING, occupationalCategory }).data.occupation).toBe(occupation),
  );

  test('whose day of closing is past is a closed role', () => {
    const closing = (validThrough: string) => roleOf({ ...POSTING, validThrough }).withdrawnAt?.toISOString();
    expect(closing('2026-11-20')).toBe('2026-11-20T23:59:59.999Z');
    expect(closing('2026-11-21')).toBeUndefined();
    expect(closing('2026-11-21T11:00:00Z')).toBe('2026-11-21T11:00:00.000Z');
  });

  test('may come with prefixes, full type names and lists', () => {
    const posting = {
      '@type': ['schema:JobPosting'],
      'schema:title': [{ '@value': 'Nurse' }],
      description: 'A job.',
    };
    expect(isPosting(posting)).toBe(true);
    expect(roleOf({ ...POSTING, ...posting, title: undefined }).data.title).toBe('Nurse');
    expect(isPosting({ '@type': 'https://schema.org/JobPosting' })).toBe(true);
  });

  test.each([
    ['no title', { title: undefined }, 'title'],
    ['no employer', { hiringOrganization: undefined }, 'hiringOrganization'],
    [
      'an unknown country',
      { jobLocation: { address: { addressCountry: 'Ruritania' } } },
      'jobLocation.address.addressCountry',
    ],
    ['a place that is a text', { jobLocation: 'Umeå' }, 'jobLocation'],
    ['no number of openings', { totalJobOpenings: 'many' }, 'totalJobOpenings'],
    ['no day of start', { jobStartDate: 'soon' }, 'jobStartDate'],
    [
      'a salary upside down',
      { baseSalary: { currency: 'SEK', value: { minValue: 2, maxValue: 1, unitText: 'HOUR' } } },
      'baseSalary',
    ],
    [
      'no text',
      { description: '', qualifications: '', skills: '', eligibilityToWorkRequirement: '' },
      'description',
    ],
    ['a wrong own property', { 'tandem:sector': 'ALCHEMY' }, 'tandem:sector'],
    ['no day of closing', { validThrough: 'never' }, 'validThrough'],
    [
      'a place beyond the pole',
      { jobLocation: { address: POSTING.jobLocation.address, geo: { latitude: 91, longitude: 0 } } },
      'jobLocation.geo.latitude',
    ],
    [
      'a place in words',
      { jobLocation: { address: POSTING.jobLocation.address, geo: { latitude: '64° N', longitude: 0 } } },
      'jobLocation.geo.latitude',
    ],
    [
      'a licence of no profession',
      { 'tandem:licence': { profession: 'nurse', needed: 'HELD' } },
      'tandem:licence.profession',
    ],
  ])('with %s is refused at the place in the record', (_, changes, path) => {
    expect(pathOf(() => roleOf({ ...POSTING, ...changes }))).toBe(path);
  });
});

describe('an Organization', () => {
  test('says where and in which language it is written to; what is no address is left out with a note', () => {
    const record = {
      '@type': 'Organization',
      name: 'Utveckling Nord',
      address: { addressCountry: 'SE' },
      email: 'mailto:post@nord.example',
      'tandem:contactLanguage': 'sv',
    };
    const given = { data: { contactEmail: 'post@nord.example', contactLanguage: 'sv' } };
    expect(organizationToOrganisation(record)).toMatchObject({ prepared: { reference: given }, notes: [] });
    const telephone = organizationToOrganisation({ ...record, email: '+46 70 123 45 67' });
    expect(telephone.notes).toEqual(['The e-mail address of an organisation is none, and was left out.']);
    expect(telephone.prepared).toMatchObject({ reference: { states: { contactEmail: false } } });
    expect(pathOf(() => organizationToOrganisation({ ...record, 'tandem:contactLanguage': 'de' }))).toBe(
      'tandem:contactLanguage',
    );
  });

  test('gives an organisation, an employer unless it says otherwise', () => {
    const record = {
      '@type': 'Organization',
      '@id': 'https://council.example',
      name: 'Utveckling Nord',
      address: { addressCountry: 'SE', addressRegion: 'BD' },
      'tandem:kind': 'DEVELOPMENT_COUNCIL',
    };
    expect(organizationToOrganisation(record).prepared).toMatchObject({
      kind: 'organisation',
      reference: {
        identifier: 'https://council.example',
        data: { name: 'Utveckling Nord', kind: 'DEVELOPMENT_COUNCIL', country: 'SE', region: 'SE-BD' },
      },
    });
    expect(pathOf(() => organizationToOrganisation({ ...record, address: undefined }))).toBe(
      'address.addressCountry',
    );
    expect(pathOf(() => organizationToOrganisation({ ...record, name: '' }))).toBe('name');
    expect(pathOf(() => organizationToOrganisation({ ...record, 'tandem:kind': 'CLUB' }))).toBe(
      'tandem:kind',
    );
  });

  test.each(['Organization', 'Corporation', 'LocalBusiness', 'NGO', 'Hospital'])('may be a %s', (type) =>
    expect(isOrganization({ '@type': type })).toBe(true),
  );
});
