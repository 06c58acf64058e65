import { expect, test } from 'vitest';
import { z } from 'zod';
import { checks, parseInput } from '../../src/kernel/index.ts';

const schema = z.object({ languages: checks.languageSkills, country: checks.country, start: checks.date });
const good = { languages: [{ language: 'sv', level: 'B2' }], country: 'SE', start: '2027-02-01' };

test('good data comes out in the shape that is stored', () => {
  expect(parseInput(schema, good)).toEqual({ ...good, languages: { sv: 'B2' } });
});

test.each([
  [{ ...good, country: 'Sweden' }, ['input', 'country']],
  [{ ...good, languages: [{ language: 'sv', level: 'B7' }] }, ['input', 'languages', 0, 'level']],
  [{ ...good, languages: [{ language: 'swedish', level: 'B2' }] }, ['input', 'languages', 0, 'language']],
  [{ ...good, languages: [...good.languages, { language: 'sv', level: 'C1' }] }, ['input', 'languages']],
  [{ ...good, start: '2027-02-30' }, ['input', 'start']],
  [{ ...good, start: 'soon' }, ['input', 'start']],
])('bad data is refused with the path to it: %j', (data, path) => {
  expect(() => parseInput(schema, data)).toThrowError(
    expect.objectContaining({ code: 'INPUT_INVALID', path }),
  );
});

test('of several problems the first is told, and how many more there are', () => {
  expect(() => parseInput(schema, { ...good, country: 'x', start: 'y' })).toThrowError(/country.*and 1 more/);
});
