import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, LoneAnonymousOperationRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../docs/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));

/** A block may show one anonymous query after the other: a reader runs one at a time. */
const rules = specifiedRules.filter((rule) => rule !== LoneAnonymousOperationRule);

const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const blocks = pages.flatMap((page) =>
  [...readFileSync(new URL(page, FOLDER), 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)].map(
    ([, query], place) => [`${page}, block ${place + 1}`, query!] as const,
  ),
);

describe('the docs', () => {
  test.each(blocks)('ask what the API answers: %s', (_, query) => {
    expect(validate(schema, parse(query), rules).map(({ message }) => message)).toEqual([]);
  });

  test('name only queries and mutations that there are, in the table of systems', () => {
    const fields = new Set(
      [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) => Object.keys(type.getFields())),
    );
    const page = readFileSync(new URL('systems.md', FOLDER), 'utf8');
    const named = [...page.matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !fields.has(name))).toEqual([]);
  });

  test('link to pages that there are', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(new URL(page, FOLDER), 'utf8').matchAll(/\]\(([\w-]+\.md)(?:#[\w-]+)?\)/g)]
        .map(([, link]) => link!)
        .filter((link) => !pages.includes(link))
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});
