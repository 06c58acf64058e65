import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { exportRoles, exportTalents, outputUnwritable } from '../exchange/index.ts';
import { operatorContext } from './operator.ts';
import { withService } from './with-service.ts';

const SUBJECTS = {
  talents: { records: exportTalents, format: 'jsonresume' },
  roles: { records: exportRoles, format: 'jobposting' },
} as const;

/** `tandem export`: writes talents or roles in the formats that `tandem import` reads. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('write all talents as JSON Resumes or all roles as JobPostings, one a line')
    .addArgument(new Argument('<what>', 'what to export').choices(Object.keys(SUBJECTS)))
    .option('--out <file>', 'where to (default: standard output)')
    .addOption(
      new Option('--format <format>', 'for talents jsonresume, for roles jobposting').choices([
        'jsonresume',
        'jobposting',
      ]),
    )
    .action(
      (what: keyof typeof SUBJECTS, { out, format }: { out?: string; format?: string }, command: Command) => {
        const subject = SUBJECTS[what];
        if (format !== undefined && format !== subject.format)
          command.error(`error: ${what} are exported as --format ${subject.format}`);
        return withService(
          async (service) => {
            let count = 0;
            const lines = async function* () {
              for await (const record of subject.records(operatorContext(service))) {
                count += 1;
                yield `${JSON.stringify(record)}\n`;
              }
            };
            if (out === undefined) await writeOut(lines());
            else await writeWhole(out, lines());
            process.stderr.write(`${count} ${what} exported${out === undefined ? '' : ` to ${out}`}.\n`);
          },
          { work: false },
        );
      },
    );

/** Writes to standard output; a reader that has had enough, such as `head`, ends the export without complaint. */
async function writeOut(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPIPE')) throw cause;
  }
}

/** Writes beside the file and puts it in its place when it is complete: readable by its owner only, since it holds CVs. */
async function writeWhole(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) throw cause;
    throw outputUnwritable({ file, reason: String(cause.code) }, { cause });
  }
}
