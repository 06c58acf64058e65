import { basename } from 'node:path';
import { Command } from 'commander';
import { filesToImport, importFile, type ImportReport } from '../exchange/index.ts';
import { Failure } from '../kernel/index.ts';
import type { Service } from '../service.ts';
import { embedWithBar, operatorContext } from './operator.ts';
import { progressBar } from './progress-bar.ts';
import { withService } from './with-service.ts';

/** `tandem import`: reads talents, roles and organisations from files. */
export const importCommand = (): Command =>
  new Command('import')
    .description('read JSON Resumes, JobPostings and Organizations from a file, or the files of a folder')
    .argument('<path>', 'a .json, .jsonld, .jsonl or .ndjson file, or a folder with such files')
    .option('--again', 'import a file again that was imported before')
    .option('--no-embed', 'leave the embedding to the server or to `tandem embed`')
    .action(async (path: string, options: { again?: boolean; embed: boolean }) => {
      const files = await filesToImport(path);
      await withService(
        async (service) => {
          for (const file of files) {
            const complete = await importOne(service, file, options.again ?? false, files.length > 1);
            if (!complete) process.exitCode = 1;
          }
          if (!options.embed) return;
          const embedded = await embedWithBar(service);
          process.stdout.write(`${embedded} documents embedded by ${service.embedder.id}.\n`);
        },
        { work: false },
      );
    });

/** Imports a file and says what came of it. @returns whether nothing of it was refused. */
async function importOne(
  service: Service,
  file: string,
  again: boolean,
  amongOthers: boolean,
): Promise<boolean> {
  const bar = progressBar(`${basename(file)} (kB)`);
  try {
    const report = await importFile(operatorContext(service), file, {
      again,
      progress: (done, total) => bar.update(Math.round(done / 1000), Math.round(total / 1000)),
    });
    bar.end();
    process.stdout.write(inWords(report));
    return report.refused === 0;
  } catch (failure) {
    bar.end();
    // A file that cannot be read does not keep the other files of its folder out.
    if (!(failure instanceof Failure) || !amongOthers) throw failure;
    process.stderr.write(`${failure.code}: ${failure.message}\n${failure.remedy}\n`);
    return false;
  }
}

/** The report as lines. */
export function inWords(report: ImportReport): string {
  const { file, accepted, refused } = report;
  const counts = `${accepted} accepted, ${refused} refused`;
  if (report.state === 'DONE_BEFORE')
    return `${file}: imported before, at ${report.finishedAt.toISOString()}: ${counts}. Nothing was changed; --again imports it once more.\n`;
  const lines = [
    report.state === 'RESUMED'
      ? `${file}: ${counts}. Went on after the ${report.resumedAt} records of an earlier run.`
      : `${file}: ${counts}.`,
    ...report.notes.map(({ note, count, line }) => `  note, ${count} × (first ${file}:${line}): ${note}`),
    ...report.refusals.flatMap(({ line, path, code, problem, remedy }, index) => [
      `  ${file}:${line}${path ? ` ${path}` : ''}: ${problem} [${code}]`,
      // The same advice once for a row of them.
      ...(remedy === report.refusals[index + 1]?.remedy ? [] : [`    ${remedy}`]),
    ]),
  ];
  if (refused > 0) {
    const more = refused - report.refusals.length;
    lines.push(
      `  ${more > 0 ? `… and ${more} more. ` : ''}Every refused record with its reason: ${report.refusedFile}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
