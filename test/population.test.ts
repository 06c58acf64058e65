import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId } from '../src/kernel/index.ts';
import { organisationData } from '../src/organisations/index.ts';
import { roleData, roleInput } from '../src/roles/index.ts';
import { talentData, talentInput } from '../src/talents/index.ts';
import { employerOf, OCCUPATIONS, population, roleOf, talentOf, wordCount } from './bench/population.ts';

const place = fc.nat({ max: 1_000_000 });
const seed = fc.string({ minLength: 1, maxLength: 12 });

/** A list of languages, as an input has it, from the record that the output has. */
const asInput = (levels: Record<string, string>) =>
  Object.entries(levels).map(([language, level]) => ({ language, level }));

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

describe('the generated population', () => {
  test('is the same every time: the nth depends on seed and place alone', () => {
    fc.assert(
      fc.property(seed, place, (word, n) => {
        expect(talentOf(word, n)).toEqual(talentOf(word, n));
        expect(roleOf(word, n)).toEqual(roleOf(word, n));
        expect(employerOf(word, n)).toEqual(employerOf(word, n));
      }),
      { numRuns: 50 },
    );
    const few = population({ talents: 5, roles: 7 });
    const more = population({ talents: 9, roles: 13 });
    expect([...more.talents].slice(0, 5)).toEqual([...few.talents]);
    expect([...few.talents]).toEqual([...few.talents]);
    expect([...more.roles].slice(0, 7)).toEqual([...few.roles]);
  });

  test('differs from seed to seed', () => {
    fc.assert(
      fc.property(seed, seed, place, (one, other, n) => {
        fc.pre(one !== other);
        expect(talentOf(one, n).id).not.toBe(talentOf(other, n).id);
        expect(talentOf(one, n).data.cv.text).not.toBe(talentOf(other, n).data.cv.text);
        expect(roleOf(one, n).id).not.toBe(roleOf(other, n).id);
      }),
      { numRuns: 50 },
    );
  });

  test('passes the checks of every input and keeps CVs between 120 and 300 words', () => {
    fc.assert(
      fc.property(seed, place, (word, n) => {
        const { id, data } = talentOf(word, n);
        expect(isId(id)).toBe(true);
        expect(talentData.parse({ ...data, languages: asInput(data.languages) })).toEqual(data);
        expect(talentInput({ ...data, languages: asInput(data.languages) }).cv.text).toBe(data.cv.text);
        expect(wordCount(data.cv.text)).toBeGreaterThanOrEqual(120);
        expect(wordCount(data.cv.text)).toBeLessThanOrEqual(300);
        expect(data.cv.text).not.toMatch(/[{}]|undefined/);

        const { data: role } = roleOf(word, n);
        expect(roleData.parse({ ...role, workingLanguages: asInput(role.workingLanguages) })).toEqual(role);
        expect(
          roleInput({ ...role, workingLanguages: asInput(role.workingLanguages) }).description.text,
        ).toBe(role.description.text);
        expect(role.description.text).not.toMatch(/[{}]|undefined/);
        expect(organisationData.parse(employerOf(word, n).data)).toEqual(employerOf(word, n).data);
      }),
      { numRuns: 300 },
    );
  });

  test('gives every role an employer of the population', () => {
    const { organisations, roles } = population({ talents: 0, roles: 40 });
    const known = new Set([...organisations].map(({ id }) => id));
    for (const { data } of roles) expect(known).toContain(data.employerId);
  });

  test('has the shares of languages, consents and willingness that a mission meets', () => {
    const talents = [...population({ talents: 3000, roles: 0 }).talents];
    expect(share(talents, ({ consent }) => consent)).toBeCloseTo(0.95, 1);
    expect(share(talents, ({ data }) => data.cv.language === 'fr')).toBeGreaterThan(0.2);
    expect(share(talents, ({ data }) => data.cv.language === 'sv')).toBeGreaterThan(0.08);
    expect(share(talents, ({ data }) => data.relocate === true)).toBeGreaterThan(0.65);
    expect(share(talents, ({ data }) => data.relocate === false)).toBeGreaterThan(0.04);
    expect(share(talents, ({ data }) => data.citizenship === 'EU_EEA_SWISS')).toBeGreaterThan(0.4);
    expect(share(talents, ({ data }) => data.citizenship === 'THIRD_COUNTRY')).toBeGreaterThan(0.3);
    expect(new Set(talents.map(({ data }) => data.country)).size).toBeGreaterThan(25);
    expect(new Set(talents.map(({ occupation }) => occupation)).size).toBe(OCCUPATIONS.length);
  });

  test('repeats no CV', () => {
    const texts = [...population({ talents: 3000, roles: 0 }).talents].map(({ data }) => data.cv.text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('knows every occupation in three languages, with enough words to vary', () => {
    expect(OCCUPATIONS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(OCCUPATIONS.map(({ name }) => name)).size).toBe(OCCUPATIONS.length);
    for (const { name, en, sv, fr } of OCCUPATIONS)
      for (const words of [en, sv, fr])
        expect([words.skills.length, words.tasks.length], name).toEqual([4, 5]);
  });
});
