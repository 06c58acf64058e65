import { addressesIn } from './addresses.ts';
import { birthAndAgeIn } from './birth-and-age.ts';
import { contactIn } from './contact.ts';
import { familyIn } from './family.ts';
import { genderIn } from './gender.ts';
import { namesIn, type Person } from './names.ts';
import { nationalityIn } from './nationality.ts';
import { personalNumbersIn } from './personal-numbers.ts';
import { photosIn } from './photos.ts';
import { readCv } from './reading.ts';
import { schoolsIn } from './schools.ts';
import { hidden } from './span.ts';

/** Goes up by one with every change of what is hidden, so that CVs kept as blind are made anew. */
export const BLIND_RULES = 2;

/** What tells who somebody is, kind by kind. */
const DETECTORS = [
  contactIn,
  photosIn,
  addressesIn,
  personalNumbersIn,
  birthAndAgeIn,
  familyIn,
  genderIn,
  nationalityIn,
  schoolsIn,
];

/** After so many nothing more is sought: of texts written to be slow, each pass would find one more word. */
const MOST_PASSES = 20;

/**
 * A CV in English, Swedish or French as it is shown to those who may not know who the person is: names, contact,
 * addresses, birth and age, personal numbers, gender, family, nationality, schools and photographs are hidden by
 * `█`, character by character, so that the text is as long as before and offsets into it stay right. Hiding what is
 * hidden already changes nothing. Rules over words, no model: docs/privacy.md says what they cannot know.
 */
export function blindText(text: string, person: Person): string {
  // What is hidden can bring two words together that say more: until nothing is found any more.
  let shown = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const cv = readCv(shown);
    const next = hidden(shown, [...namesIn(cv, person), ...DETECTORS.flatMap((detect) => detect(cv))]);
    if (next === shown) return shown;
    shown = next;
  }
  return shown;
}
