import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCast } from '../../../seeds/index.ts';
import { packageFolder } from '../../../src/settings.ts';
import { blindText, MASK } from '../../../src/talents/index.ts';

const cast = readCast(packageFolder());
const identities = parse(readFileSync(join(import.meta.dirname, 'cast-identities.yaml'), 'utf8')) as Record<
  string,
  string[]
>;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** An excerpt as the reader is to see it, what stands in brackets hidden; and without the brackets. */
const asShown = (excerpt: string): string =>
  excerpt.replace(/\[([^\]]*)\]/g, (_, hidden: string) => MASK.repeat(hidden.length));
const asWritten = (excerpt: string): string => excerpt.replace(/[[\]]/g, '');

describe.each(cast.talents)('the CV of $slug, seen blind', ({ slug, data }) => {
  const shown = blindText(data.cv.text, data);

  test('has no part of the name and no e-mail address in it', () => {
    const words = new Set(plain(shown).match(/[a-z]+/g));
    // Particles (`Le Goff`, `El Amrani`) and syllables (`Li-wei`) are words of the language too.
    for (const part of plain(data.name).match(/[a-z]{3,}/g)!) expect(words).not.toContain(part);
    expect(shown).not.toContain(data.email);
    expect(shown).not.toContain('@');
  });

  test('hides what a reader found, and nothing else around it', () => {
    for (const excerpt of identities[slug] ?? []) {
      const start = data.cv.text.indexOf(asWritten(excerpt));
      expect(start, `not in the CV: ${excerpt}`).toBeGreaterThanOrEqual(0);
      expect(shown.slice(start, start + asShown(excerpt).length)).toBe(asShown(excerpt));
    }
  });
});
