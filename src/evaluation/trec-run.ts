import { open, rename, rm } from 'node:fs/promises';
import { runUnwritable } from './evaluation.failures.ts';
import type { Ranked } from './measures.ts';

/** A file with rankings in the six columns that trec_eval reads: query, Q0, document, rank, score, name of the run. */
export interface TrecRun {
  add(query: string, ranking: readonly Ranked[]): Promise<void>;
  /** Puts the file in its place: until then it is called `<file>.unfinished`. */
  complete(): Promise<void>;
  /** Takes away what was written of a run that was not completed. */
  discard(): Promise<void>;
}

/**
 * Begins a run. Every method @throws EVALUATION_RUN_UNWRITABLE.
 * @param name of the run, without white space.
 */
export async function openTrecRun(file: string, name: string): Promise<TrecRun> {
  const unfinished = `${file}.unfinished`;
  const writing = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause)) throw cause;
      throw runUnwritable({ file, reason: String(cause.code) }, { cause });
    }
  };
  const handle = await writing(open(unfinished, 'w'));
  return {
    async add(query, ranking) {
      const lines = ranking.map(
        ({ id, score }, index) => `${query} Q0 ${id} ${index + 1} ${inDigits(score)} ${name}\n`,
      );
      await writing(handle.appendFile(lines.join('')));
    },
    async complete() {
      await writing(handle.close());
      await writing(rename(unfinished, file));
    },
    async discard() {
      await handle.close();
      await rm(unfinished, { force: true });
    },
  };
}

/** Nine digits tell any two numbers in single precision apart, as which trec_eval reads them. */
const inDigits = (score: number): string => String(Number(Math.fround(score).toPrecision(9)));
