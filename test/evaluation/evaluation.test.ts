import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate, openTrecRun, type JudgedSet, type Ranked } from '../../src/evaluation/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SET: JudgedSet = {
  corpus: ['a', 'b', 'c'].map((id) => ({ id, title: '', text: id })),
  queries: ['q1', 'q2', 'q3'].map((id) => ({ id, title: '', text: id })),
  judgements: new Map([
    ['q1', new Map([['b', 1]])],
    ['q2', new Map([['a', 0]])],
    ['q3', new Map([['c', 2]])],
  ]),
};

/** Ranks a before b for every query, and c never. */
const ranker = (asked: number[]) => (queries: readonly number[]) => {
  asked.push(...queries);
  const ranking: Ranked[] = [
    { id: 'b', score: 1 },
    { id: 'a', score: 2 },
  ];
  return Promise.resolve(queries.map(() => ranking));
};

describe('an evaluation', () => {
  test('takes the mean over queries with a relevant document, and leaves the others unranked', async () => {
    const asked: number[] = [];
    const { documents, queries, judged, measures } = await evaluate(SET, ranker(asked));
    expect({ documents, queries, judged }).toEqual({ documents: 3, queries: 3, judged: 2 });
    expect(asked).toEqual([0, 2]);
    expect(measures.mrr).toBe((1 / 2 + 0) / 2);
  });

  test('ranks all queries where the rankings are recorded', async () => {
    const recorded: [string, string[]][] = [];
    const done: number[] = [];
    const { judged } = await evaluate(SET, ranker([]), {
      progress: (count) => done.push(count),
      record: async (query, ranking) => {
        recorded.push([query, ranking.map(({ id }) => id)]);
      },
    });
    expect(recorded).toEqual(['q1', 'q2', 'q3'].map((query) => [query, ['a', 'b']]));
    expect(judged).toBe(2);
    expect(done).toEqual([3]);
  });
});

describe('a run', () => {
  test('has six columns and is in its place only when it is complete', async () => {
    const file = join(folder, 'titles.trec');
    const run = await openTrecRun(file, 'tandem');
    await run.add('q1', [
      { id: 'd7', score: 1 / 3 },
      { id: 'd2', score: -0.5 },
    ]);
    expect(existsSync(file)).toBe(false);
    await run.complete();
    expect(readFileSync(file, 'utf8')).toBe('q1 Q0 d7 1 0.333333343 tandem\nq1 Q0 d2 2 -0.5 tandem\n');
    expect(existsSync(`${file}.unfinished`)).toBe(false);
  });

  test('leaves nothing behind when it is given up', async () => {
    const file = join(folder, 'given-up.trec');
    const run = await openTrecRun(file, 'tandem');
    await run.discard();
    expect(existsSync(`${file}.unfinished`)).toBe(false);
  });

  test('is refused where nothing can be written', async () => {
    await expect(openTrecRun(join(folder, 'missing', 'x.trec'), 'tandem')).rejects.toMatchObject({
      code: 'EVALUATION_RUN_UNWRITABLE',
      message: expect.stringContaining('ENOENT'),
    });
  });
});
