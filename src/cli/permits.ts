import { Command } from 'commander';
import { exportPermitRules, importPermitRules } from '../permits/index.ts';
import { operatorContext } from './operator.ts';
import { withService } from './with-service.ts';
import { writeOut } from './write-out.ts';

/** `tandem permits`: the table of permit rules, out to a spreadsheet and back. */
export const permitsCommand = (): Command =>
  new Command('permits')
    .description('read and write the rules of work permits as CSV')
    .addCommand(
      new Command('import')
        .description('add and change permit rules: all of the file, or nothing')
        .argument('<file>', 'a CSV file as `tandem permits export` writes it')
        .action((file: string) =>
          withService(
            async (service) => {
              const { added, changed, unchanged } = await importPermitRules(operatorContext(service), file);
              process.stdout.write(`${file}: ${added} added, ${changed} changed, ${unchanged} as before.\n`);
            },
            { work: false },
          ),
        ),
    )
    .addCommand(
      new Command('export')
        .description('write all permit rules as CSV')
        .option('--out <file>', 'where to (default: standard output)')
        .action(({ out }: { out?: string }) =>
          withService(async (service) => writeOut([await exportPermitRules(operatorContext(service))], out), {
            work: false,
          }),
        ),
    );
