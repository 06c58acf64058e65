import type { Consent } from '../../access/index.ts';
import type { Document } from '../../documents/index.ts';
import type { LanguageLevel } from '../../kernel/index.ts';
import type { Talent } from '../../talents/index.ts';
import { certificateOf, languageName } from '../words/index.ts';

/** A talent as a JSON Resume; what the format has no field for is in `meta.tandem`, the CV as it is in `cvText`. */
export function talentToResume(
  talent: Talent,
  cv: Pick<Document, 'language' | 'text'>,
  consent: Pick<Consent, 'givenAt' | 'withdrawnAt'> | undefined,
): object {
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: talent.name,
      email: talent.email ?? undefined,
      location: { countryCode: talent.country, region: talent.region ?? undefined },
    },
    languages: Object.entries(talent.languages).map(([language, level]) => ({
      language: languageName(language),
      fluency: fluency(level),
    })),
    certificates: talent.licences.flatMap(({ profession, country, status }) =>
      status === 'HELD' ? (certificateOf(profession, country) ?? []) : [],
    ),
    meta: {
      version: 'v1.0.0',
      language: cv.language,
      tandem: {
        id: talent.id,
        citizenship: talent.citizenship,
        rightToWorkIn: talent.rightToWorkIn,
        segment: talent.segment ?? undefined,
        earliestStart: talent.earliestStart ?? undefined,
        relocate: talent.relocate ?? undefined,
        wishedRegions: talent.wishedRegions,
        wishedEngagements: talent.wishedEngagements,
        household: { partner: talent.partner, children: talent.children },
        licences: talent.licences,
        consent: consent && {
          matching: consent.withdrawnAt == null,
          givenAt: consent.givenAt.toISOString(),
          withdrawnAt: consent.withdrawnAt?.toISOString(),
        },
        withdrawnAt: talent.withdrawnAt?.toISOString(),
        cvText: cv.text,
      },
    },
  };
}

const fluency = (level: LanguageLevel): string => (level === 'NATIVE' ? 'Native speaker' : level);
