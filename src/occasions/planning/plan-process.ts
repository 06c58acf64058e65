// The process of `plan-apart.ts`. Node runs this file as it is, types and all, so neither it nor what it imports may
// hold decorators or parameter properties.
import { Failure } from '../../kernel/index.ts';
import { plan } from '../../planner/index.ts';
import type { FromProcess, ToProcess } from './plan-apart.ts';

const stop = new AbortController();
/** Resolves once the message is handed over: what is still being written when the channel closes is lost. */
const tell = (message: FromProcess): Promise<void> =>
  new Promise((told) => {
    if (process.connected) process.send!(message, undefined, undefined, () => told());
    else told();
  });

process.on('message', (message: ToProcess) => {
  if (message.kind === 'stop') {
    stop.abort();
    return;
  }
  const { problem, previous } = message;
  void plan(problem, {
    signal: stop.signal,
    progress: (progress) => void tell({ kind: 'progress', progress }),
    ...(previous ? { previous } : {}),
  })
    .then(
      (made) => tell({ kind: 'plan', plan: made }),
      (cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        const { code, status, remedy, message: words } = cause;
        return tell({ kind: 'failed', code, status, remedy, message: words });
      },
    )
    .finally(() => process.connected && process.disconnect());
});
// Whoever asked is gone: nobody waits for the answer.
process.on('disconnect', () => stop.abort());
