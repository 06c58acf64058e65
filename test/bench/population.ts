import {
  derivedId,
  EEA_AND_SWITZERLAND,
  type Engagement,
  type LanguageLevel,
  type TextLanguage,
} from '../../src/kernel/index.ts';
import type { OrganisationData } from '../../src/organisations/index.ts';
import type { RoleData } from '../../src/roles/index.ts';
import type { Segment, TalentData } from '../../src/talents/index.ts';
import { drawsOf, type Draws } from './population/draws.ts';
import { ENGINEERING } from './population/engineering.ts';
import { GREEN_INDUSTRY } from './population/green-industry.ts';
import { HEALTH_CARE } from './population/health-care.ts';
import { HOSPITALITY } from './population/hospitality.ts';
import { IT } from './population/it.ts';
import { MANUFACTURING } from './population/manufacturing.ts';
import type { Occupation } from './population/occupation.ts';
import { FIRM_NAMES, PHRASES, type PopulatedSector } from './population/phrases.ts';
import { HOMELANDS, HOST_TOWNS, type Homeland } from './population/places.ts';

/** Somebody or something of the population, under an identifier that is the same in every database. */
export interface Member<Data> {
  id: string;
  data: Data;
}

export interface TalentMember extends Member<TalentData> {
  consent: boolean;
  /** What they really are, to measure rankings by: `nurse`. */
  occupation: string;
}

export interface RoleMember extends Member<RoleData> {
  occupation: string;
}

/** Invented people and employers, any number of them; each iterable can be read again and again. */
export interface Population {
  organisations: Iterable<Member<OrganisationData>>;
  talents: Iterable<TalentMember>;
  roles: Iterable<RoleMember>;
}

/** An employer has so many roles. */
const ROLES_PER_EMPLOYER = 6;

export const OCCUPATIONS: readonly Occupation[] = [
  ...IT,
  ...HEALTH_CARE,
  ...ENGINEERING,
  ...MANUFACTURING,
  ...HOSPITALITY,
  ...GREEN_INDUSTRY,
];

/**
 * A population of any size for measurements. The nth of a kind depends on `seed` and n alone: a larger
 * population begins with the smaller one.
 */
export function population({
  talents,
  roles,
  seed = 'tandem',
}: {
  talents: number;
  roles: number;
  seed?: string;
}): Population {
  return {
    organisations: counted(Math.ceil(roles / ROLES_PER_EMPLOYER), (n) => employerOf(seed, n)),
    talents: counted(talents, (n) => talentOf(seed, n)),
    roles: counted(roles, (n) => roleOf(seed, n)),
  };
}

const counted = <Item>(count: number, itemOf: (n: number) => Item): Iterable<Item> => ({
  *[Symbol.iterator]() {
    for (let n = 0; n < count; n++) yield itemOf(n);
  },
});

/** The nth employer: two of three in Sweden, the others in Québec. */
export function employerOf(seed: string, n: number): Member<OrganisationData> {
  const draws = drawsOf(`${seed} employer ${n}`);
  const country = draws.weighted(HOST_COUNTRIES);
  const [town, region] = draws.one(HOST_TOWNS[country]);
  return {
    id: derivedId('population-organisation', `${seed} ${n}`),
    data: {
      name: firm(draws, country === 'SE' ? 'sv' : 'fr', town),
      kind: 'EMPLOYER',
      country,
      region,
      employees: draws.weighted([
        [draws.between(4, 49), 60],
        [draws.between(50, 249), 25],
        [draws.between(250, 4000), 15],
      ]),
      representedById: null,
      contactLanguage: 'en',
    },
  };
}

const HOST_COUNTRIES = [
  ['SE', 67],
  ['CA', 33],
] as const;

