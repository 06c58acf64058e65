import type { Actor } from '../../access/index.ts';
import { meetingsAsCsv, meetingsAsXlsx } from '../../occasions/index.ts';
import { figuresOf } from './report-figures.ts';
import { employerOf, talentActor, type Stage } from './stage.ts';

/** Of which occasion what is left, and for whom. */
export interface Leaving {
  host: Actor;
  occasionId: string;
  /** The beginning of its files' names. */
  name: string;
  /** Slugs of those who get an agenda. */
  talents: readonly string[];
  employers: readonly string[];
  /** What else the report holds besides the figures. */
  report: object;
}

/** Leaves the plan in three formats, everybody's agenda as their calendar reads it, and the report. */
export async function leaveOccasion(
  stage: Stage,
  { host, occasionId, name, talents, employers, report }: Leaving,
): Promise<void> {
  const { service, out, ask } = stage;
  const { printablePlan } = await ask<{ printablePlan: string }>(
    host,
    'query ($occasionId: ID!) { printablePlan(occasionId: $occasionId) }',
    { occasionId },
  );
  out.write(`plans/${name}.html`, printablePlan);
  out.write(`plans/${name}.csv`, await meetingsAsCsv(service.contextFor(host), occasionId));
  out.write(`plans/${name}.xlsx`, await meetingsAsXlsx(service.contextFor(host), occasionId));
  const agendas = [
    ...talents.map((slug) => [slug, talentActor(slug)] as const),
    ...employers.map((slug) => [slug, employerOf(slug)] as const),
  ];
  for (const [slug, actor] of agendas) {
    const { agendaCalendar } = await ask<{ agendaCalendar: string }>(actor, '{ agendaCalendar }');
    out.write(`agendas/${slug}.ics`, agendaCalendar);
  }
  const figures = await figuresOf(stage, host, occasionId);
  out.write(`reports/${name}.json`, `${JSON.stringify({ figures, ...report }, null, 2)}\n`);
}
