import { derivedId, isId, type LanguageLevel } from '../../kernel/index.ts';
import { talentInput } from '../../talents/index.ts';
import { checkRecord, inTermsOf, type Place } from '../check-record.ts';
import { recordInvalid } from '../exchange.failures.ts';
import type { Mapped, StatedConsent } from '../prepared.ts';
import { stableDigest } from '../stable-digest.ts';
import {
  countryCode,
  languageCode,
  levelOf,
  licencesAmong,
  regionCode,
  textLanguage,
} from '../words/index.ts';
import { resume, type Resume } from './resume.ts';
import { ownWords, resumeText } from './resume-text.ts';

/** Where each field of a talent comes from. */
const SOURCES: Readonly<Record<string, Place>> = {
  name: ['basics', 'name'],
  email: ['basics', 'email'],
  country: ['basics', 'location', 'countryCode'],
  region: ['basics', 'location', 'region'],
  languages: ['languages'],
  ...Object.fromEntries(
    'citizenship rightToWorkIn segment earliestStart relocate wishedRegions wishedEngagements household licences'
      .split(' ')
      .map((field): [string, Place] => [field, ['meta', 'tandem', field]]),
  ),
};

/**
 * A JSON Resume as a talent. `now` is when: consent cannot be given in the future.
 * @throws EXCHANGE_RECORD_INVALID, DOCUMENTS_TEXT_…
 */
export function resumeToTalent(record: object, now: Date): Mapped {
  const read = checkRecord(resume, record);
  const tandem = read.meta?.tandem;
  const notes: string[] = [];
  const country = countryOf(read);
  const spoken = languagesOf(read.languages, notes);
  const licences = tandem?.licences ?? licencesOf(read.certificates, notes);
  const cv = cvOf(read, notes);
  const data = inTermsOf(
    { ...SOURCES, 'cv.text': tandem?.cvText == null ? ['work'] : ['meta', 'tandem', 'cvText'] },
    () =>
      talentInput(
        {
          name: read.basics.name,
          email: read.basics.email,
          country,
          region: regionOf(read, country, notes),
          citizenship: tandem?.citizenship ?? 'THIRD_COUNTRY',
          rightToWorkIn: tandem?.rightToWorkIn ?? undefined,
          segment: tandem?.segment,
          languages: spoken,
          earliestStart: tandem?.earliestStart,
          relocate: tandem?.relocate,
          wishedRegions: tandem?.wishedRegions ?? undefined,
          wishedEngagements: tandem?.wishedEngagements ?? undefined,
          household: tandem?.household ?? undefined,
          licences,
          cv,
        },
        [],
      ),
  );
  if (tandem?.citizenship == null)
    notes.push('no citizenship is stated: THIRD_COUNTRY is taken, so that no right to work is assumed');
  const consent = consentOf(tandem?.consent, now);
  if (!consent) notes.push('no consent to be matched is stated: the talent is in no ranking');
  return {
    prepared: {
      kind: 'talent',
      id: idOf(read, record),
      data,
      consent,
      withdrawnAt: tandem?.withdrawnAt ?? null,
    },
    notes,
  };
}

/** The identifier given, or one derived from the e-mail address, or from the whole record. */
function idOf(read: Resume, record: object): string {
  const given = read.meta?.tandem?.id;
  if (given !== undefined) return isId(given) ? given.toLowerCase() : derivedId('talent-id', given);
  const { email } = read.basics;
  return email === undefined
    ? derivedId('talent-record', stableDigest(record))
    : derivedId('talent-email', email.toLowerCase());
}

function countryOf(read: Resume): string {
  const path = SOURCES['country']!;
  const given = read.basics.location?.countryCode;
  if (given === undefined) throw recordInvalid({ problem: 'is missing', more: 0 }, { path });
  const code = countryCode(given);
  if (!code)
    throw recordInvalid(
      { problem: `'${given.slice(0, 40)}' is no country: write its ISO 3166-1 code, such as SE`, more: 0 },
      { path },
    );
  return code;
}

function regionOf(read: Resume, country: string, notes: string[]): string | undefined {
  const given = read.basics.location?.region;
  if (given === undefined) return undefined;
  const code = regionCode(given, country);
  if (code === undefined) notes.push('a region is not given by its ISO 3166-2 code: it is left out');
  else if (!code.startsWith(`${country}-`))
    throw recordInvalid(
      { problem: `'${given.slice(0, 40)}' is no region of ${country}`, more: 0 },
      { path: SOURCES['region']! },
    );
  return code;
}

/**
 * The languages with their levels. A list in which one level cannot be read would count against the person, since
 * what is missing from a list counts as not spoken: then the whole list is left open, which is never held against
 * anyone. Languages without an ISO 639-1 code are left out: no role can ask for them.
 */
function languagesOf(
  spoken: Resume['languages'],
  notes: string[],
): { language: string; level: LanguageLevel }[] {
  const levels = new Map<string, LanguageLevel>();
  for (const { language, fluency } of spoken) {
    if (language === undefined) continue;
    const code = languageCode(language);
    if (!code) {
      notes.push('a language has no ISO 639-1 code: it stands in the CV text only');
      continue;
    }
    const level = fluency === undefined ? undefined : levelOf(fluency);
    if (!level) {
      notes.push('the level of a language is missing or not understood: all languages count as unknown');
      return [];
    }
    levels.set(code, levels.get(code) ?? level);
  }
  return [...levels].map(([language, level]) => ({ language, level }));
}

/** The licences that certificates tell without doubt. */
function licencesOf(
  certificates: Resume['certificates'],
  notes: string[],
): { profession: string; country: string; status: 'HELD' }[] {
  const found = licencesAmong(certificates);
  if (!found)
    notes.push('a certificate of a licensing authority is not understood: all licences count as unknown');
  else if (found.length > 0) notes.push('a certificate is read as the licence of a regulated profession');
  return (found ?? []).map((licence) => ({ ...licence, status: 'HELD' }));
}

function cvOf(read: Resume, notes: string[]): { language: string; text: string } {
  const kept = read.meta?.tandem?.cvText;
  const stated = read.meta?.language ?? read.$lang;
  const { language, note } = textLanguage(
    stated === undefined ? undefined : (languageCode(stated) ?? stated),
    kept ?? ownWords(read),
  );
  if (note) notes.push(note);
  return { language, text: kept ?? resumeText(read, language) };
}

function consentOf(
  stated: NonNullable<NonNullable<Resume['meta']>['tandem']>['consent'],
  now: Date,
): StatedConsent | null {
  if (!stated || (!stated.matching && !stated.withdrawnAt)) return null;
  const path = ['meta', 'tandem', 'consent', 'givenAt'];
  const { givenAt, withdrawnAt } = stated;
  if (!givenAt) throw recordInvalid({ problem: 'is missing: a consent has an instant', more: 0 }, { path });
  if (givenAt > now) throw recordInvalid({ problem: 'lies in the future', more: 0 }, { path });
  if (stated.matching && withdrawnAt)
    throw recordInvalid(
      { problem: 'is set while matching is true', more: 0 },
      { path: ['meta', 'tandem', 'consent', 'withdrawnAt'] },
    );
  return { givenAt, withdrawnAt: withdrawnAt ?? null };
}
