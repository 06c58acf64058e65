// The worker thread of `embedding-queue.ts`. Node runs this file as it is, types and all, so neither it nor
// what it imports may hold decorators or parameter properties.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { batchesOf } from './batches.ts';
import { BATCH_TOKENS, openTextEncoder, type TextEncoder, type Tokens } from './text-encoder.ts';
import type { EmbedTask, FromThread, ThreadSettings, ToThread } from './thread-messages.ts';

interface OpenTask {
  task: number;
  texts: readonly string[];
  tokens: Tokens[];
  batches: number[][];
}

const port = parentPort!;
const settings = workerData as ThreadSettings;
const urgent: OpenTask[] = [];
const waiting: OpenTask[] = [];
let closing = false;
let wake: () => void = () => {};

const post = (message: FromThread, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', (message: ToThread) => {
  if (message.kind === 'close') closing = true;
  else (message.urgent ? urgent : waiting).push(opened(message));
  wake();
});

function opened({ task, texts }: EmbedTask): OpenTask {
  return { task, texts, tokens: [], batches: [] };
}

/** Embeds the next batch of the first task, or tokenises the task when that has not been done. */
async function advance(encoder: TextEncoder, queue: OpenTask[]): Promise<void> {
  const open = queue[0]!;
  try {
    if (open.tokens.length < open.texts.length) {
      open.tokens = open.texts.map(encoder.tokenise);
      open.batches = batchesOf(
        open.tokens.map((tokens) => tokens.length),
        BATCH_TOKENS,
      );
    }
    const rows = open.batches.shift()!;
    const values = await encoder.encode(rows.map((row) => open.tokens[row]!));
    const done = open.batches.length === 0;
    if (done) queue.shift();
    post({ kind: 'vectors', task: open.task, rows, values, done }, [values.buffer]);
  } catch (error) {
    queue.shift();
    post({ kind: 'failed', task: open.task, reason: reasonOf(error) });
  }
}

async function serve(encoder: TextEncoder): Promise<void> {
  while (!closing) {
    const queue = urgent.length > 0 ? urgent : waiting;
    if (queue.length > 0) {
      await advance(encoder, queue);
      // Lets messages in, so that an urgent task goes before the next batch.
      await nextTurn();
    } else {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  await encoder.close();
}

/** The message of an error and of its causes: the library's `fetch failed` alone does not say why. */
function reasonOf(error: unknown): string {
  const reasons: string[] = [];
  for (let at = error; at instanceof Error && reasons.length < 5; at = at.cause) {
    const { code } = at as { code?: string };
    reasons.push(at.message || code || at.name);
  }
  return reasons.length > 0 ? reasons.join(': ') : String(error);
}

/** Whether an error came from the network rather than from the model. */
function fromNetwork(error: unknown): boolean {
  return (
    settings.hub !== undefined &&
    /fetch|connect|network|ENOTFOUND|ECONN|EAI_AGAIN|TIMEDOUT|timeout/i.test(reasonOf(error))
  );
}

try {
  const encoder = await openTextEncoder(settings);
  const { dimensions, maxTokens, folder, files } = encoder;
  post({ kind: 'ready', dimensions, maxTokens, folder, files });
  await serve(encoder);
} catch (error) {
  post({ kind: 'refused', reason: reasonOf(error), network: fromNetwork(error) });
}
port.close();
