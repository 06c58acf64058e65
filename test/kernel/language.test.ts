import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGE_LEVELS, levelRank, reachesLevel } from '../../src/kernel/index.ts';

const level = fc.constantFrom(...LANGUAGE_LEVELS);

test('whoever reaches a level reaches every lower one', () => {
  fc.assert(
    fc.property(level, level, (spoken, needed) => {
      expect(reachesLevel(spoken, needed)).toBe(levelRank(spoken) >= levelRank(needed));
      expect(reachesLevel('NATIVE', needed)).toBe(true);
      expect(reachesLevel(spoken, 'A1')).toBe(true);
    }),
    { seed: 3 },
  );
});

test('C1 does for B2, B1 does not', () => {
  expect(reachesLevel('C1', 'B2')).toBe(true);
  expect(reachesLevel('B1', 'B2')).toBe(false);
});
