import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resumeToTalent, talentToResume } from '../../src/exchange/json-resume/index.ts';
import { documentText } from '../../src/documents/index.ts';
import {
  CITIZENSHIPS,
  derivedId,
  ENGAGEMENTS,
  LANGUAGE_LEVELS,
  TEXT_LANGUAGES,
} from '../../src/kernel/index.ts';
import { SEGMENTS, type Talent } from '../../src/talents/index.ts';
import { NOW } from '../testkit/index.ts';

const AMINA = {
  basics: {
    name: 'Amina Diallo',
    label: 'Infirmière',
    email: 'Amina@example.org',
    phone: '+221 33 000 00 00',
    summary: 'Infirmière d’État, sept années dans un service d’urgences de la ville.',
    location: { city: 'Dakar', countryCode: 'SN', region: 'DK' },
  },
  work: [
    {
      name: 'Centre hospitalier des Mamelles',
      position: 'Infirmière aux urgences',
      startDate: '2021-03',
      summary: 'Évaluation initiale et classement des priorités.',
      highlights: ['Triage de deux cents patients par jour'],
    },
    { name: 'Poste de santé de Ngor', position: 'Infirmière', startDate: '2019', endDate: '2021-02' },
  ],
  education: [{ institution: 'Université de Dakar', studyType: 'Diplôme d’État', endDate: '2019' }],
  skills: [{ name: 'Soins', keywords: ['triage', 'ECG'] }],
  languages: [
    { language: 'Français', fluency: 'Langue maternelle' },
    { language: 'English', fluency: 'Intermediate' },
  ],
  interests: [{ name: 'chorale paroissiale' }],
  references: [{ name: 'Dr Sow', reference: 'Excellente collègue' }],
};

const talentOf = (record: object) => {
  const { prepared, notes } = resumeToTalent(record, NOW);
  if (prepared.kind !== 'talent') throw new Error('a resume gave something else');
  return { ...prepared, notes };
};

describe('a JSON Resume', () => {
  test('gives name, place, languages and the cautious value for what it cannot say', () => {
    const { data, consent, id } = talentOf(AMINA);
    expect(data).toMatchObject({
      name: 'Amina Diallo',
      email: 'Amina@example.org',
      country: 'SN',
      region: 'SN-DK',
      citizenship: 'THIRD_COUNTRY',
      languages: { fr: 'NATIVE', en: 'B1' },
    });
    expect(consent).toBeNull();
    expect(id).toBe(derivedId('talent-email', 'amina@example.org'));
  });

  test('is written out as a CV with sections in its language', () => {
    expect(talentOf(AMINA).data.cv).toEqual({
      language: 'fr',
      text: [
        'Profil',
        'Infirmière',
        'Infirmière d’État, sept années dans un service d’urgences de la ville.',
        '',
        'Expérience professionnelle',
        'Infirmière aux urgences, Centre hospitalier des Mamelles (depuis 2021-03)',
        'Évaluation initiale et classement des priorités.',
        '- Triage de deux cents patients par jour',
        'Infirmière, Poste de santé de Ngor (2019 – 2021-02)',
        '',
        'Formation',
        'Diplôme d’État, Université de Dakar (2019)',
        '',
        'Compétences',
        'Soins: triage, ECG',
        '',
        'Langues',
        'Français (Langue maternelle)',
        'English (Intermediate)',
      ].join('\n'),
    });
  });

  test('keeps name, phone, references and interests out of the CV text', () => {
    const { text } = talentOf(AMINA).data.cv;
    for (const left of ['Amina', '+221', 'Dr Sow', 'chorale']) expect(text).not.toContain(left);
  });

  test('keeps a CV text that it brings as it is, in the language that it states', () => {
    const kept = {
      ...AMINA,
      meta: { language: 'sv-SE', tandem: { cvText: 'Legitimerad sjuksköterska.\n\nAkuten' } },
    };
    expect(talentOf(kept).data.cv).toEqual({ language: 'sv', text: 'Legitimerad sjuksköterska.\n\nAkuten' });
  });

  test('leaves all languages open when one level cannot be read, since a gap would count against the person', () => {
    const vague = {
      ...AMINA,
      languages: [...AMINA.languages, { language: 'Wolof', fluency: 'heart language' }],
    };
    const { data, notes } = talentOf(vague);
    expect(data.languages).toEqual({});
    expect(notes).toContainEqual(expect.stringContaining('all languages count as unknown'));
  });

  test('gives consent only with its instant, and not from the future', () => {
    const stating = (consent: object) => ({ ...AMINA, meta: { tandem: { consent } } });
    expect(talentOf(stating({ matching: true, givenAt: '2026-10-01T08:00:00+02:00' })).consent).toEqual({
      givenAt: new Date('2026-10-01T06:00:00Z'),
      withdrawnAt: null,
    });
    expect(talentOf(stating({ matching: false })).consent).toBeNull();
    expect(() => talentOf(stating({ matching: true }))).toThrow('is missing');
    expect(() => talentOf(stating({ matching: true, givenAt: '2026-11-22' }))).toThrow('lies in the future');
  });

  test.each([
    ['no name', { ...AMINA, basics: { ...AMINA.basics, name: undefined } }, 'basics.name'],
    ['no basics', { work: [] }, 'basics'],
    ['no country', { ...AMINA, basics: { ...AMINA.basics, location: {} } }, 'basics.location.countryCode'],
    [
      'an unknown country',
      { ...AMINA, basics: { ...AMINA.basics, location: { countryCode: 'Freedonia' } } },
      'basics.location.countryCode',
    ],
    [
      'a region of another country',
      { ...AMINA, basics: { ...AMINA.basics, location: { countryCode: 'SE', region: 'NO-03' } } },
      'basics.location.region',
    ],
    ['a wrong type', { ...AMINA, work: [{ position: 7 }] }, 'work.0.position'],
    ['no e-mail address', { ...AMINA, basics: { ...AMINA.basics, email: 'amina' } }, 'basics.email'],
    ['a misspelt own field', { ...AMINA, meta: { tandem: { rightToWork: ['SE'] } } }, 'meta.tandem'],
    ['a wrong own field', { ...AMINA, meta: { tandem: { segment: 'GENIUS' } } }, 'meta.tandem.segment'],
    ['nothing to read', { basics: { ...AMINA.basics, summary: '', label: '' } }, 'work'],
  ])('with %s is refused at the place in the record', (_, record, path) => {
    let thrown: unknown;
    try {
      talentOf(record);
    } catch (failure) {
      thrown = failure;
    }
    expect((thrown as { path: unknown[] }).path.join('.')).toBe(path);
  });

  test('without id and e-mail address is known by its whole content, in whatever order it is written', () => {
    const { email: _, ...basics } = AMINA.basics;
    const one = { ...AMINA, basics };
    const other = Object.fromEntries(Object.entries(one).reverse());
    expect(talentOf(one).id).toBe(talentOf(other).id);
    expect(talentOf(one).id).not.toBe(talentOf({ ...one, basics: { ...basics, label: 'Sage-femme' } }).id);
  });
});

