// The process of `plan-apart.ts`. Node runs this file as it is, types and all, so neither it nor what it imports may
// hold decorators or parameter properties.
import { Failure } from '../../kernel/index.ts';
import { plan } from '../../planner/index.ts';
import type { FromProcess, ToProcess } from './plan-apart.ts';

const stop = new AbortController();
const tell = (message: FromProcess): void => void (process.connected && process.send!(message));

process.on('message', (message: ToProcess) => {
  if (message.kind === 'stop') {
    stop.abort();
    return;
  }
  const { problem, previous } = message;
  void plan(problem, {
    signal: stop.signal,
    progress: (progress) => tell({ kind: 'progress', progress }),
    ...(previous ? { previous } : {}),
  })
    .then(
      (made) => tell({ kind: 'plan', plan: made }),
      (cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        const { code, status, remedy, message: words } = cause;
        tell({ kind: 'failed', code, status, remedy, message: words });
      },
    )
    .finally(() => process.connected && process.disconnect());
});
// Whoever asked is gone: nobody waits for the answer.
process.on('disconnect', () => stop.abort());
