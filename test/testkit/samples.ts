import { randomUUID } from 'node:crypto';

/** A talent as a client sends it, for tests that change one thing about it. */
export const talentInput = (changes: Record<string, unknown> = {}) => ({
  name: 'Ada Sample',
  email: 'ada@example.org',
  country: 'FR',
  region: 'FR-ARA',
  citizenship: 'EU_EEA_SWISS',
  rightToWorkIn: [],
  segment: 'SPECIALIST',
  languages: [
    { language: 'fr', level: 'NATIVE' },
    { language: 'en', level: 'B2' },
  ],
  earliestStart: '2027-02-01',
  relocate: true,
  wishedRegions: [],
  wishedEngagements: [],
  household: { partner: false, children: 0 },
  cv: {
    language: 'en',
    text: 'Registered nurse, six years in emergency care: triage, ECG, intravenous access.',
  },
  ...changes,
});

/** A role as a client sends it. */
export const roleInput = (employerId: string, changes: Record<string, unknown> = {}) => ({
  employerId,
  title: 'Emergency nurse',
  country: 'SE',
  region: 'SE-AC',
  city: 'Umeå',
  sector: 'HEALTH_CARE',
  engagement: 'PERMANENT',
  workingLanguages: [{ language: 'en', level: 'B1' }],
  englishAccepted: false,
  mustHave: ['triage'],
  niceToHave: [],
  openings: 1,
  salary: { min: 35000, max: 41000, currency: 'SEK', period: 'MONTH' },
  startBy: '2027-06-01',
  permitSupport: true,
  description: {
    language: 'en',
    text: 'We look for a nurse with experience of triage in an emergency department.',
  },
  ...changes,
});

/** An employer as an operator sends it. */
export const employerInput = (changes: Record<string, unknown> = {}) => ({
  name: `Sample Care ${randomUUID().slice(0, 8)}`,
  kind: 'EMPLOYER',
  country: 'SE',
  region: 'SE-AC',
  employees: 40,
  ...changes,
});
