import { Command } from 'commander';
import { embedLabelsWithBar, embedWithBar } from './operator.ts';
import { withService } from './with-service.ts';

/** `tandem embed`: embeds what waits for it now, instead of in the background. */
export const embedCommand = (): Command =>
  new Command('embed')
    .description(
      'embed every document and every label of the vocabulary that lacks a vector by the current model',
    )
    .action(() =>
      withService(
        async (service) => {
          // Labels first: texts are linked by them.
          const labels = await embedLabelsWithBar(service);
          const done = await embedWithBar(service);
          process.stdout.write(`${done} documents, ${labels} labels embedded by ${service.embedder.id}.\n`);
        },
        { work: false },
      ),
    );
