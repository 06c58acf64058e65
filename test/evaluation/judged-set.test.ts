import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readJudgedSet, wholeText } from '../../src/evaluation/index.ts';

const root = mkdtempSync(join(tmpdir(), 'tandem-evaluation-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const GOOD = {
  corpus: '{"_id":"d1","title":"","text":"nurse"}\n{"_id":"d2","title":"Cook","text":"prepares meals"}\n',
  queries: '{"_id":"q1","text":"sjuksköterska"}\n{"_id":"q2","text":"kock"}\n',
  qrels: 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\n',
};

/** A folder with these files; one given as undefined is left out. */
function folderWith(files: Partial<Record<keyof typeof GOOD, string | Buffer | undefined>>): string {
  const folder = mkdtempSync(join(root, 'set-'));
  mkdirSync(join(folder, 'qrels'));
  const { corpus, queries, qrels } = { ...GOOD, ...files };
  if (corpus !== undefined) writeFileSync(join(folder, 'corpus.jsonl'), corpus);
  if (queries !== undefined) writeFileSync(join(folder, 'queries.jsonl'), queries);
  if (qrels !== undefined) writeFileSync(join(folder, 'qrels', 'test.tsv'), qrels);
  return folder;
}

describe('reading a test set', () => {
  test('takes titles and texts, and keeps grades by query', async () => {
    const set = await readJudgedSet(folderWith({}));
    expect(set.corpus).toEqual([
      { id: 'd1', title: '', text: 'nurse' },
      { id: 'd2', title: 'Cook', text: 'prepares meals' },
    ]);
    expect(set.corpus.map((document) => wholeText(document))).toEqual(['nurse', 'Cook prepares meals']);
    expect(set.queries.map(({ text }) => text)).toEqual(['sjuksköterska', 'kock']);
    expect(set.judgements.get('q2')).toEqual(new Map([['d2', 2]]));
  });

  test('takes numbers as identifiers, a title that repeats the text once, and texts that are not there', async () => {
    const set = await readJudgedSet(
      folderWith({
        corpus: '{"_id":1,"title":"kock","text":"kock"}\r\n\r\n{"_id":"2","text":null}\r\n',
        qrels: 'q1\t1\t1\r\n',
      }),
    );
    expect(set.corpus).toEqual([
      { id: '1', title: '', text: 'kock' },
      { id: '2', title: '', text: '' },
    ]);
  });

  test.each([
    ['a byte order mark', '\uFEFFquery-id\tcorpus-id\tscore\nq1\td1\t1\n'],
    ['a byte order mark and no header', '\uFEFFq1\td1\t1\n'],
    ['a header in other words', 'qid\tdid\trel\r\nq1\td1\t1\r\n'],
    ['decimals', 'q1\td1\t1.0\n'],
    ['a line twice', 'q1\td1\t1\nq1\td1\t1\n'],
  ])('takes judgements with %s', async (_, qrels) => {
    const { judgements } = await readJudgedSet(folderWith({ qrels }));
    expect(judgements).toEqual(new Map([['q1', new Map([['d1', 1]])]]));
  });

  test('takes a byte order mark and lines that end as in Windows in its texts', async () => {
    const set = await readJudgedSet(
      folderWith({
        corpus: `\uFEFF${GOOD.corpus.replaceAll('\n', '\r\n')}`,
        queries: `\uFEFF${GOOD.queries.replaceAll('\n', '\r\n')}`,
      }),
    );
    expect(set.corpus.map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect(set.queries.map(({ text }) => text)).toEqual(['sjuksköterska', 'kock']);
  });

  test.each([
    ['a broken line', { corpus: '{"_id":"d1","text":"a"}\n{"_id":"d2",\n' }, 'corpus.jsonl:2: is no JSON'],
    ['a list', { corpus: '"text"\n' }, 'corpus.jsonl:1: is no JSON object'],
    ['no identifier', { queries: '{"text":"a"}\n' }, 'queries.jsonl:1: has no _id'],
    [
      'blanks in one',
      { queries: '{"_id":"a b","text":"a"}\n' },
      'queries.jsonl:1: has an _id that is empty or holds',
    ],
    [
      'a text of another kind',
      { corpus: '{"_id":"d1","text":[]}\n' },
      'corpus.jsonl:1: has a title or text that is',
    ],
    [
      'one twice',
      { corpus: `${GOOD.corpus}{"_id":"d1","text":"x"}\n` },
      'corpus.jsonl:3: has the _id of line 1',
    ],
    ['other bytes', { corpus: Buffer.from([0xff, 0xfe, 0x0a]) }, 'corpus.jsonl:1: is no text in UTF-8'],
    ['an unknown query', { qrels: 'q1\td1\t1\nq9\td1\t1\n' }, 'test.tsv:2: names a query that is not in'],
    [
      'an unknown document',
      { qrels: `${GOOD.qrels}q1\td9\t1\n` },
      'test.tsv:4: names a document that is not in',
    ],
    ['a missing column', { qrels: 'q1\td1\n' }, 'test.tsv:1: has 2 columns instead of'],
    ['a grade in words', { qrels: 'q1\td1\tvery\n' }, 'test.tsv:1: has a grade that is no whole number'],
    [
      'a pair with two grades',
      { qrels: 'q1\td1\t1\nq1\td1\t0\n' },
      'test.tsv:2: judges a document a second time',
    ],
  ])('refuses %s and names the line', async (_, files, message) => {
    await expect(readJudgedSet(folderWith(files))).rejects.toMatchObject({
      code: 'EVALUATION_LINE_INVALID',
      message: expect.stringContaining(message),
    });
  });

  test('never quotes what stands in a line', async () => {
    const corpus = '{"_id":"d1","text":"Astrid Lindqvist"\n';
    await expect(readJudgedSet(folderWith({ corpus }))).rejects.toMatchObject({
      message: expect.not.stringContaining('Astrid'),
    });
  });

  test('says which file is missing', async () => {
    await expect(readJudgedSet(folderWith({ queries: undefined }))).rejects.toMatchObject({
      code: 'EVALUATION_SET_INCOMPLETE',
      message: expect.stringContaining('queries.jsonl is missing'),
    });
  });

  test('refuses a set in which nothing is relevant', async () => {
    await expect(readJudgedSet(folderWith({ qrels: 'q1\td1\t0\n' }))).rejects.toMatchObject({
      code: 'EVALUATION_NOTHING_JUDGED',
    });
  });
});
