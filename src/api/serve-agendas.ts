import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS, type Actor } from '../access/index.ts';
import { meetingsAsCsv, meetingsAsXlsx, planAsPage, PRINTABLE_POLICY, readFeed } from '../occasions/index.ts';
import type { Service } from '../service.ts';

/**
 * Serves agendas at their secret addresses, without a token, and to hosts, with one, the meetings of an occasion as
 * CSV, as an Excel file and as a page to print. Nothing of it is kept on the way.
 */
export function serveAgendas(
  app: FastifyInstance,
  service: Service,
  actorOf: (request: FastifyRequest) => Promise<Actor>,
): void {
  app.get<{ Params: { secret: string } }>('/agenda/:secret.ics', async (request, reply) =>
    uncached(reply)
      .type('text/calendar; charset=utf-8')
      .send(await readFeed(service.contextFor(ANONYMOUS), request.params.secret)),
  );
  const files = {
    'meetings.csv': ['text/csv; charset=utf-8', meetingsAsCsv],
    'meetings.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', meetingsAsXlsx],
    'plan.html': ['text/html; charset=utf-8', planAsPage],
  } as const;
  for (const [name, [type, make]] of Object.entries(files))
    app.get<{ Params: { id: string } }>(`/occasions/:id/${name}`, async (request, reply) => {
      const context = service.contextFor(await actorOf(request));
      const file = await make(context, request.params.id);
      if (name !== 'plan.html') void reply.header('content-disposition', `attachment; filename="${name}"`);
      return uncached(reply).header('content-security-policy', PRINTABLE_POLICY).type(type).send(file);
    });
}

const uncached = (reply: FastifyReply): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff');
