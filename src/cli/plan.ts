import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { systemClock } from '../kernel/index.ts';
import {
  calendarOf,
  fileUnreadable,
  pictureOf,
  plan,
  readProblem,
  type Plan,
  type Problem,
  type ProblemInput,
  type Progress,
} from '../planner/index.ts';
import { table } from './table.ts';

interface Options {
  json?: boolean;
  out?: string;
  ics?: string;
  svg?: string;
  zone: string;
  from?: string;
  fill?: boolean;
  now?: string;
}

/** `tandem plan`: plans the meetings of a file, with the best possible value beside what was reached. */
export const planCommand = (): Command =>
  new Command('plan')
    .description('plan who meets whom and when, from a file')
    .argument('<problem>', 'the problem as JSON (see docs/planner.md)')
    .option('--json', 'print the plan as JSON instead of tables')
    .option('--out <file>', 'write the plan as JSON')
    .option('--ics <folder>', 'write a calendar file for each person')
    .option('--svg <file>', 'draw the plan')
    .option('--zone <zone>', 'time zone of the picture', 'UTC')
    .option('--from <plan>', 'repair this plan, changing the agendas of as few people as possible')
    .option('--fill', 'with --from: only fill what is empty')
    .option('--now <instant>', 'with --from: meetings before this instant have been held')
    .action(async (file: string, options: Options) => {
      const input = readJson(file) as ProblemInput;
      const problem = readProblem(input);
      const called = new AbortController();
      const cancel = () => called.abort();
      process.once('SIGINT', cancel);
      const made = await plan(input, {
        signal: called.signal,
        progress: showProgress(problem),
        ...(options.from === undefined
          ? {}
          : {
              previous: {
                plan: readJson(options.from) as Plan,
                fill: options.fill ?? false,
                now: options.now,
              },
            }),
      });
      process.off('SIGINT', cancel);
      if (process.stderr.isTTY) process.stderr.write('\n');
      if (options.out) writeFileSync(options.out, `${JSON.stringify(made, null, 2)}\n`);
      if (options.svg) writeFileSync(options.svg, pictureOf(problem, made, options.zone));
      if (options.ics) writeCalendars(problem, made, options.ics);
      process.stdout.write(options.json ? `${JSON.stringify(made, null, 2)}\n` : inWords(problem, made));
      if (made.status === 'infeasible') process.exitCode = 1;
    });

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw fileUnreadable({ file, reason: (cause as Error).message }, { cause });
  }
}

/** A line that is rewritten on a screen; in a log file one for each stage. */
function showProgress({ objective }: Problem): (progress: Progress) => void {
  let stage = '';
  return (progress) => {
    const screen = process.stderr.isTTY;
    if (!screen && progress.stage === stage) return;
    stage = progress.stage;
    const reached =
      objective === 'value' ? `value ${progress.value.toFixed(2)}` : `${progress.breaks} breaks`;
    const line = `${stage}: ${reached}, bound ${progress.bound.toFixed(2)}, gap ${percent(progress.gap)} (${progress.seconds.toFixed(1)} s)`;
    process.stderr.write(screen ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

function writeCalendars(problem: Problem, made: Plan, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { id } of problem.people)
    if (made.people[id]!.meetings > 0)
      writeFileSync(
        join(folder, `${encodeURIComponent(id)}.ics`),
        calendarOf(problem, made, id, systemClock()),
      );
}

const SHOWN = 12;

function inWords(problem: Problem, made: Plan): string {
  const { fairness, comfort, changes } = made;
  const facts = [
    ['status', made.status],
    ['meetings', `${made.meetings.length} of ${problem.pairs.length} pairs`],
    ['value', made.value.toFixed(2)],
    ['breaks', String(made.breaks)],
    ['bound', `${made.bound.toFixed(2)}${made.proven ? ', reached: proven' : ''}`],
    ['gap', percent(made.gap)],
    [
      'worst-off',
      `${percent(fairness.worstOff)} of their best${fairness.worstOffPerson ? ` (${fairness.worstOffPerson})` : ''}`,
    ],
    ['spread', percent(fairness.spread)],
    ['price of fairness', fairness.price.toFixed(2)],
    ['idle slots', String(comfort.idle)],
    ['price of fewer idle slots', comfort.price.toFixed(2)],
    ['changes of place', String(comfort.moves)],
    ['seconds', made.seconds.toFixed(2)],
    ...(changes
      ? [
          [
            'agendas changed',
            `${changes.changed.length}, of which unavoidably ${changes.unavoidable.length}`,
          ],
          ['value before, after', `${changes.value.before.toFixed(2)}, ${changes.value.after.toFixed(2)}`],
        ]
      : []),
  ];
  return [
    table(['what', 'result'], facts),
    listing(
      'These contradict one another:',
      ['requirement'],
      made.conflict.map((each) => [each]),
    ),
    listing(
      'Guarantees not reached:',
      ['person', 'meetings', 'of', 'why'],
      made.unserved.map(({ person, meetings, min, reason }) => [
        person,
        String(meetings),
        String(min),
        reason,
      ]),
    ),
    listing(
      'Not placed:',
      ['pair', 'limit', 'why'],
      made.unplaced.map(({ pair, limit, reason }) => [pair, limit, reason]),
    ),
  ].join('');
}

function listing(title: string, header: readonly string[], lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return '\n';
  const more = lines.length > SHOWN ? `\n… and ${lines.length - SHOWN} more (--json lists all)` : '';
  return `\n\n${title}\n${table(header, lines.slice(0, SHOWN))}${more}\n`;
}
