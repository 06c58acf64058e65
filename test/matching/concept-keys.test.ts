import { expect, test } from 'vitest';
import { soughtBy, type SourcedLink } from '../../src/matching/concepts/concept-keys.ts';

const link = (conceptId: string, source: SourcedLink['source'], how: SourcedLink['how']): SourcedLink => ({
  conceptId,
  kind: 'OCCUPATION',
  source,
  item: null,
  start: 0,
  end: 1,
  how,
  confidence: 1,
});
const keys = (...links: SourcedLink[]) => [...soughtBy(links, () => null).keys()];

test('a title that names an occupation is all that a role seeks of occupations', () => {
  const named = link('nurse', 'TITLE', 'EXACT');
  expect(keys(named, link('cook', 'TEXT', 'EXACT'))).toEqual(keys(named));
});

test('a title that is linked by meaning alone does not silence the description', () => {
  const meant = link('nurse', 'TITLE', 'MEANING');
  const named = link('cook', 'TEXT', 'EXACT');
  expect(keys(meant, named)).toEqual([...keys(meant), ...keys(named)]);
});

test('of more concepts than are looked for, a role seeks those that it asks for most', () => {
  const skill = (conceptId: string, source: SourcedLink['source']): SourcedLink => ({
    ...link(conceptId, source, 'EXACT'),
    kind: 'SKILL',
  });
  const told = Array.from({ length: 100 }, (_, n) => skill(`told ${n}`, 'TEXT'));
  const asked = Array.from({ length: 40 }, (_, n) => skill(`asked ${n}`, 'MUST_HAVE'));
  expect(keys(...told, ...asked)).toEqual([...keys(...asked), ...keys(...told.slice(0, 24))]);
});
