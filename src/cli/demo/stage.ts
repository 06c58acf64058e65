import type { Actor } from '../../access/index.ts';
import { castId, type Cast, type CastMember } from '../../../seeds/index.ts';
import type { Service, ServiceContext } from '../../service.ts';
import type { OutputFolder } from './output-folder.ts';

/** Asks the API in this process, as the actor of the context. Given by the main program, which alone knows the API. */
export type AskApi = (
  context: ServiceContext,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

/** What a chapter of the demonstration works with. */
export interface Stage {
  service: Service;
  cast: Cast;
  out: OutputFolder;
  /** Turns the clock of the story forward. */
  at(instant: string): void;
  /** The answer to a query of somebody of the cast. */
  ask<Answer>(actor: Actor, query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** What a chapter has to tell. */
export interface Chapter {
  title: string;
  /** For a screen. */
  text: string;
  /** The same for `--json`. */
  data: unknown;
}

/** Whoever works for a host of occasions. */
export const organiserOf = (slug: string): Actor => ({
  id: `demo-${slug}`,
  kind: 'organiser',
  organisationId: castId('organisation', slug),
});

/** Whoever works for an employer. */
export const employerOf = (slug: string): Actor => ({
  id: `demo-${slug}`,
  kind: 'employer',
  organisationId: castId('organisation', slug),
});

/** A talent of the cast. */
export const talentActor = (slug: string): Actor => ({ id: castId('talent', slug), kind: 'talent' });

/** The member of the cast with this slug, who is there. */
export const member = <Member extends CastMember<unknown>>(
  members: readonly Member[],
  slug: string,
): Member => members.find((each) => each.slug === slug)!;

/** Nodes of a connection. */
export const nodesOf = <Node>({ edges }: { edges: readonly { node: Node }[] }): Node[] =>
  edges.map(({ node }) => node);

/** A connection as an answer has it. */
export interface Connection<Node> {
  edges: { node: Node }[];
}

/** One after the other, since they share one database. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
