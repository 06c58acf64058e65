import { GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tandemSchema } from '../../src/api/index.ts';
import { MEASURES, type Measure } from '../../src/metrics/index.ts';
import { describeMeasure } from '../../src/metrics/measures.ts';
import { packageFolder } from '../../src/settings.ts';
import { addTalent, useApi } from '../testkit/index.ts';

const api = useApi();
const all = Object.entries<Measure>(MEASURES);

describe('each measure is defined once', () => {
  test('and docs/metrics.md has the same definitions', () => {
    const documented = readFileSync(join(packageFolder(), 'docs', 'metrics.md'), 'utf8')
      .split('## Measures')[1]!
      .split('\n')
      .filter((line) => /^\| `\w+`/.test(line))
      .map((line) =>
        line
          .slice(2, -2)
          .split('|')
          .map((cell) => cell.trim()),
      );
    expect(documented).toEqual(
      all.map(([name, { title, counts, of, period, missing, source }]) => [
        `\`${name}\``,
        title,
        counts,
        of ?? '–',
        period,
        missing,
        source,
      ]),
    );
  });

  test('and a field of the schema has it for its description', async () => {
    const descriptions = Object.values((await tandemSchema()).getTypeMap())
      .filter((type) => type instanceof GraphQLObjectType)
      .flatMap((type) => Object.values(type.getFields()).map(({ description }) => description));
    const without = Object.keys(MEASURES).filter(
      (name) => !descriptions.includes(describeMeasure(name as keyof typeof MEASURES)),
    );
    expect(without).toEqual([]);
  });

  test('and anybody with a token reads them as data', async () => {
    const { data } = await api.ask<{ reportMeasures: { name: string; of: string | null }[] }>(
      await addTalent(api),
      '{ reportMeasures { name title counts of period missing source } }',
    );
    expect(data.reportMeasures).toEqual(all.map(([name, measure]) => ({ name, ...measure })));
    const { errors } = await api.ask(null, '{ reportMeasures { name } }');
    expect(errors?.[0]!.extensions.code).toBe('ACCESS_UNAUTHENTICATED');
  });
});
