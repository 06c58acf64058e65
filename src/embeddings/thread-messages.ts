/** What a thread is told when it starts. */
export interface ThreadSettings {
  /** A folder, or the id of a repository on the hub. */
  source: string;
  /** Where the repository is fetched from and kept; absent for a folder, which never touches the network. */
  hub?: { host: string; revision: string; cacheFolder: string };
  /** Which of the model's ONNX files: the library's name for its precision. The library chooses if absent. */
  dtype?: string;
  pooling: Pooling;
  /** Tokens of the window; the model's own configuration decides if absent. */
  maxTokens?: number;
  /** Threads that the ONNX session computes on. */
  computeThreads: number;
}

/** How token vectors become the vector of a text. */
export type Pooling = 'mean' | 'cls';

/** To the thread: texts to embed, with their prefixes. Urgent ones go before what is waiting. */
export interface EmbedTask {
  kind: 'embed';
  task: number;
  texts: readonly string[];
  urgent: boolean;
}

export type ToThread = EmbedTask | { kind: 'close' };

export type FromThread =
  | { kind: 'ready'; dimensions: number; maxTokens: number; folder: string; files: string[] }
  | { kind: 'refused'; reason: string; network: boolean }
  /** Vectors of the task's texts at `rows`, one after the other in `values`; `done` with the last ones. */
  | { kind: 'vectors'; task: number; rows: number[]; values: Float32Array<ArrayBuffer>; done: boolean }
  | { kind: 'failed'; task: number; reason: string };
