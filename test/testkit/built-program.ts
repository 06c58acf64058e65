import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/settings.ts';

/** The program, compiled for a test that runs it in a process of its own. */
export interface BuiltProgram {
  /** What Node is to run. */
  main: string;
  remove(): void;
}

/** Compiles Tandem as it is now; `name` keeps the builds of tests that run side by side apart. */
export function buildProgram(name: string): BuiltProgram {
  // Within the package, so that the program finds its dependencies and models; never the `dist` that may be stale.
  const folder = join(packageFolder(), 'node_modules', '.cache', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const tsc = join(packageFolder(), 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [
      tsc,
      '-p',
      'tsconfig.build.json',
      '--outDir',
      folder,
      '--incremental',
      'false',
      '--tsBuildInfoFile',
      'null',
    ],
    { cwd: packageFolder(), encoding: 'utf8' },
  );
  const main = join(folder, 'src', 'main.js');
  // A type error somewhere is for the linter to report: the program is written all the same.
  if (!existsSync(main)) throw new Error(`The program was not built:\n${stdout}`);
  return { main, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
