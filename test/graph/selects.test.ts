import { graphql, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { selects } from '../../src/graph/index.ts';

const passage = new GraphQLObjectType({ name: 'Passage', fields: { text: { type: GraphQLString } } });
const node = new GraphQLObjectType({
  name: 'Node',
  fields: { score: { type: GraphQLString }, evidence: { type: new GraphQLList(passage) } },
});

/** Whether `evidence.text` is asked for, as a resolver of `node` sees it. */
async function asked(query: string): Promise<boolean> {
  let seen = false;
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        node: {
          type: node,
          resolve: (_root, _args, _context, info) => {
            seen = selects(info, ['evidence', 'text']);
            return {};
          },
        },
      },
    }),
  });
  const { errors } = await graphql({ schema, source: query });
  expect(errors).toBeUndefined();
  return seen;
}

test('a field is asked for by itself, in fragments, under another name, and where it may be left out', async () => {
  for (const query of [
    '{ node { score evidence { text } } }',
    '{ node { proof: evidence { words: text } } }',
    '{ node { ... on Node { evidence { ...Words } } } } fragment Words on Passage { text }',
    '{ node { score } node { evidence { text } } }',
    '{ node { evidence @skip(if: true) { text } } }',
  ])
    expect(await asked(query), query).toBe(true);
});

test('a field is not asked for by another of its name elsewhere', async () => {
  for (const query of ['{ node { score } }', '{ node { evidence { __typename } text: score } }'])
    expect(await asked(query), query).toBe(false);
});
