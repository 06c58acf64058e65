import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  embedderClosed,
  hubUnreachable,
  modelRefused,
  textNotEmbedded,
  threadLost,
} from './embeddings.failures.ts';
import type { FromThread, ThreadSettings, ToThread } from './thread-messages.ts';

/** Texts sent to the thread at a time: few, so that a small request soon has its turn beside a big one. */
const TASK_TEXTS = 64;

/** Tasks given to the thread ahead: one is at work, one is there when it ends. */
const TASKS_AHEAD = 2;

type Ready = Extract<FromThread, { kind: 'ready' }>;

/** One call of `embed`: which of its texts still wait, and where the vectors go. */
interface Request {
  texts: readonly string[];
  urgent: boolean;
  /** Positions of texts, in tasks that the thread does not have yet. */
  tasks: number[][];
  vectors: Float32Array[];
  missing: number;
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  ready: Promise<Ready>;
  tasks: Map<number, { request: Request; positions: number[] }>;
}

/**
 * The worker thread of a model, and the queue before it. Urgent requests are handed over at once and go
 * before the next batch; the others take turns, task by task.
 *
 * One thread, in which the session computes on all cores: two threads of one core each were no faster (e5:
 * 12.8 CVs of 300 words a second against 13.0) and held tokenizer and weights twice (0.69 GB against 0.42).
 */
export class EmbeddingQueue {
  readonly #name: string;
  readonly #settings: ThreadSettings;
  #thread: Thread | undefined;
  #requests: Request[] = [];
  #lastTask = 0;
  #closed = false;

  constructor(name: string, settings: ThreadSettings) {
    this.#name = name;
    this.#settings = settings;
  }

  /** Starts the thread, if it does not run, and says what model it loaded. */
  open(): Promise<Ready> {
    this.#thread ??= this.#start();
    return this.#thread.ready;
  }

  /** Vectors of the texts, in their order. */
  embed(texts: readonly string[], urgent: boolean): Promise<Float32Array[]> {
    if (this.#closed) return Promise.reject(embedderClosed({ model: this.#name }));
    if (texts.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const vectors = new Array<Float32Array>(texts.length);
      const missing = texts.length;
      this.#requests.push({ texts, urgent, tasks: tasksOf(texts), vectors, missing, resolve, reject });
      this.#dispatch();
    });
  }

  /** Ends the thread after the batch it is at; what waits is refused. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const thread = this.#thread;
    this.#thread = undefined;
    const unfinished = [...(thread?.tasks.values() ?? [])].map(({ request }) => request);
    for (const request of new Set([...unfinished, ...this.#requests])) {
      request.reject(embedderClosed({ model: this.#name }));
    }
    this.#requests = [];
    if (!thread) return;
    const ended = new Promise((resolve) => thread.worker.once('exit', resolve));
    thread.worker.ref();
    thread.worker.postMessage({ kind: 'close' } satisfies ToThread);
    await ended;
  }

  #dispatch(): void {
    for (;;) {
      const request = this.#requests.find(({ urgent }) => urgent) ?? this.#requests[0];
      if (!request) return;
      const thread = (this.#thread ??= this.#start());
      if (!request.urgent && thread.tasks.size >= TASKS_AHEAD) return;
      this.#requests.splice(this.#requests.indexOf(request), 1);
      this.#hand(request, request.tasks.shift()!, thread);
      if (request.tasks.length > 0) this.#requests.push(request);
    }
  }

  #hand(request: Request, positions: number[], thread: Thread): void {
    const task = (this.#lastTask += 1);
    thread.tasks.set(task, { request, positions });
    // The thread holds the process open only while someone waits for it.
    thread.worker.ref();
    const texts = positions.map((position) => request.texts[position]!);
    thread.worker.postMessage({ kind: 'embed', task, texts, urgent: request.urgent } satisfies ToThread);
  }

  #start(): Thread {
    const file = new URL(`./embedding-thread${extname(import.meta.url)}`, import.meta.url);
    // Without execArgv a program run as `node -e` would hand on flags that a thread refuses.
    const worker = new Worker(file, {
      workerData: this.#settings,
      execArgv: [],
      name: `embedding ${this.#name}`,
    });
    let resolve!: (ready: Ready) => void;
    let reject!: (error: unknown) => void;
    const ready = new Promise<Ready>((...settle) => ([resolve, reject] = settle));
    // Whoever awaits it hears of it; without anyone it is no defect of the process.
    ready.catch(() => {});
    const thread: Thread = { worker, ready, tasks: new Map() };
    const lose = (error: unknown) => {
      reject(error);
      this.#lose(thread, error);
    };
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        resolve(message);
        if (thread.tasks.size === 0) worker.unref();
      } else if (message.kind === 'refused') {
        lose(this.#refusal(message));
      } else {
        this.#receive(thread, message);
      }
    });
    worker.on('error', (cause) => lose(threadLost({ model: this.#name, reason: cause.message }, { cause })));
    worker.on('exit', (code) => lose(threadLost({ model: this.#name, reason: `exit code ${code}` })));
    return thread;
  }

  #refusal({ reason, network }: Extract<FromThread, { kind: 'refused' }>): Error {
    const { hub, source } = this.#settings;
    return hub && network
      ? hubUnreachable({ model: source, hub: hub.host, reason })
      : modelRefused({ model: source, reason });
  }

  #receive(thread: Thread, message: Extract<FromThread, { task: number }>): void {
    const task = thread.tasks.get(message.task);
    if (!task) return;
    const { request, positions } = task;
    if (message.kind === 'failed') {
      thread.tasks.delete(message.task);
      this.#refuse(request, textNotEmbedded({ model: this.#name, reason: message.reason }));
    } else {
      const dimensions = message.values.length / message.rows.length;
      message.rows.forEach((row, i) => {
        request.vectors[positions[row]!] = message.values.subarray(i * dimensions, (i + 1) * dimensions);
      });
      request.missing -= message.rows.length;
      if (message.done) thread.tasks.delete(message.task);
      if (request.missing === 0) request.resolve(request.vectors);
    }
    this.#dispatch();
    if (thread.tasks.size === 0) thread.worker.unref();
  }

  #refuse(request: Request, error: unknown): void {
    this.#requests = this.#requests.filter((other) => other !== request);
    request.reject(error);
  }

  /** Forgets a thread that has ended. What it did not have yet starts another, and so does the next call. */
  #lose(thread: Thread, error: unknown): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const { request } of thread.tasks.values()) this.#refuse(request, error);
    this.#dispatch();
  }
}

/** Positions of texts by length, longest first, so that the texts of one task need little padding. */
function tasksOf(texts: readonly string[]): number[][] {
  const order = texts.map((_, i) => i).sort((a, b) => texts[b]!.length - texts[a]!.length || a - b);
  const tasks: number[][] = [];
  for (let i = 0; i < order.length; i += TASK_TEXTS) tasks.push(order.slice(i, i + TASK_TEXTS));
  return tasks;
}
