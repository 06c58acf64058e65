import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { rowsLost } from './embeddings.failures.ts';

/** What the thread is told. It knows a table by its number, and takes messages in their order. */
export type ToRowsThread =
  | { kind: 'open'; table: number; dimensions: number; expected: number }
  | { kind: 'set'; table: number; places: Uint32Array; bytes: Int8Array<ArrayBuffer> }
  | { kind: 'products'; table: number; asked: number; vector: Int8Array; rows: number }
  | { kind: 'drop'; table: number };

/** What it answers to `products`. */
export interface FromRowsThread {
  asked: number;
  products: Int32Array<ArrayBuffer>;
}

interface Waiting {
  resolve: (products: Int32Array) => void;
  reject: (failure: Error) => void;
}

/** One for the process, with all tables. */
interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  isLost: boolean;
}

/** So many rows are handed over together. */
const TOGETHER = 2000;

let running: Thread | undefined;
let lastNumber = 0;

/** Tells the thread of tables that nobody uses any more. */
const unused = new FinalizationRegistry(({ thread, table }: { thread: Thread; table: number }) =>
  tell(thread, { kind: 'drop', table }),
);

/**
 * `ByteRows` in a thread of their own, for so many that the program has better to do meanwhile: a table that has left
 * the processor's caches, as it does between two rankings, is multiplied at 3 GB a second. There is room for as many
 * rows as come.
 */
export class ThreadedRows {
  readonly #dimensions: number;
  readonly #table = (lastNumber += 1);
  readonly #thread = (running ??= start());
  #untold = new Map<number, Int8Array>();

  /** @param expected how many rows are about to come. */
  constructor(dimensions: number, expected: number) {
    this.#dimensions = dimensions;
    tell(this.#thread, { kind: 'open', table: this.#table, dimensions, expected });
    unused.register(this, { thread: this.#thread, table: this.#table });
  }

  /** Whether the thread has ended, and the rows with it: nothing is answered any more. */
  get areLost(): boolean {
    return this.#thread.isLost;
  }

  /** Puts a vector of as many dimensions in the place of a row. */
  set(row: number, vector: Int8Array): void {
    this.#untold.set(row, vector);
    if (this.#untold.size === TOGETHER) this.#tellRows();
  }

  /**
   * The products of the vector with the first rows as they are now, in their order.
   * @throws EMBEDDINGS_ROWS_LOST
   */
  products(vector: Int8Array, rows: number): Promise<Int32Array> {
    this.#tellRows();
    const { worker, waiting } = this.#thread;
    const asked = (lastNumber += 1);
    return new Promise((resolve, reject) => {
      if (this.areLost) return reject(rowsLost({ reason: 'it had ended before' }));
      waiting.set(asked, { resolve, reject });
      // The thread holds the process open only while someone waits for it.
      worker.ref();
      tell(this.#thread, { kind: 'products', table: this.#table, asked, vector, rows });
    });
  }

  #tellRows(): void {
    if (this.#untold.size === 0) return;
    const bytes = new Int8Array(this.#untold.size * this.#dimensions);
    [...this.#untold.values()].forEach((vector, place) => bytes.set(vector, place * this.#dimensions));
    const places = Uint32Array.from(this.#untold.keys());
    this.#untold = new Map();
    tell(this.#thread, { kind: 'set', table: this.#table, places, bytes }, [bytes.buffer]);
  }
}

function tell({ worker }: Thread, message: ToRowsThread, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}

function start(): Thread {
  const file = new URL(`./rows-thread${extname(import.meta.url)}`, import.meta.url);
  // Without execArgv a program run as `node -e` would hand on flags that a thread refuses.
  const worker = new Worker(file, { execArgv: [], name: 'vectors held' });
  const thread: Thread = { worker, waiting: new Map(), isLost: false };
  worker.unref();
  worker.on('message', ({ asked, products }: FromRowsThread) => {
    thread.waiting.get(asked)!.resolve(products);
    thread.waiting.delete(asked);
    if (thread.waiting.size === 0) worker.unref();
  });
  const lose = (reason: string, cause?: Error) => {
    thread.isLost = true;
    if (running === thread) running = undefined;
    for (const { reject } of thread.waiting.values()) reject(rowsLost({ reason }, { cause }));
    thread.waiting.clear();
  };
  worker.on('error', (cause: Error) => lose(cause.message, cause));
  worker.on('exit', (code) => lose(`exit code ${code}`));
  return thread;
}
