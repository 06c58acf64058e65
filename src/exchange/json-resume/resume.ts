import { z } from 'zod';
import { instant, optionalText } from '../check-record.ts';

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const texts = list(z.string()).transform((items) =>
  items.map((item) => item.trim()).filter((item) => item !== ''),
);

/** What Tandem knows of a talent and JSON Resume has no field for. Anything else in it is a mistake, and is refused. */
const tandem = z.strictObject({
  id: optionalText,
  citizenship: z.unknown().optional(),
  rightToWorkIn: z.unknown().optional(),
  segment: z.unknown().optional(),
  earliestStart: z.unknown().optional(),
  relocate: z.unknown().optional(),
  wishedRegions: z.unknown().optional(),
  wishedEngagements: z.unknown().optional(),
  household: z.unknown().optional(),
  licences: z.unknown().optional(),
  consent: z
    .strictObject({ matching: z.boolean(), givenAt: instant.optional(), withdrawnAt: instant.nullish() })
    .nullish(),
  withdrawnAt: instant.nullish(),
  cvText: z.string().nullish(),
});

/**
 * A resume as jsonresume.org has it, version 1.0.0: every property may be absent, others may be added. Only what
 * Tandem reads is checked.
 */
export const resume = z.object({
  $lang: optionalText,
  basics: z.object({
    name: z.string('is missing').trim().min(1, 'is empty'),
    label: optionalText,
    email: optionalText,
    summary: optionalText,
    location: z.object({ countryCode: optionalText, region: optionalText }).nullish(),
  }),
  work: list(
    z.object({
      name: optionalText,
      company: optionalText,
      location: optionalText,
      description: optionalText,
      position: optionalText,
      startDate: optionalText,
      endDate: optionalText,
      summary: optionalText,
      highlights: texts,
    }),
  ),
  volunteer: list(
    z.object({
      organization: optionalText,
      position: optionalText,
      startDate: optionalText,
      endDate: optionalText,
      summary: optionalText,
      highlights: texts,
    }),
  ),
  education: list(
    z.object({
      institution: optionalText,
      area: optionalText,
      studyType: optionalText,
      startDate: optionalText,
      endDate: optionalText,
      courses: texts,
    }),
  ),
  awards: list(
    z.object({ title: optionalText, date: optionalText, awarder: optionalText, summary: optionalText }),
  ),
  certificates: list(z.object({ name: optionalText, date: optionalText, issuer: optionalText })),
  publications: list(
    z.object({
      name: optionalText,
      publisher: optionalText,
      releaseDate: optionalText,
      summary: optionalText,
    }),
  ),
  skills: list(z.object({ name: optionalText, level: optionalText, keywords: texts })),
  languages: list(z.object({ language: optionalText, fluency: optionalText })),
  projects: list(
    z.object({
      name: optionalText,
      description: optionalText,
      highlights: texts,
      keywords: texts,
      startDate: optionalText,
      endDate: optionalText,
      roles: texts,
      entity: optionalText,
    }),
  ),
  meta: z.object({ language: optionalText, tandem: tandem.nullish() }).nullish(),
});

export type Resume = z.output<typeof resume>;

/** Whether a record is meant as a JSON Resume. */
export function isResume(record: object): boolean {
  return (
    !('@type' in record) && ['basics', 'work', 'education', 'skills'].some((section) => section in record)
  );
}
