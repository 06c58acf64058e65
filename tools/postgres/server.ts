/** Makes, starts and ends one throw-away PostgreSQL server. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PREFIX = 'tandem-postgres-';
const USER = 'tandem';
const START_LIMIT_MS = 60_000;

/** What a test suite wants of a server that nobody will miss. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '256MB',
  // With the default of 64 MB an HNSW graph of 384 dimensions no longer fits from 28,365 vectors on:
  // 32,000 took 13.1 s instead of 8.
  maintenance_work_mem: '256MB',
  // The data is thrown away, so it need not survive a power cut.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // As in PGlite, and so that no test depends on the zone of the machine.
  timezone: 'UTC',
};

/** Whom the server runs as, where that is not us. */
interface Account {
  uid: number;
  gid: number;
}

export interface Server {
  url: string;
  /** Ends when the server does, wanted or not. */
  ended: Promise<unknown>;
  /** The last lines of its log. */
  lastWords: () => string;
  /** Stops the server and removes its folder. */
  stop: () => Promise<void>;
  /** The same without waiting, for a process that is about to end. */
  abandon: () => void;
}

/** Starts a server from the programs in `home`, on a free port of 127.0.0.1 with a password of its own. */
export async function startServer(home: string): Promise<Server> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  try {
    writeFileSync(join(folder, 'owner'), String(process.pid));
    const user = userOfServer();
    if (user) chownSync(folder, user.uid, user.gid);
    const password = randomBytes(16).toString('hex');
    initialise(home, folder, password, user);
    const { server, port } = await launch(home, folder, user);
    const ended = once(server, 'exit');
    return {
      url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`,
      ended,
      lastWords: () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-5).join('\n'),
      stop: async () => {
        // SIGINT: PostgreSQL's fast shutdown, which disconnects whoever is left.
        server.kill('SIGINT');
        if (server.exitCode === null && server.signalCode === null) await ended;
        rmSync(folder, { recursive: true, force: true });
      },
      abandon: () => {
        server.kill('SIGQUIT');
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      },
    };
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** PostgreSQL refuses to run as root, so that root's servers run as nobody. */
function userOfServer(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const user = { uid: id('-u'), gid: id('-g') };
  if (!(user.uid > 0))
    throw new Error('There is no user nobody for PostgreSQL to run as: run this as a user other than root');
  return user;
}

function initialise(home: string, folder: string, password: string, user: Account | undefined): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  // Sorting and letters exactly as PGlite has them (found in its pg_database), or the same suite would see two orders.
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const options = {
    pgdata: join(folder, 'data'),
    username: USER,
    pwfile: passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    'locale-provider': 'libc',
    locale: 'C',
    'lc-ctype': letters,
    'text-search-config': 'english',
  };
  const { status, stderr, error } = spawnSync(
    join(home, 'bin', 'initdb'),
    [...Object.entries(options).map(([name, value]) => `--${name}=${value}`), '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  rmSync(passwordFile);
  if (status !== 0) throw new Error(`initdb failed: ${stderr?.trim()}`, { cause: error });
}

/** Tries a second and third port: between finding a free one and the server's taking it, another may. */
async function launch(
  home: string,
  folder: string,
  user: Account | undefined,
): Promise<{ server: ChildProcess; port: number }> {
  const logFile = join(folder, 'log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, port: String(port), unix_socket_directories: folder });
    const log = openSync(logFile, 'w');
    const server = spawn(
      join(home, 'bin', 'postgres'),
      ['-D', join(folder, 'data'), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // In a group of its own: a Ctrl-C goes to the tests first, which still need their server to finish.
      { ...user, cwd: folder, stdio: ['ignore', log, log], detached: true },
    );
    closeSync(log);
    if (await isReady(server, folder)) return { server, port };
    const said = readFileSync(logFile, 'utf8').trim();
    if (attempt === 3 || !said.includes('could not bind'))
      throw new Error(`PostgreSQL did not start: ${said}`);
  }
}

/** The eighth line of postmaster.pid turns to 'ready': what pg_ctl waits for, without a process a try. */
async function isReady(server: ChildProcess, folder: string): Promise<boolean> {
  const lockFile = join(folder, 'data', 'postmaster.pid');
  const deadline = Date.now() + START_LIMIT_MS;
  let failed = false;
  server.once('error', () => (failed = true));
  while (!failed && server.exitCode === null && server.signalCode === null) {
    if (existsSync(lockFile) && readFileSync(lockFile, 'utf8').split('\n')[7]?.trim() === 'ready')
      return true;
    if (Date.now() > deadline) {
      server.kill('SIGQUIT');
      return false;
    }
    await sleep(20);
  }
  return false;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

/**
 * Removes the folders of runs that were killed before they could. A server that such a run left behind looks at
 * its lock file once a minute and ends itself when it is gone, so that no process need be hunted by its number.
 */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (!isAlive(Number(readFileSync(join(folder, 'owner'), 'utf8')))) rmSync(folder, { recursive: true });
    } catch {
      // Another user's, or being made or removed at this moment: its owner sees to it.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
