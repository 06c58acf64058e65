import { Argument, Command, Option } from 'commander';
import { exportRoles, exportTalents } from '../exchange/index.ts';
import { operatorContext } from './operator.ts';
import { withService } from './with-service.ts';
import { writeOut } from './write-out.ts';

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
            await writeOut(lines(), out);
            process.stderr.write(`${count} ${what} exported${out === undefined ? '' : ` to ${out}`}.\n`);
          },
          { work: false },
        );
      },
    );
