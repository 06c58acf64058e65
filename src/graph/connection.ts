import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Page } from '../kernel/index.ts';

/** Where a page ends, as the Relay cursor connections specification has it. */
@ObjectType({ description: 'Where this page ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: pass it as `after` to go on.',
  })
  endCursor!: string | null;
}

/** The two arguments of every list. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which to go on: `endCursor` of the page before.',
  })
  after?: string | null;
}

/** What the resolver of a list returns. */
export interface ConnectionShape<Node> {
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
}

/** Declares `<name>Edge` and `<name>Connection` for a node type. */
export function connectionOf<Node extends object>(name: string, nodeType: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.` })
  class Edge {
    @Field(nodeType)
    node!: Node;

    @Field(() => String, { description: 'The place of this edge in the list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} in a fixed order.` })
  class Connection implements ConnectionShape<Node> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Turns a page of stored rows into the shape of a connection. */
export function toConnection<Row, Node>(page: Page<Row>, nodeOf: (row: Row) => Node): ConnectionShape<Node> {
  return {
    edges: page.edges.map(({ node, cursor }) => ({ node: nodeOf(node), cursor })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.edges.at(-1)?.cursor ?? null },
  };
}
