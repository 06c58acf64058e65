import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forThoseWithout, interestLife, pairValue, type InterestState } from '../../src/events/index.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });
const states = Object.keys(interestLife.states) as InterestState[];

describe('what a meeting is worth', () => {
  test('grows with the score, and with who wants it', () => {
    fc.assert(
      fc.property(score, score, fc.boolean(), (one, two, excluded) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        for (const wanted of ['ACCEPTED', 'ASKED'] as const)
          expect(pairValue(wanted, low, excluded)!).toBeLessThanOrEqual(pairValue(wanted, high, excluded)!);
        expect(pairValue('ASKED', one, excluded)!).toBeLessThan(pairValue('ACCEPTED', one, excluded)!);
        expect(pairValue('SUGGESTED', one, false) ?? 0).toBeLessThan(pairValue('ASKED', one, false)!);
      }),
    );
  });

  test('is nothing where somebody said no, let it run out or took it back', () => {
    for (const state of states)
      expect(pairValue(state, 0.9, false) === undefined).toBe(
        ['DECLINED', 'EXPIRED', 'TAKEN_BACK'].includes(state),
      );
  });

  test('never suggests over a hard obstacle, while two who both want may meet in spite of it', () => {
    expect(pairValue('SUGGESTED', 0.9, true)).toBeUndefined();
    expect(pairValue('ACCEPTED', 0.9, true)).toBe(0.2);
  });
});

describe('suggestions for those whom no interest concerns', () => {
  const people = (prefix: string) => fc.constantFrom(...['1', '2', '3', '4'].map((n) => prefix + n));
  const pair = fc.record({ talentId: people('t'), organisationId: people('e') });
  const pairs = fc
    .uniqueArray(pair, { selector: ({ talentId, organisationId }) => talentId + organisationId })
    .map((all) => all.map((one, i) => ({ ...one, roleId: 'r', score: 1 - i / 100 })));

  test('give everybody without interest their best pairs, as many as asked for, and nobody else any by themselves', () => {
    fc.assert(
      fc.property(pairs, fc.array(pair), fc.integer({ min: 0, max: 3 }), (best, interests, most) => {
        const reached = new Set(interests.flatMap((each) => [each.talentId, each.organisationId]));
        const given = forThoseWithout(best, interests, most);
        for (const one of given)
          expect(reached.has(one.talentId) && reached.has(one.organisationId)).toBe(false);
        for (const side of ['talentId', 'organisationId'] as const)
          for (const id of new Set(best.map((one) => one[side]))) {
            if (reached.has(id)) continue;
            const theirs = best.filter((one) => one[side] === id);
            for (const first of theirs.slice(0, most)) expect(given).toContain(first);
          }
      }),
    );
  });
});
