import { expect, test } from 'vitest';
import { derivedId, isId, newId } from '../../src/kernel/index.ts';

test('later identifiers sort after earlier ones', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect([...ids].sort()).toEqual(ids);
});

test('the same name of the same kind derives the same identifier, another kind another', () => {
  expect(derivedId('talent', 'ada')).toBe(derivedId('talent', 'ada'));
  expect(derivedId('talent', 'ada')).not.toBe(derivedId('role', 'ada'));
});

test.each([newId(), derivedId('talent', 'ada')])('%s is an identifier', (id) => expect(isId(id)).toBe(true));

test.each(['', '42', "1' OR '1'='1", `${newId()}0`])('%s is none', (text) => expect(isId(text)).toBe(false));
