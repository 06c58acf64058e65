import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mintDevelopmentToken, type Actor } from '../access/index.ts';
import { OrganisationEntity } from '../organisations/index.ts';
import { newId } from '../kernel/index.ts';
import { RoleEntity } from '../roles/index.ts';
import { tokenOptions, type Service } from '../service.ts';
import { TalentEntity } from '../talents/index.ts';
import { EXAMPLE_QUERIES, type ExampleQuery } from './example-queries.ts';

/** What the page loads: package, file in it, type. All of it is installed; nothing comes from elsewhere. */
const ASSETS = {
  'react.js': ['react', 'umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css'],
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
<link rel="icon" href="data:,">
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
  for (const [name, [module, file, type]] of Object.entries(ASSETS))
    app.get(`/graphiql/${name}`, async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=86400')
        .type(`${type}; charset=utf-8`)
        .send(await readFile(join(dirname(findPackageJSON(module, import.meta.url)!), file))),
    );
  app.get('/graphiql/start.js', async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('text/javascript; charset=utf-8')
      .send(
        startScript(await Promise.all(EXAMPLE_QUERIES.map((example) => tabFor(service, example, request)))),
      ),
  );
}

interface Tab {
  query: string;
  headers?: string;
}

/**
 * GraphiQL keeps tabs in the browser, but not their headers: after a reload the tokens would be gone. So it gets
 * a storage that forgets, and every load begins with fresh tabs. The first tab's headers come by
 * another way, since GraphiQL 4 leaves them out.
 */
function startScript(tabs: readonly Tab[]): string {
  return `const defaultTabs = ${JSON.stringify(tabs)};
const kept = new Map();
const storage = {
  get length() { return kept.size; },
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
  clear: () => kept.clear(),
};
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const { headers: defaultHeaders } = defaultTabs[0];
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher, storage, defaultTabs, defaultHeaders, defaultEditorToolsVisibility: 'headers',
  }),
);
`;
}

async function tabFor(
  service: Service,
  { audience, query }: ExampleQuery,
  request: FastifyRequest,
): Promise<Tab> {
  const { production, oidc } = service.settings;
  if (production || oidc.issuer !== undefined || !fromThisMachine(request)) return { query };
  const { actor, roleId } = await exampleActor(service, audience);
  const token = await mintDevelopmentToken(tokenOptions(service.settings), actor, service.clock());
  return {
    query: roleId ? query.replace('$roleId: ID!', `$roleId: ID! = "${roleId}"`) : query,
    headers: JSON.stringify({ authorization: `Bearer ${token}` }, null, 2),
  };
}

/**
 * Whether the page itself asks, in a browser on this machine. Another site that includes the script, or points
 * its own name at this address, gets no tokens.
 */
function fromThisMachine(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(request.hostname) &&
    (site === undefined || site === 'same-origin')
  );
}

/** Somebody of the audience from the data at hand, so that the examples answer something. */
async function exampleActor(
  service: Service,
  audience: ExampleQuery['audience'],
): Promise<{ actor: Actor; roleId?: string }> {
  const { em } = service.contextFor({ id: 'graphiql', kind: 'operator' });
  if (audience === 'talent') {
    const [talent] = await em.find(TalentEntity, { withdrawnAt: null }, { limit: 1, orderBy: { id: 'asc' } });
    return { actor: { id: talent?.id ?? newId(), kind: 'talent' } };
  }
  if (audience === 'employer') {
    const [role] = await em.find(RoleEntity, { withdrawnAt: null }, { limit: 1, orderBy: { id: 'asc' } });
    return {
      actor: { id: newId(), kind: 'employer', organisationId: role?.employerId },
      ...(role ? { roleId: role.id } : {}),
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
