import { Agent } from 'node:http';
import { post } from '../post.ts';

/** An answer, and how long it took from sending to its last byte; reading it is not counted. */
export interface Answer<Data> {
  milliseconds: number;
  bytes: number;
  data: Data;
}

/** Asks the API over connections that are kept. */
export interface Client {
  /** @throws Error with the answer, when it holds no data. */
  ask<Data>(token: string, query: string, variables: Record<string, unknown>): Promise<Answer<Data>>;
}

export function clientOf(url: string, atOnce: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return {
    async ask<Data>(token: string, query: string, variables: Record<string, unknown>) {
      const body = JSON.stringify({ query, variables });
      const began = performance.now();
      const { status, text } = await post(`${url}/graphql`, agent, token, body);
      const milliseconds = performance.now() - began;
      const { data } = JSON.parse(text) as { data?: Data | null };
      if (status !== 200 || !data) throw new Error(`A query failed (${status}): ${text}`);
      return { milliseconds, bytes: Buffer.byteLength(text), data };
    },
  };
}
