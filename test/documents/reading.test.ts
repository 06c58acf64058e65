import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centred, centreOf } from '../../src/documents/reading/centre.ts';
import { isCopy, printsOf } from '../../src/documents/reading/prints.ts';
import { flawsOf } from '../../src/documents/reading/worth-reading.ts';

const PROSE =
  'Emergency nurse at a regional hospital since 2019: triage, resuscitation, intravenous access, blood gases, and the training of new colleagues on the night shift, often with two ambulances waiting outside.';
const OTHER =
  'Before that I kept the books of a fishing cooperative for eleven years, closed the month in three days and travelled along the coast to count nets, engines, crates and the diesel in every tank.';

describe('a passage', () => {
  test('is worth reading once', () => {
    expect(flawsOf([PROSE, OTHER])).toEqual([null, null]);
    expect(flawsOf([PROSE, OTHER, PROSE])).toEqual([null, null, 'REPEATED']);
  });

  test.each([
    'triage '.repeat(45),
    'triage ECG nurse '.repeat(15),
    'nurse triage ECG, ECG nurse triage; triage nurse ECG. '.repeat(5),
  ])('of few words over and over is a repetition: %s', (passage) => {
    expect(flawsOf([passage])).toEqual(['REPEATED']);
  });

  test('that lists many tools is none', () => {
    expect(
      flawsOf(['Java, Kotlin, Go, Python, SQL, Kafka, Spark, dbt, Airflow, Docker, Git, Linux, Bash, Rust']),
    ).toEqual([null]);
  });

  test.each(['ممرضة في قسم الطوارئ منذ عشر سنوات', '急诊科护士，十年经验，分诊和复苏'])(
    'in another script is not read: %s',
    (passage) => {
      expect(flawsOf([passage, `Nurse. ${passage.slice(0, 3)}`])).toEqual(['OTHER_SCRIPT', null]);
    },
  );

  test('of any text is judged without failing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (passages) => {
        expect(flawsOf(passages)).toHaveLength(passages.length);
      }),
    );
  });
});

describe('a copy', () => {
  const of = (...texts: string[]) => new Set(texts.flatMap((text) => [...printsOf(text)]));

  test('is known wherever it stands, in other cases and with other marks between the words', () => {
    expect(isCopy(printsOf(PROSE), of(`${OTHER} ${PROSE}`))).toBe(true);
    expect(isCopy(printsOf(PROSE.toUpperCase().replaceAll(',', ' –')), of(PROSE))).toBe(true);
  });

  test('is no text of its own, and none of so few words that they prove nothing', () => {
    expect(isCopy(printsOf(PROSE), of(OTHER))).toBe(false);
    expect(isCopy(printsOf('Nurse with triage.'), of('Nurse with triage.'))).toBe(false);
    expect(isCopy(printsOf(''), of(''))).toBe(false);
  });
});

describe('seen from the centre', () => {
  test('texts on either side of it point away from each other', () => {
    const centre = centreOf(
      [
        [1, 0.5, 0],
        [1, -0.5, 0],
      ],
      3,
    );
    expect([...centre]).toEqual([1, 0, 0]);
    expect([...centred([1, 0.5, 0], centre)]).toEqual([0, 1, 0]);
    expect([...centred([1, -0.5, 0], centre)]).toEqual([0, -1, 0]);
  });

  test('a text of which nothing is known, and the centre itself, point nowhere', () => {
    expect([...centred([0, 0, 0], [1, 0, 0])]).toEqual([0, 0, 0]);
    expect([...centred([1, 0, 0], [1, 0, 0])]).toEqual([0, 0, 0]);
  });
});
