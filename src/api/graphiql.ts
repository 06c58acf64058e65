import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { mintDevelopmentToken, type Actor } from '../access/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import { newId } from '../kernel/index.ts';
import { RoleEntity } from '../roles/index.ts';
import { tokenOptions, type Service } from '../service.ts';
import { TalentEntity } from '../talents/index.ts';
import { EXAMPLE_QUERIES, type ExampleQuery } from './example-queries.ts';

const require = createRequire(import.meta.url);

/** What the page loads, each from the installed package: nothing comes from elsewhere. */
const ASSETS = {
  'react.js': ['react/umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom/umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql/graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql/graphiql.min.css', 'text/css'],
} as const;

/** Only what this server serves may run in the page or be asked by it. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tandem</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="graphiql">Loading …</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

/**
 * Serves GraphiQL at /graphql for browsers, with a tab of example queries for each audience. In development
 * each tab carries a fresh token; in production it has none to give.
 */
export function serveGraphiql(app: FastifyInstance, service: Service): void {
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.get('/graphql', (_request, reply) =>
    reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .type('text/html; charset=utf-8')
      .send(PAGE),
  );
  for (const [name, [file, type]] of Object.entries(ASSETS))
    app.get(`/graphiql/${name}`, async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=86400')
        .type(`${type}; charset=utf-8`)
        .send(await readFile(require.resolve(file))),
    );
  app.get('/graphiql/start.js', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/javascript; charset=utf-8')
      .send(startScript(await Promise.all(EXAMPLE_QUERIES.map((example) => tabFor(service, example))))),
  );
}

interface Tab {
  query: string;
  headers?: string;
  variables?: string;
}

function startScript(tabs: readonly Tab[]): string {
  return `const defaultTabs = ${JSON.stringify(tabs)};
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultTabs, shouldPersistHeaders: false, defaultEditorToolsVisibility: 'headers' }),
);
`;
}

async function tabFor(service: Service, { audience, query }: ExampleQuery): Promise<Tab> {
  if (service.settings.production || service.settings.oidc.issuer !== undefined) return { query };
  const { actor, variables } = await exampleActor(service, audience);
  const token = await mintDevelopmentToken(tokenOptions(service.settings), actor, service.clock());
  return {
    query,
    headers: JSON.stringify({ authorization: `Bearer ${token}` }, null, 2),
    ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
  };
}

/** Somebody of the audience from the data at hand, so that the examples answer something. */
async function exampleActor(
  service: Service,
  audience: ExampleQuery['audience'],
): Promise<{ actor: Actor; variables?: Record<string, string> }> {
  const { em } = service.contextFor({ id: 'graphiql', kind: 'operator' });
  if (audience === 'talent') {
    const [talent] = await em.find(TalentEntity, { withdrawnAt: null }, { limit: 1, orderBy: { id: 'asc' } });
    return { actor: { id: talent?.id ?? newId(), kind: 'talent' } };
  }
  if (audience === 'employer') {
    const [role] = await em.find(RoleEntity, { withdrawnAt: null }, { limit: 1, orderBy: { id: 'asc' } });
    return {
      actor: { id: newId(), kind: 'employer', organisationId: role?.employerId },
      ...(role ? { variables: { roleId: role.id } } : {}),
    };
  }
  if (audience === 'organiser') {
    const [park] = await em.find(
      OrganisationEntity,
      { kind: 'HOST_PARK' },
      { limit: 1, orderBy: { id: 'asc' } },
    );
    return { actor: { id: newId(), kind: 'organiser', organisationId: park?.id } };
  }
  return { actor: { id: newId(), kind: 'operator' } };
}
