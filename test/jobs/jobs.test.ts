import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { EntityManager } from '../../src/database/index.ts';
import { openJobs, task, type TaskContract } from '../../src/jobs/index.ts';
import { NOW, useService } from '../testkit/index.ts';

const greet: TaskContract<{ name: string }> = {
  name: 'test.greet',
  payload: z.object({ name: z.string() }),
  once: false,
  retries: 2,
};
const sweep: TaskContract<Record<string, unknown>> = {
  name: 'test.sweep',
  payload: z.object({}),
  once: true,
  retries: 0,
};

const tandem = useService();

/** A queue of the test's own on the same database, closed when the work is done. */
async function withQueue(
  work: (queue: Awaited<ReturnType<typeof openJobs>>, reported: string[]) => Promise<void>,
): Promise<void> {
  const reported: string[] = [];
  const { database, settings } = tandem.service;
  const queue = await openJobs(database, [greet, sweep] as TaskContract<object>[], {
    url: settings.databaseUrl,
    clock: () => NOW,
    report: ({ name }) => reported.push(name),
  });
  try {
    await work(queue, reported);
  } finally {
    await queue.close();
  }
}

async function until(condition: () => boolean, seconds = 15): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !condition();) {
    if (Date.now() > end) throw new Error(`nothing happened within ${seconds} s`);
    await new Promise((pause) => setTimeout(pause, 20));
  }
}

describe('a job', () => {
  test('is done in the background, with what it was told', async () => {
    const greeted: string[] = [];
    await withQueue(async (queue) => {
      await queue.work([task(greet, async ({ name }) => void greeted.push(name))]);
      await queue.enqueue(tandem.as('operator').em, greet, { name: 'Ada' });
      await until(() => greeted.length > 0);
      expect(greeted).toEqual(['Ada']);
    });
  });

  test('left in a transaction that fails is never done', async () => {
    const greeted: string[] = [];
    await withQueue(async (queue) => {
      const { em } = tandem.as('operator');
      await em
        .transactional(async (inside) => {
          await queue.enqueue(inside as EntityManager, greet, { name: 'nobody' });
          throw new Error('undone');
        })
        .catch(() => {});
      await queue.enqueue(em, greet, { name: 'somebody' });
      await queue.work([task(greet, async ({ name }) => void greeted.push(name))]);
      await until(() => greeted.includes('somebody'));
      expect(greeted).toEqual(['somebody']);
    });
  });

  test('left for later is done then, and not before', async () => {
    const greeted: string[] = [];
    await withQueue(async (queue) => {
      await queue.work([task(greet, async ({ name }) => void greeted.push(name))]);
      const { em } = tandem.as('operator');
      await queue.enqueue(em, greet, { name: 'later' }, new Date(Date.now() + 3_600_000));
      await queue.enqueue(em, greet, { name: 'soon' }, 2);
      await queue.enqueue(em, greet, { name: 'now' });
      await until(() => greeted.length === 2);
      expect(greeted).toEqual(['now', 'soon']);
    });
  });

  test('that fails is reported and tried again', async () => {
    let attempts = 0;
    await withQueue(async (queue, reported) => {
      await queue.work([
        task(greet, async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('not today');
        }),
      ]);
      await queue.enqueue(tandem.as('operator').em, greet, { name: 'Grace' });
      await until(() => attempts === 2, 25);
      expect(reported).toEqual(['test.greet']);
    });
  });

  test('that is the same whoever asks waits once, however often it is asked for', async () => {
    let sweeps = 0;
    await withQueue(async (queue) => {
      const { em } = tandem.as('operator');
      for (let asked = 0; asked < 5; asked += 1) await queue.enqueue(em, sweep, {});
      await queue.work([task(sweep, async () => void (sweeps += 1))]);
      await until(() => sweeps > 0);
      await new Promise((pause) => setTimeout(pause, 500));
      expect(sweeps).toBe(1);
    });
  });
});