describe('a talent', () => {
  const date = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const past = fc.date({ min: new Date('2020-01-01'), max: NOW, noInvalidDate: true });
  const line = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => {
    try {
      return documentText(text) === text.normalize('NFC').trim();
    } catch {
      return false;
    }
  });
  const country = fc.constantFrom('SE', 'CA', 'SN', 'BR');
  const talent = fc.record({
    name: line.map((text) => text.trim()),
    email: fc.option(fc.emailAddress().filter((address) => /^[\w.+-]+@[\w-]+(\.[a-z]{2,})+$/i.test(address))),
    citizenship: fc.constantFrom(...CITIZENSHIPS),
    rightToWorkIn: fc.uniqueArray(country),
    segment: fc.option(fc.constantFrom(...SEGMENTS)),
    languages: fc.dictionary(fc.stringMatching(/^[a-z]{2}$/), fc.constantFrom(...LANGUAGE_LEVELS), {
      maxKeys: 5,
    }),
    earliestStart: fc.option(date),
    relocate: fc.option(fc.boolean()),
    wishedRegions: fc.uniqueArray(fc.constantFrom('SE-AC', 'CA-QC', 'SE')),
    wishedEngagements: fc.uniqueArray(fc.constantFrom(...ENGAGEMENTS)),
    partner: fc.boolean(),
    children: fc.nat(20),
    withdrawnAt: fc.option(past),
  });

  test('comes back from its export as it was', () => {
    fc.assert(
      fc.property(
        talent,
        country,
        fc.uuid(),
        line.map((text) => documentText(text)),
        fc.constantFrom(...TEXT_LANGUAGES),
        fc.option(past),
        (row, lives, id, text, language, givenAt) => {
          const stored = { ...row, id, country: lives, region: `${lives}-AC`, version: 1 } as Talent;
          const consent = givenAt ? { givenAt, withdrawnAt: null } : undefined;
          const exported = JSON.parse(
            JSON.stringify(talentToResume(stored, { language, text }, consent)),
          ) as object;
          const back = talentOf(exported);
          const { partner, children, withdrawnAt, ...profile } = row;
          expect(back.id).toBe(id);
          expect(back.withdrawnAt).toEqual(withdrawnAt);
          expect(back.consent).toEqual(consent ?? null);
          expect(back.data).toEqual({
            ...Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== null)),
            country: lives,
            region: `${lives}-AC`,
            household: { partner, children },
            cv: { language, text },
          });
        },
      ),
    );
  });
});
