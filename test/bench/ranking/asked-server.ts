import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import type { Question } from './server.ts';

/** The measured process, from outside. */
export interface AskedServer {
  url: string;
  ask<Answer>(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the server in a process of its own, with these variables and nothing else of Tandem's. */
export async function startServer(
  variables: Record<string, string>,
  execArgv: readonly string[] = [],
): Promise<AskedServer> {
  const child = fork(new URL(`./server${extname(import.meta.url)}`, import.meta.url), {
    env: { ...process.env, ...variables },
    execArgv: [...execArgv],
  });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (failure: Error) => void }>();
  let number = 0;
  const url = await listening(child);
  child.on('message', (message: { number: number; answered?: unknown; failure?: string }) => {
    const asked = waiting.get(message.number);
    waiting.delete(message.number);
    if (message.failure === undefined) asked?.resolve(message.answered as never);
    else asked?.reject(new Error(message.failure));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The server ended with status ${code}`));
  });
  const ask = <Answer>(question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      child.send({ number, question });
    });
  return {
    url,
    ask,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await ask({ ask: 'close' });
      await ended;
    },
  };
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('message', ({ listening: url }: { listening: string }) => resolve(url));
    child.once('exit', (code) => reject(new Error(`The server did not start: status ${code}`)));
  });
