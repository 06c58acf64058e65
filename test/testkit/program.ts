import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/settings.ts';

/** The program as it is shipped, compiled for one test file. */
export interface Program {
  /** What Node is to run. */
  main: string;
  /** Starts a command of it, as a user would. */
  start(
    words: readonly string[],
    environment: Record<string, string>,
  ): ChildProcess & { said: { out: string; err: string } };
  remove(): void;
}

/**
 * Compiles the program within the package, so that it finds its dependencies and models; never the `dist` that may be
 * stale.
 */
export function builtProgram(): Program {
  const build = join(packageFolder(), 'node_modules', '.cache', `program-test-${process.pid}`);
  mkdirSync(build, { recursive: true });
  const tsc = join(packageFolder(), 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [
    '-p',
    'tsconfig.build.json',
    '--outDir',
    build,
    '--incremental',
    'false',
    '--tsBuildInfoFile',
    'null',
  ];
  // A type error somewhere is for the linter to report: the program is written all the same.
  const { stdout } = spawnSync(process.execPath, [tsc, ...options], {
    cwd: packageFolder(),
    encoding: 'utf8',
  });
  const main = join(build, 'src', 'main.js');
  if (!existsSync(main)) throw new Error(`The program was not built:\n${stdout}`);
  return {
    main,
    start(words, environment) {
      const { DATABASE_URL: _, ...inherited } = process.env;
      const child = spawn(process.execPath, [main, ...words], {
        cwd: build,
        env: { ...inherited, ...environment },
      });
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
      return Object.assign(child, { said });
    },
    remove: () => rmSync(build, { recursive: true, force: true }),
  };
}
