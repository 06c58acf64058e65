import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEXT_LANGUAGES } from '../../src/kernel/index.ts';
import { templateRegister } from '../../src/messages/index.ts';
// Brings the whole service with it, and so every room's templates.
import { NOW } from '../testkit/index.ts';

/** What a JSON Schema says of a value, as far as templates use it. */
interface Shape {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minimum?: number;
}

const TEXTS: Readonly<Record<string, string>> = {
  uuid: '01a201f9-4c33-76c6-bfc2-24644d86f7e1',
  'date-time': NOW.toISOString(),
  date: '2026-11-21',
  uri: 'https://example.org/',
  email: 'ada@example.org',
};

/** A value of the shape: with everything that may be there, or with as little as may be. */
function sampleOf(shape: Shape, full: boolean): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.examples) return shape.examples[0];
  if (shape.enum) return shape.enum.at(full ? 0 : -1);
  if (shape.anyOf) return sampleOf(shape.anyOf.at(full ? 0 : -1)!, full);
  switch (shape.type) {
    case 'string':
      return TEXTS[shape.format ?? ''] ?? 'Sample';
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, full ? 3 : 1);
    case 'boolean':
      return full;
    case 'array':
      return full
        ? [sampleOf(shape.items!, full), sampleOf(shape.items!, full)]
        : [sampleOf(shape.items!, full)];
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => full || (shape.required ?? []).includes(name))
          // The one text of a form of its own that JSON Schema has no name for.
          .map(([name, inner]) => [name, name === 'zone' ? 'Europe/Stockholm' : sampleOf(inner, full)]),
      );
    default:
      return null;
  }
}

describe.each([...templateRegister().values()])('the template $name', ({ parameters, words }) => {
  test.each(TEXT_LANGUAGES)('says something whole in %s', (language) => {
    for (const full of [true, false]) {
      const shape = z.toJSONSchema(parameters, { io: 'input' }) as Shape;
      const { subject, text } = words[language](parameters.parse(sampleOf(shape, full)));
      expect(subject).toMatch(/^\S.*\S$/);
      expect(subject.length).toBeLessThan(150);
      for (const part of [subject, text]) {
        expect(part.trim()).not.toBe('');
        expect(part).not.toMatch(/undefined|null|NaN|Invalid Date|\[object|[{}]/);
      }
    }
  });

  test('says it differently in each language', () => {
    const shape = z.toJSONSchema(parameters, { io: 'input' }) as Shape;
    const texts = TEXT_LANGUAGES.map(
      (language) => words[language](parameters.parse(sampleOf(shape, true))).text,
    );
    expect(new Set(texts).size).toBe(TEXT_LANGUAGES.length);
  });
});
