import { Command } from 'commander';
import { rows } from '../database/index.ts';
import { countPending, servingModel } from '../documents/index.ts';
import { operatorContext } from './operator.ts';
import { table } from './table.ts';
import { withService } from './with-service.ts';

/** `tandem doctor`: what runs here, with which data and model, and what is waiting. */
export const doctorCommand = (): Command =>
  new Command('doctor').description('check runtime, database and model, and say what is waiting').action(() =>
    withService(
      async (service) => {
        const { em } = operatorContext(service);
        const [version] = await rows<{ server: string; pgvector: string }>(
          em,
          `SELECT current_setting('server_version') AS server,
             (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector`,
        );
        const counted = await rows<{ kind: string; count: string | number }>(
          em,
          `SELECT kind, count(*) AS count FROM documents GROUP BY kind`,
        );
        const count = (kind: string) => String(counted.find((row) => row.kind === kind)?.count ?? 0);
        const serving = await servingModel(em);
        process.stdout.write(
          `${table(
            ['what', 'value'],
            [
              ['Node', process.versions.node],
              [
                'database',
                `${service.database.engine}, PostgreSQL ${version!.server}, pgvector ${version!.pgvector}`,
              ],
              ['data folder', service.settings.databaseUrl ? 'on the server' : service.settings.dataFolder],
              ['model loaded', `${service.embedder.id}, ${service.embedder.dimensions} dimensions`],
              ['model serving', serving?.id ?? 'none'],
              ['CVs', count('CV')],
              ['job descriptions', count('JOB')],
              ['waiting for vectors', String(await countPending(em, service.embedder.id))],
            ],
          )}\n`,
        );
      },
      { work: false },
    ),
  );
