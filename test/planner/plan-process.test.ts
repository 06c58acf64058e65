import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { plan, type ProblemInput } from '../../src/planner/index.ts';

/** An event of 500 talents and 60 employers, in which every talent would meet ten. */
const large = (limits: ProblemInput['limits']): ProblemInput => ({
  slots: Array.from({ length: 24 }, (_, id) => ({
    id,
    start: new Date(Date.UTC(2027, 2, 8, 8, id * 20)).toISOString(),
    end: new Date(Date.UTC(2027, 2, 8, 8, id * 20 + 20)).toISOString(),
  })),
  people: [
    ...Array.from({ length: 500 }, (_, n) => ({ id: `talent ${n}`, side: 'talent' })),
    ...Array.from({ length: 60 }, (_, n) => ({ id: `employer ${n}`, side: 'employer' })),
  ],
  pairs: Array.from({ length: 5000 }, (_, n) => ({
    id: `pair ${n}`,
    a: `talent ${n % 500}`,
    b: `employer ${(n * 7 + Math.floor(n / 500)) % 60}`,
    value: 0.5,
  })),
  limits,
});

/** Where processes can be looked at without asking a program. */
const linux = existsSync('/proc/self/stat');

/** What Linux tells of a process; empty when there is none. */
const told = (pid: number | string, what: 'cmdline' | 'environ' | 'stat'): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
};

/** The planner's processes that a process has started. */
const plannersOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && told(pid, 'cmdline').includes('plan-process'))
    .filter((pid) => told(pid, 'stat').split(') ').at(-1)!.split(' ')[1] === String(parent))
    .map(Number);

const running = (pid: number): boolean => /\) [^ZX] /.test(told(pid, 'stat'));

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !condition(); await pause(20))
    if (Date.now() > end) throw new Error('it did not come to pass in ten seconds');
}

describe('the process that makes a plan', () => {
  it('hands over whole a plan of an event of usual size', async () => {
    const made = await plan(large({ work: 1, seed: 1 }));
    expect(made.meetings.length).toBeGreaterThan(1000);
    expect(made.meetings.length + made.unplaced.length).toBe(5000);
  });

  it.runIf(linux)('is gone when it has', async () => {
    await plan(large({ work: 1, seed: 1 }));
    await until(() => plannersOf(process.pid).length === 0);
    expect(plannersOf(process.pid)).toEqual([]);
  });

  it.runIf(linux)('knows nothing of the environment', async () => {
    const called = new AbortController();
    let environment = '';
    await plan(large({ seconds: 60, seed: 1 }), {
      signal: called.signal,
      progress: () => {
        environment ||= told(plannersOf(process.pid)[0]!, 'environ');
        called.abort();
      },
    });
    expect(environment).toContain('NODE_CHANNEL_FD');
    expect(environment).not.toContain('PATH=');
  });

  it.runIf(linux)('takes nothing along when it is lost', async () => {
    const lost = plan(large({ seconds: 60, seed: 1 }), {
      progress: () => plannersOf(process.pid).forEach((pid) => process.kill(pid, 'SIGSEGV')),
    });
    await expect(lost).rejects.toMatchObject({ code: 'PLANNER_LOST' });
    await expect(lost).rejects.toThrow('SIGSEGV');
  });

  it.runIf(linux)('ends without a word when whoever asked for the plan is gone', async () => {
    const index = new URL('../../src/planner/index.ts', import.meta.url);
    const problem = JSON.stringify(large({ seconds: 60, seed: 1 }));
    const caller = spawn(process.execPath, ['--input-type=module']);
    let said = '';
    caller.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    caller.stdin.end(`
      import { plan } from '${index.href}';
      await plan(${problem}, { progress: ({ stage }) => console.log(stage) });
    `);
    await once(caller.stdout, 'data');
    const [planner] = plannersOf(caller.pid!);
    expect(planner).toBeDefined();
    caller.kill('SIGKILL');
    await once(caller, 'close');
    await until(() => !running(planner!));
    expect(said).toBe('');
  });
});