/** The nth talent. */
export function talentOf(seed: string, n: number): TalentMember {
  const draws = drawsOf(`${seed} talent ${n}`);
  const origin = draws.weighted(HOMELANDS.map((homeland) => [homeland, homeland.weight] as const));
  const home = draws.chance(0.86) ? origin : draws.one(HOMELANDS);
  const [town, region] = draws.one(home.towns);
  const occupation = draws.one(OCCUPATIONS);
  const language = draws.weighted(origin.cv);
  const citizenship = EEA_AND_SWITZERLAND.includes(origin.country) ? 'EU_EEA_SWISS' : 'THIRD_COUNTRY';
  const given = draws.one(origin.givenNames);
  const family = draws.one(origin.familyNames);
  const languages = spokenBy(draws, origin, home, language);
  return {
    id: derivedId('population-talent', `${seed} ${n}`),
    consent: draws.chance(0.95),
    occupation: occupation.name,
    data: {
      name: `${given} ${family}`,
      email: draws.chance(0.9) ? `talent-${n}@example.org` : null,
      country: home.country,
      region: draws.chance(0.9) ? region : null,
      citizenship,
      rightToWorkIn: draws.weighted([
        [[], 88],
        [['SE'], citizenship === 'THIRD_COUNTRY' ? 7 : 0],
        [['CA'], 5],
      ]),
      segment: segmentOf(draws, origin, home),
      languages,
      earliestStart: draws.chance(0.8) ? date(draws, 1, 12) : null,
      relocate: draws.weighted<boolean | null>([
        [true, 80],
        [null, 12],
        [false, home.country === 'SE' ? 25 : 8],
      ]),
      wishedRegions: draws.chance(0.35)
        ? []
        : draws.some(['SE', 'CA', 'CA-QC', 'SE-AC', 'SE-BD', 'SE-O', 'SE-M', 'SE-E'], draws.between(1, 3)),
      wishedEngagements: draws.chance(0.4)
        ? []
        : [
            'PERMANENT',
            ...draws.some<Engagement>(['FIXED_TERM', 'LOAN', 'INTERNSHIP', 'THESIS'], draws.between(0, 1)),
          ],
      household: {
        partner: draws.chance(0.45),
        children: draws.weighted([
          [0, 60],
          [1, 17],
          [2, 16],
          [3, 7],
        ]),
      },
      licences: [],
      cv: { language, text: cvText(draws, occupation, language, { town, languages }) },
    },
  };
}

/** The nth role, at the employer of its six. */
export function roleOf(seed: string, n: number): RoleMember {
  const employer = employerOf(seed, Math.floor(n / ROLES_PER_EMPLOYER));
  const draws = drawsOf(`${seed} role ${n}`);
  const occupation = draws.one(OCCUPATIONS);
  const swedish = employer.data.country === 'SE';
  const language = draws.weighted<TextLanguage>(
    swedish
      ? [
          ['sv', 65],
          ['en', 35],
        ]
      : [
          ['fr', 85],
          ['en', 15],
        ],
  );
  const [town, region] = draws.chance(0.7)
    ? draws.one(HOST_TOWNS[swedish ? 'SE' : 'CA'].filter(([, code]) => code === employer.data.region))
    : draws.one(HOST_TOWNS[swedish ? 'SE' : 'CA']);
  const own = occupation[language];
  const desk = occupation.sector === 'IT' || occupation.sector === 'ENGINEERING';
  const local = swedish ? 'sv' : 'fr';
  return {
    id: derivedId('population-role', `${seed} ${n}`),
    occupation: occupation.name,
    data: {
      employerId: employer.id,
      title: own.title,
      country: employer.data.country,
      region,
      city: town,
      remote: false,
      sector: occupation.sector,
      engagement: draws.weighted<Engagement>([
        ['PERMANENT', 72],
        ['FIXED_TERM', 16],
        ['INTERNSHIP', 5],
        ['THESIS', 3],
        ['LOAN', 4],
      ]),
      workingLanguages: draws.weighted<Record<string, LanguageLevel>>([
        [{ [local]: 'B1' }, 30],
        [{ [local]: 'B2' }, occupation.sector === 'HEALTH_CARE' ? 60 : 20],
        [{ [local]: 'B1', en: 'B1' }, 12],
        [{ en: 'B2' }, desk ? 40 : 8],
        [{}, 6],
      ]),
      englishAccepted: draws.chance(desk ? 0.6 : 0.2),
      mustHave: draws.some(own.skills, draws.between(1, 3)),
      niceToHave: [
        ...draws.some(occupation.tools, draws.between(0, 2)),
        ...draws.some(own.skills, draws.between(0, 1)),
      ],
      openings: draws.weighted([
        [1, 70],
        [2, 20],
        [draws.between(3, 12), 10],
      ]),
      salary: draws.chance(0.85) ? salary(draws, swedish, desk) : null,
      startBy: draws.chance(0.75) ? date(draws, 3, 14) : null,
      permitSupport: draws.weighted<boolean | null>([
        [true, 70],
        [null, 20],
        [false, 10],
      ]),
      description: { language, text: adText(draws, occupation, language, employer.data, town) },
    },
  };
}

