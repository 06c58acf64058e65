import { Command } from 'commander';
import {
  countPendingLabels,
  importVocabulary,
  vocabularyStatus,
  type SourceStatus,
  type VocabularyImportReport,
} from '../vocabulary/index.ts';
import { embedLabelsWithBar, operatorContext } from './operator.ts';
import { progressBar } from './progress-bar.ts';
import { table } from './table.ts';
import { withService } from './with-service.ts';

/** `tandem vocabulary`: what is loaded, and the import of ESCO. */
export const vocabularyCommand = (): Command =>
  new Command('vocabulary')
    .description('say which occupations and skills are known, from which sources')
    .action(() =>
      withService(
        async (service) => {
          const context = operatorContext(service);
          const pending = await countPendingLabels(context.em, service.titles);
          process.stdout.write(statusInWords(await vocabularyStatus(context), pending));
        },
        { work: false },
      ),
    )
    .addCommand(vocabularyImportCommand());

/** `tandem vocabulary import`: reads ESCO's classification. */
const vocabularyImportCommand = (): Command =>
  new Command('import')
    .description(
      'read ESCO’s CSV classification from a folder: all of it, or nothing where it cannot be read',
    )
    .argument('<folder>', 'with files such as occupations_en.csv and skills_sv.csv (see docs/vocabulary.md)')
    .option('--no-embed', 'leave the vectors of the labels to the server')
    .action((folder: string, { embed }: { embed: boolean }) =>
      withService(
        async (service) => {
          const bar = progressBar('reading (kB)');
          const report = await importVocabulary(operatorContext(service), folder, {
            progress: (done, total) => bar.update(Math.round(done / 1000), Math.round(total / 1000)),
          }).finally(() => bar.end());
          process.stdout.write(importInWords(report));
          if (report.files.some(({ problems }) => problems > 0)) process.exitCode = 1;
          if (!embed) return;
          const embedded = await embedLabelsWithBar(service);
          process.stdout.write(`${embedded} labels embedded by ${service.embedder.id}.\n`);
        },
        { work: false },
      ),
    );

/** What became of an import, as lines. */
export function importInWords(report: VocabularyImportReport): string {
  const { files, problems, ignored, concepts, labels } = report;
  const total = files.reduce((sum, file) => sum + file.problems, 0);
  const counts = (what: string, { added, changed, removed }: typeof concepts) =>
    `${what}: ${added} added, ${changed} changed, ${removed} removed\n`;
  return [
    `${table(
      ['file', 'rows', 'problems'],
      files.map(({ file, rows, problems: found }) => [file, String(rows), String(found)]),
    )}\n`,
    ...problems.map(({ file, line, problem }) => `${file}, line ${line}: ${problem}\n`),
    total > problems.length ? `and ${total - problems.length} more\n` : '',
    total > 0 ? 'What such a file no longer names was kept, since not all of it could be read.\n' : '',
    ignored.length > 0 ? `Not read: ${ignored.join(', ')}\n` : '',
    report.changed
      ? counts('Concepts', concepts) + counts('Labels', labels)
      : 'All of it was there already: nothing was changed.\n',
  ].join('');
}

/** What is loaded, as tables. */
export function statusInWords(sources: readonly SourceStatus[], pending: number): string {
  const concepts = sources.flatMap(({ source, concepts: kinds }) =>
    kinds.map(({ kind, count, shared }) => [source, kind, String(count), String(shared)]),
  );
  const labels = sources.flatMap(({ source, labels: languages }) =>
    languages.map(({ language, count }) => [source, language, String(count)]),
  );
  return [
    table(['source', 'concepts', 'count', 'in both'], concepts),
    '',
    table(['source', 'language', 'labels'], labels),
    '',
    ...sources.map(
      ({ source, attribution, changedAt }) =>
        `${source}: ${attribution}; changed at ${changedAt.toISOString()}`,
    ),
    `Labels that wait for their vectors: ${pending}`,
    '',
  ].join('\n');
}
