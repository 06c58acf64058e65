import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { derivedId, LANGUAGE_LEVELS } from '../src/kernel/index.ts';
import { organisationData, type OrganisationData } from '../src/organisations/index.ts';
import { roleData, type RoleData } from '../src/roles/index.ts';
import { talentData, type TalentData } from '../src/talents/index.ts';

/** Somebody or something of the cast: `slug` is the name in the files, `id` the identifier derived from it. */
export interface CastMember<Data> {
  slug: string;
  id: string;
  data: Data;
}

/** The judged roles that things are tuned on, and those that nothing is tuned on. */
const HALVES = ['development', 'heldOut'] as const;

/** Who fits a role and who nearly does, as a recruiter sees it. Slugs. */
export interface Judgements {
  role: string;
  /** Which of the two halves the role belongs to: what is tuned on one is measured on the other. */
  half: (typeof HALVES)[number];
  fits: { talent: string; because: string }[];
  nearMisses: { talent: string; because: string }[];
}

/** The invented people, employers and roles of the stories, with the judgement of who fits whom. */
export interface Cast {
  organisations: CastMember<OrganisationData>[];
  talents: (CastMember<TalentData> & { consent: boolean })[];
  roles: CastMember<RoleData>[];
  judgements: Judgements[];
  /** The file of permit rules that go with the stories. */
  permitRules: string;
}

/** The identifier that a member of the cast has in every database. */
export const castId = (kind: 'organisation' | 'talent' | 'role', slug: string): string =>
  derivedId(`cast-${kind}`, slug);

/**
 * Reads the cast from `seeds/cast`.
 * @param folder the folder of the package.
 * @throws ZodError naming file and field, when a file is not as it should be.
 */
export function readCast(folder: string): Cast {
  const cast = join(folder, 'seeds', 'cast');
  return {
    organisations: organisationList
      .parse(yaml(join(cast, 'organisations.yaml')))
      .map(({ slug, representedBy, ...organisation }) => ({
        slug,
        id: castId('organisation', slug),
        data: organisationData.parse({
          ...organisation,
          representedById: representedBy && castId('organisation', representedBy),
        }),
      })),
    talents: pages(join(cast, 'talents')).map(({ slug, header, text }) => {
      const { language, languages, consent, ...talent } = talentHeader.parse(header);
      const data = { ...talent, languages: levels(languages), cv: { language, text } };
      return { slug, id: castId('talent', slug), consent, data: talentData.parse(data) };
    }),
    ...readJudgedRoles(cast),
    permitRules: join(folder, 'seeds', 'permit-rules.csv'),
  };
}

/**
 * Reads roles from a folder's `roles`, and who of the cast's talents fits them from its `judgements.yaml`.
 * @throws ZodError naming the field, when a file is not as it should be.
 */
export const readJudgedRoles = (folder: string): Pick<Cast, 'roles' | 'judgements'> => ({
  roles: pages(join(folder, 'roles')).map(({ slug, header, text }) => {
    const { language, workingLanguages, employer, ...role } = roleHeader.parse(header);
    const data = {
      ...role,
      employerId: castId('organisation', employer),
      workingLanguages: levels(workingLanguages),
      description: { language, text },
    };
    return { slug, id: castId('role', slug), data: roleData.parse(data) };
  }),
  judgements: judgementList.parse(yaml(join(folder, 'judgements.yaml'))),
});

const languageLevels = z.record(z.string(), z.enum(LANGUAGE_LEVELS));
const organisationList = z.array(z.looseObject({ slug: z.string(), representedBy: z.string().nullable() }));
const talentHeader = z.looseObject({ language: z.string(), languages: languageLevels, consent: z.boolean() });
const roleHeader = z.looseObject({
  language: z.string(),
  workingLanguages: languageLevels,
  employer: z.string(),
});
const verdict = z.array(z.object({ talent: z.string(), because: z.string() }));
const judgementList = z.array(
  z.object({ role: z.string(), half: z.enum(HALVES), fits: verdict, nearMisses: verdict }),
);

const levels = (byLanguage: z.output<typeof languageLevels>) =>
  Object.entries(byLanguage).map(([language, level]) => ({ language, level }));

const yaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));

function pages(folder: string): { slug: string; header: unknown; text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const [, header, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, name), 'utf8'))!;
      return { slug: basename(name, '.md'), header: parse(header!) as unknown, text: text!.trim() };
    });
}
