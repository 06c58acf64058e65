// npm run bench:planner [-- --seconds 0.2] [-- family …]: every family, every way of planning, one run.
// With --seconds all run for that share of their time: a quick look, not the measurement.
import { parseArgs } from 'node:util';
import { plan, readProblem, type Plan, type ProblemInput } from '../../../src/planner/index.ts';
import { modelOf } from '../../../src/planner/model.ts';
import type { Timetable } from '../../../src/planner/search/timetable.ts';
import { fairnessOf, summariesOf } from '../../../src/planner/summaries.ts';
import { BREAKS_FAMILIES, breaksInstance, SPOILERS } from './breaks-families.ts';
import { FAMILIES, type Family } from './families.ts';
import { RIVALS } from './rivals.ts';

const { values: flags, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const share = Number(flags.seconds);
const isWanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

const print = (cells: readonly string[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

/** Idle slots and the least share of a best agenda, of a timetable that a rival made. */
function figuresOf({ model, optionOf }: Timetable) {
  const placed = model.candidates.flatMap(({ pairs }, c) =>
    optionOf[c]! < 0 ? [] : pairs.map((pair) => ({ pair, slot: model.slotOf[optionOf[c]!]!, place: null })),
  );
  const people = summariesOf(model.problem, model.directory, placed);
  return {
    idle: Object.values(people).reduce((sum, { idle }) => sum + idle, 0),
    worstOff: fairnessOf(model.problem, model.directory, people, 0).worstOff,
  };
}

async function compare({ name, problem, seconds: full, goal }: Family): Promise<void> {
  const seconds = full * share;
  const input = problem();
  const began = performance.now();
  const ours = await plan({ ...input, limits: { seconds, seed: 1 } });
  const took = (performance.now() - began) / 1000;
  const model = modelOf(readProblem(input));
  const line = (way: string, value: number, worstOff: number, idle: number, spent: number, gap: number) =>
    print([
      name,
      way,
      value.toFixed(2),
      ours.bound.toFixed(2),
      `${(gap * 100).toFixed(2)} %`,
      worstOff.toFixed(2),
      String(idle),
      spent.toFixed(1),
    ]);
  for (const [way, make] of Object.entries(RIVALS)) {
    const start = performance.now();
    const timetable = await make(model, seconds);
    const spent = (performance.now() - start) / 1000;
    const { worstOff, idle } = figuresOf(timetable);
    const { value } = timetable.parts();
    line(way, value, worstOff, idle, spent, Math.max(0, (ours.bound - value) / ours.bound));
  }
  const idle = Object.values(ours.people).reduce((sum, each) => sum + each.idle, 0);
  const reached = ours.proven || ours.gap <= goal ? 'reached' : 'missed';
  line(
    `**Tandem** (goal ${goal * 100} %: ${reached}${ours.proven ? ', proven' : ''})`,
    ours.value,
    ours.fairness.worstOff,
    idle,
    took,
    ours.gap,
  );
}

/** One talent after the other cancels; each time the first plan is repaired. */
async function cancel(input: ProblemInput, standing: Plan, cancellations: number): Promise<void> {
  const talents = input.people.filter(
    ({ id, side }) => side === 'talent' && standing.people[id]!.meetings > 0,
  );
  const step = Math.max(1, Math.floor(talents.length / cancellations));
  const seconds: number[] = [];
  const lost: number[] = [];
  const others: number[] = [];
  const loss: number[] = [];
  for (const { id } of talents.filter((_, i) => i % step === 0).slice(0, cancellations)) {
    const began = performance.now();
    const { changes } = await plan(
      {
        ...input,
        people: input.people.filter((person) => person.id !== id),
        pairs: input.pairs.filter(({ a, b }) => a !== id && b !== id),
      },
      { previous: { plan: standing } },
    );
    seconds.push((performance.now() - began) / 1000);
    lost.push(changes!.unavoidable.length);
    others.push(changes!.changed.length - changes!.unavoidable.length);
    loss.push(changes!.value.before - changes!.value.after);
  }
  print([
    'event, one cancellation',
    String(seconds.length),
    median(seconds).toFixed(2),
    String(median(lost)),
    String(median(others)),
    median(loss).toFixed(2),
  ]);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

process.stdout.write('Meetings of greatest value\n\n');
print(['family', 'way', 'value', 'bound', 'gap', 'worst-off', 'idle', 'seconds']);
print(Array.from({ length: 8 }, () => '---'));
for (const family of FAMILIES) if (isWanted(family.name)) await compare(family);

if (isWanted('breaks')) {
  process.stdout.write('\nFewest breaks (Bofill et al.), 60 s at most\n\n');
  print(['instance', 'people', 'meetings', 'slots', 'tables', 'breaks', 'bound', 'proven', 'seconds']);
  print(Array.from({ length: 9 }, () => '---'));
  for (const { name, shape } of BREAKS_FAMILIES) {
    const made = await plan({ ...breaksInstance(shape), limits: { seconds: 60 * share, seed: 1 } });
    print([
      name,
      ...[shape.people, shape.meetings, shape.slots, shape.tables, made.breaks, made.bound].map(String),
      made.proven ? 'yes' : 'no',
      made.seconds.toFixed(1),
    ]);
  }
}

if (isWanted('infeasible')) {
  process.stdout.write('\nThe same, spoilt: 60 s at most to see that nothing holds all meetings\n\n');
  print(['spoilt by', 'instances', 'recognised', 'a plan found', 'undecided', 'longest seconds']);
  print(Array.from({ length: 6 }, () => '---'));
  for (const [name, spoil] of Object.entries(SPOILERS)) {
    const made: Plan[] = [];
    for (const { shape } of BREAKS_FAMILIES)
      made.push(
        await plan({ ...spoil(breaksInstance(shape), shape), limits: { seconds: 60 * share, seed: 1 } }),
      );
    const count = (holds: (one: Plan) => boolean) => String(made.filter(holds).length);
    print([
      name,
      String(made.length),
      count(({ status }) => status === 'infeasible'),
      count(({ status }) => status === 'optimal' || status === 'feasible'),
      count(({ status }) => status === 'partial'),
      Math.max(...made.map(({ seconds }) => seconds)).toFixed(1),
    ]);
  }
}

if (isWanted('replanning')) {
  process.stdout.write('\nReplanning\n\n');
  print([
    'what',
    'times',
    'median seconds',
    'median who lost a meeting',
    'median others changed',
    'median value lost',
  ]);
  print(Array.from({ length: 6 }, () => '---'));
  const event = FAMILIES.find(({ name }) => name === 'event')!.problem();
  await cancel(event, await plan({ ...event, limits: { seconds: 10 * share, seed: 1 } }), 15);
}
