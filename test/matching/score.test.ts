import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byScore, scoreOf, similarityPart, wishesPart } from '../../src/matching/score.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const parts = fc.record({ vector: share, text: share, conditions: share, wishes: share });
const pair = fc.record({ sameLanguage: fc.boolean(), failed: fc.boolean() });

describe('a score', () => {
  test('is in [0, 1]', () => {
    fc.assert(
      fc.property(parts, pair, (of, between) => {
        const score = scoreOf(of, between);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { seed: 8 },
    );
  });

  test('never falls when a part of it rises', () => {
    fc.assert(
      fc.property(
        parts,
        pair,
        fc.constantFrom('vector', 'text', 'conditions', 'wishes'),
        share,
        (of, between, part, more) => {
          const better = { ...of, [part]: Math.max(of[part], more) };
          expect(scoreOf(better, between)).toBeGreaterThanOrEqual(scoreOf(of, between));
        },
      ),
      { seed: 9 },
    );
  });

  test('is 1 where everything is right, and 0 where nothing of the text is', () => {
    const all = { vector: 1, text: 1, conditions: 1, wishes: 1 };
    expect(scoreOf(all, { sameLanguage: true, failed: false })).toBe(1);
    expect(scoreOf({ ...all, vector: 0, text: 0 }, { sameLanguage: false, failed: false })).toBe(0);
  });

  test('hangs less on words where the two are in different languages', () => {
    const wordless = { vector: 0.8, text: 0, conditions: 1, wishes: 1 };
    expect(scoreOf(wordless, { sameLanguage: false, failed: false })).toBeGreaterThan(
      scoreOf(wordless, { sameLanguage: true, failed: false }),
    );
  });
});

describe('the likeness of two texts', () => {
  test('is one half two deviations above what is usual, and small at what is usual', () => {
    const scale = { mean: 0.8, deviation: 0.02 };
    expect(similarityPart(0.84, scale)).toBeCloseTo(0.5, 6);
    expect(similarityPart(0.8, scale)).toBeLessThan(0.06);
    expect(similarityPart(0.9, scale)).toBeGreaterThan(0.95);
  });
});

describe('wishes', () => {
  const role = { country: 'SE', region: 'SE-AC', engagement: 'PERMANENT' as const };

  test.each([
    [[], [], 1],
    [['SE'], [], 1],
    [['SE-AC', 'CA-QC'], ['PERMANENT'], 1],
    [['SE-BD'], ['PERMANENT'], 0.5],
    [['CA'], ['INTERNSHIP'], 0],
  ] as const)(
    'for %j and %j are fulfilled by a permanent role in Västerbotten to %d',
    (regions, engagements, expected) => {
      const talent = { wishedRegions: [...regions], wishedEngagements: [...engagements] };
      expect(wishesPart(talent, role)).toBe(expected);
    },
  );
});

test('equals are ordered by identifier, so that every ranking is the same twice', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ score: fc.constantFrom(0.1, 0.5), id: fc.uuid() })), (matches) => {
      expect([...matches].reverse().sort(byScore)).toEqual([...matches].sort(byScore));
    }),
    { seed: 10 },
  );
});
