import { Agent } from 'node:http';
import type { Actor } from '../../../src/access/index.ts';
import { mintDevelopmentToken } from '../../../src/access/index.ts';
import { tokenOptions } from '../../../src/service.ts';
import type { Settings } from '../../../src/settings.ts';
import { post } from '../post.ts';

/** One request that was answered, refusals included. */
export interface Timed {
  operation: string;
  milliseconds: number;
  /** The code of a refusal. */
  refused: string | undefined;
}

/** Asks over kept connections and keeps the time of each, from sending to the last byte of the answer. */
export class BenchClient {
  readonly timed: Timed[] = [];
  readonly #agent: Agent;
  readonly #url: string;
  readonly #settings: Settings;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(url: string, settings: Settings, connections: number) {
    this.#url = `${url}/graphql`;
    this.#settings = settings;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @returns the data, or undefined where it was refused. */
  async ask<Data>(
    actor: Actor,
    operation: string,
    query: string,
    variables: object = {},
  ): Promise<Data | undefined> {
    const token = await this.#tokenOf(actor);
    const body = JSON.stringify({ query, variables });
    const began = performance.now();
    const { text } = await post(this.#url, this.#agent, token, body);
    const milliseconds = performance.now() - began;
    const { data, errors } = JSON.parse(text) as {
      data?: Data;
      errors?: { message: string; extensions: { code: string } }[];
    };
    this.timed.push({ operation, milliseconds, refused: errors?.[0]?.extensions.code });
    return errors ? undefined : data;
  }

  close(): void {
    this.#agent.destroy();
  }

  #tokenOf(actor: Actor): Promise<string> {
    let token = this.#tokens.get(actor.id);
    if (!token) {
      token = mintDevelopmentToken(tokenOptions(this.#settings), actor, new Date());
      this.#tokens.set(actor.id, token);
    }
    return token;
  }
}
