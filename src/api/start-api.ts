import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { ANONYMOUS, unauthenticated, type Actor } from '../access/index.ts';
import { countPending, servingModel } from '../documents/index.ts';
import { digest, Failure } from '../kernel/index.ts';
import type { Service, ServiceContext } from '../service.ts';
import { bodyTooLarge, queryInvalid, tooManyRequests, unexpected } from './api.failures.ts';
import { tandemSchema } from './build-schema.ts';
import { serveGraphiql } from './graphiql.ts';
import { serveAgendas } from './serve-agendas.ts';
import { assertAffordable, assertTexts, depthRule, LARGEST_BODY } from './limits.ts';
import { failureOf, translateFailure } from './translate-failure.ts';

/** A listening API. */
export interface Api {
  /** `http://host:port`, with the port that was really taken. */
  url: string;
  close(): Promise<void>;
}

/** Serves GraphQL, GraphiQL and the two health checks for the service, until it is closed. */
export async function startApi(service: Service): Promise<Api> {
  const { settings } = service;
  const schema = await tandemSchema();
  const app = Fastify({
    loggerInstance: service.log as FastifyBaseLogger,
    bodyLimit: LARGEST_BODY,
    logController: new LogController({ disableRequestLogging: true }),
  });
  const apollo = new ApolloServer<ServiceContext>({
    schema,
    // Anybody may read the schema: it is in the repository.
    introspection: true,
    validationRules: [depthRule],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => translateFailure(formatted, error, service.log),
    plugins: [fastifyApolloDrainPlugin(app), limitsPlugin, statusPlugin],
  });
  await apollo.start();

  app.setErrorHandler((error: FastifyError, request, reply) => answerFailure(service, error, request, reply));
  await app.register(rateLimit, {
    max: settings.rateLimit,
    timeWindow: '1 minute',
    // The token's digest: two people behind one address do not share a limit, and no token is kept.
    keyGenerator: (request) => digest(request.headers.authorization ?? request.ip),
    errorResponseBuilder: () => tooManyRequests({ limit: settings.rateLimit }),
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz',
  });
  app.route({
    url: '/graphql',
    method: ['POST', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => service.contextFor(await actorOf(service, request)),
    }),
  });
  serveGraphiql(app, service);
  serveAgendas(app, service, (request) => actorOf(service, request));
  serveHealth(app, service);

  const url = await app.listen({ host: settings.host, port: settings.port });
  return {
    url,
    close: async () => {
      // Answers on their way get five seconds; a client that keeps its connection open gets no more.
      const patience = setTimeout(() => app.server.closeAllConnections(), 5000);
      await app.close();
      clearTimeout(patience);
      await apollo.stop();
    },
  };
}

/** @throws GraphQLError around ACCESS_UNAUTHENTICATED, with the HTTP status that Apollo gives it. */
async function actorOf(service: Service, request: FastifyRequest): Promise<Actor> {
  const header = request.headers.authorization;
  if (header === undefined) return ANONYMOUS;
  try {
    const token = /^Bearer (\S+)$/i.exec(header)?.[1];
    if (token === undefined)
      throw unauthenticated({ reason: 'the header is not of the form `Bearer <token>`' });
    return await service.tokens.read(token);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    throw new GraphQLError(failure.message, {
      originalError: failure,
      extensions: { http: { status: failure.status } },
    });
  }
}

const limitsPlugin: ApolloServerPlugin<ServiceContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }) {
        assertTexts(request);
        assertAffordable(schema, document, request.variables, request.operationName);
      },
    };
  },
};

/** The HTTP status follows the first failure, so that proxies and monitors see what clients see. */
const statusPlugin: ApolloServerPlugin<ServiceContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        const status = errors?.[0]?.extensions?.['status'];
        if (data == null && typeof status === 'number') response.http.status = status;
      },
    };
  },
};

function serveHealth(app: FastifyInstance, service: Service): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const { em } = service.contextFor(ANONYMOUS);
      const [model, pending] = [await servingModel(em), await countPending(em, service.embedder.id)];
      return { status: 'ready', database: service.database.engine, model: model?.id ?? null, pending };
    } catch (cause) {
      service.log.error({ err: cause }, 'not ready');
      return reply.status(503).send({ status: 'not ready', database: 'unreachable' });
    }
  });
}

function answerFailure(service: Service, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const failure = failureOf(error) ?? ofTransport(error) ?? defect(service, error, request);
  const { code, path, remedy, status, message } = failure;
  return reply.status(status).send({ errors: [{ message, extensions: { code, path, remedy, status } }] });
}

function ofTransport(error: FastifyError): Failure | null {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return bodyTooLarge({ limit: LARGEST_BODY }, { cause: error });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return queryInvalid({ problem: error.message }, { cause: error });
  return null;
}

function defect(service: Service, error: FastifyError, request: FastifyRequest): Failure {
  service.log.error({ err: error, reference: request.id }, 'a request failed unexpectedly');
  return unexpected({ reference: request.id }, { cause: error });
}
