import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byScore, scoresOf, similarityPart, wishesPart } from '../../src/matching/score.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const PARTS = ['vector', 'text', 'concepts', 'evidence', 'conditions', 'wishes'] as const;
const parts = fc.record({
  vector: share,
  text: share,
  concepts: share,
  evidence: share,
  conditions: share,
  wishes: share,
});
const pair = fc.record({ failed: fc.boolean(), start: fc.double({ min: -10, max: 0, noNaN: true }) });
const ALL = { vector: 1, text: 1, concepts: 1, evidence: 1, conditions: 1, wishes: 1 };

describe('a score', () => {
  test('is in [0, 1], and so is what each side sees', () => {
    fc.assert(
      fc.property(parts, pair, (of, between) => {
        for (const score of Object.values(scoresOf(of, between))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 8 },
    );
  });

  test('never falls when a part of it rises', () => {
    fc.assert(
      fc.property(parts, pair, fc.constantFrom(...PARTS), share, (of, between, part, more) => {
        const better = { ...of, [part]: Math.max(of[part], more) };
        expect(scoresOf(better, between).score).toBeGreaterThanOrEqual(scoresOf(of, between).score);
      }),
      { seed: 9 },
    );
  });

  test('is never above what either side sees, and equal to one where the other has nothing against it', () => {
    fc.assert(
      fc.property(parts, (of) => {
        const { score, employerSide, talentSide } = scoresOf(of, { failed: false, start: -7.1 });
        expect(score).toBeLessThanOrEqual(Math.min(employerSide, talentSide));
        const content = scoresOf({ ...of, wishes: 1 }, { failed: false, start: -7.1 });
        expect(content.score).toBe(content.employerSide);
        const unconditional = scoresOf({ ...of, conditions: 1 }, { failed: false, start: -7.1 });
        expect(unconditional.score).toBe(unconditional.talentSide);
      }),
      { seed: 12 },
    );
  });

  test('is near 1 where everything is right, and near 0 where nothing of the text is', () => {
    expect(scoresOf(ALL, { failed: false, start: -7.1 }).score).toBeGreaterThan(0.97);
    const none = { ...ALL, vector: 0, text: 0, concepts: 0, evidence: 0 };
    expect(scoresOf(none, { failed: false, start: -7.1 }).score).toBeLessThan(0.03);
  });

  test('is halved by a condition that fails', () => {
    expect(scoresOf(ALL, { failed: true, start: -7.1 }).score).toBeCloseTo(
      scoresOf(ALL, { failed: false, start: -7.1 }).score / 2,
      5,
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