function salary(draws: Draws, swedish: boolean, desk: boolean): NonNullable<RoleData['salary']> {
  if (swedish) {
    const min = draws.between(desk ? 37 : 27, desk ? 52 : 38) * 1000;
    return { min, max: min + draws.between(2, 14) * 1000, currency: 'SEK', period: 'MONTH' };
  }
  const min = draws.between(desk ? 34 : 21, desk ? 48 : 36);
  return { min, max: min + draws.between(2, 12) + 0.5, currency: 'CAD', period: 'HOUR' };
}

/** A first or fifteenth of a month, so many months from November 2026. */
const date = (draws: Draws, soonest: number, latest: number): string => {
  const month = 10 + draws.between(soonest, latest);
  const day = draws.chance(0.7) ? '01' : '15';
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day}`;
};

function segmentOf(draws: Draws, origin: Homeland, home: Homeland): Segment | null {
  if (origin.country === 'SE' && home !== origin) return 'RETURNING';
  return draws.weighted<Segment | null>([
    ['SPECIALIST', 56],
    ['STUDENT', 13],
    ['RESEARCHER', 6],
    ['ACCOMPANYING_PARTNER', 9],
    [null, 16],
  ]);
}

/** What is spoken: the language grown up with, that of the CV, that of the place, English, and some courses. */
function spokenBy(
  draws: Draws,
  origin: Homeland,
  home: Homeland,
  written: TextLanguage,
): Record<string, LanguageLevel> {
  if (draws.chance(0.03)) return {};
  const levels: Record<string, LanguageLevel> = {};
  const learn = (language: string, share: number, among: readonly (readonly [LanguageLevel, number])[]) => {
    if (draws.chance(share)) levels[language] ??= draws.weighted(among);
  };
  levels[origin.native] = 'NATIVE';
  learn(written, 1, FLUENT);
  learn('en', 0.92, SCHOOLED);
  learn(home.native, 0.8, SCHOOLED);
  learn('sv', 0.3, BEGUN);
  learn('fr', 0.15, BEGUN);
  return levels;
}

type Levels = readonly (readonly [LanguageLevel, number])[];
const FLUENT: Levels = [
  ['B2', 30],
  ['C1', 50],
  ['C2', 20],
];
const SCHOOLED: Levels = [
  ['A2', 8],
  ['B1', 20],
  ['B2', 42],
  ['C1', 30],
];
const BEGUN: Levels = [
  ['A1', 30],
  ['A2', 30],
  ['B1', 25],
  ['B2', 15],
];

/** A CV of about 120 to 300 words, with the headings, employers, years, tasks and tools of the occupation. */
function cvText(
  draws: Draws,
  occupation: Occupation,
  language: TextLanguage,
  { town, languages }: { town: string; languages: Record<string, LanguageLevel> },
): string {
  const { headings, ...phrases } = PHRASES[language];
  // Three of ten had another trade of the sector before, whose tasks they name too.
  const colleagues = OCCUPATIONS.filter(({ sector }) => sector === occupation.sector);
  const before = draws.chance(0.3) ? draws.one(colleagues) : occupation;
  const years = draws.between(1, 28);
  const until = draws.chance(0.7) ? phrases.now : String(2026 - draws.between(0, 1));
  const said = (patterns: readonly string[], of: Occupation = occupation, more: Values = {}) =>
    filled(draws, patterns, language, of, { years, since: 2026 - years, town, ...more });

  const jobs = jobYears(draws, years, until).map(([from, to], place) => {
    const held = place === 0 ? occupation : before;
    const where = draws.one(
      draws.one(HOMELANDS.filter(({ cv }) => cv.some(([one]) => one === language))).towns,
    )[0];
    const at = place === 0 ? town : where;
    const employer = firm(draws, language, at);
    return {
      held,
      lines: [said(phrases.employment, held, { employer, town: at, from, to }), said(phrases.duties, held)],
    };
  });
  const other = [draws.one(phrases.traits), capital(`${draws.one(phrases.pastimes)}.`)];
  if (draws.chance(0.5)) other.push(said(phrases.moves));
  const own = [
    [headings.profile, [said(phrases.openings)]],
    [headings.work, []],
    [headings.education, [said(phrases.education, before, { year: 2026 - years - draws.between(0, 2) })]],
    [headings.skills, [said(phrases.skills)]],
    [headings.languages, [languageLine(languages, language)]],
    [headings.other, other],
  ] as const;
  const text = () =>
    own
      .map(([heading, lines]) => [
        headingOf.get(heading) ?? '',
        ...(heading === headings.work ? jobs.flatMap((job) => job.lines) : lines),
      ])
      .filter((lines) => lines.length > 1)
      .map((lines) => lines.join('\n'))
      .join('\n\n');
  const headingOf = new Map(own.map(([heading]) => [heading, draws.one(heading)]));

  const aim = draws.between(122, 260);
  let patterns: string[] = [];
  while (wordCount(text()) < aim) {
    const job = draws.one(jobs);
    // Each way of saying it once, before any comes again.
    if (patterns.length === 0) patterns = draws.some([...phrases.duties, ...phrases.results], Infinity);
    job.lines.push(said([patterns.pop()!], job.held, { year: draws.between(2026 - years, 2025) }));
  }
  return text();
}

/** One to four employments without gaps, latest first. */
function jobYears(draws: Draws, years: number, until: string): [from: string, to: string][] {
  const starts = new Set([2026 - years]);
  for (let more = draws.between(0, 3); more > 0 && years > 2; more--)
    starts.add(2026 - draws.between(1, years));
  const descending = [...starts].sort((one, other) => other - one);
  return descending.map((from, place) => [String(from), place === 0 ? until : String(descending[place - 1])]);
}

function adText(
  draws: Draws,
  occupation: Occupation,
  language: TextLanguage,
  employer: OrganisationData,
  town: string,
): string {
  const { adHeadings, ...phrases } = PHRASES[language];
  const said = (patterns: readonly string[]) =>
    filled(draws, patterns, language, occupation, {
      employer: employer.name,
      town,
      count: employer.employees ?? 20,
      year: 2027,
    });
  const sections: [readonly string[], string[]][] = [
    [adHeadings.about, [said(phrases.adAbout)]],
    [adHeadings.tasks, [said(phrases.adTasks), said(phrases.adTasks)]],
    [adHeadings.needs, [said(phrases.adNeeds)]],
    [
      adHeadings.offers,
      [filled(draws, phrases.adOffers, language, occupation, { count: draws.between(25, 32) })],
    ],
  ];
  return sections.map(([heading, lines]) => [draws.one(heading), ...lines].join('\n')).join('\n\n');
}

type Values = Record<string, string | number>;

/** One of the patterns with its braces filled: from `values`, otherwise from the occupation. */
function filled(
  draws: Draws,
  patterns: readonly string[],
  language: TextLanguage,
  occupation: Occupation,
  values: Values,
): string {
  const own = occupation[language];
  const [task, task2, task3] = draws.some(own.tasks, 3);
  const [skill, skill2, skill3] = draws.some(own.skills, 3);
  const [tool, tool2, tool3, tool4] = draws.some(occupation.tools, 4);
  const known: Values = {
    title: small(own.title),
    degree: own.degree,
    setting: draws.one(PHRASES[language].settings[occupation.sector as PopulatedSector]),
    place: draws.one(HOST_TOWNS[draws.chance(0.7) ? 'SE' : 'CA'])[0],
    count: draws.between(3, 24),
    percent: draws.between(8, 60),
    year: draws.between(2014, 2025),
    task,
    task2,
    task3,
    skill,
    skill2,
    skill3,
    tool,
    tool2,
    tool3,
    tool4,
    ...values,
  } as Values;
  const text = draws
    .one(patterns)
    .replace(/\{(\w+)\}/g, (_, word: string) =>
      word === 'Task' ? capital(String(known['task'])) : String(known[word] ?? ''),
    );
  return capital(text);
}

/** A title within a sentence: `CNC operator` keeps its letters. */
const small = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const firm = (draws: Draws, language: TextLanguage, place: string): string => {
  const [name, name2] = draws.some(FIRM_NAMES, 2) as [string, string];
  return draws
    .one(PHRASES[language].employers)
    .replace('{name2}', name2)
    .replace('{name}', name)
    .replace('{place}', place);
};

/** Languages as people write them; those without a name here stand by their code in the profile alone. */
const languageLine = (levels: Record<string, LanguageLevel>, written: TextLanguage): string => {
  const names = PHRASES[written].languageNames;
  const told = Object.entries(levels)
    .filter(([code]) => code in names)
    .map(([code, level]) => `${names[code]} ${level === 'NATIVE' ? NATIVE_WORD[written] : level}`);
  return capital(`${told.length > 0 ? told.join(', ') : names[written]}.`);
};

const NATIVE_WORD: Record<TextLanguage, string> = {
  en: '(mother tongue)',
  sv: '(modersmål)',
  fr: '(langue maternelle)',
};

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;
