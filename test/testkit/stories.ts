import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';
import { mintDevelopmentToken, type Actor } from '../../src/access/index.ts';
import { tokenOptions } from '../../src/service.ts';
import type { Program } from './program.ts';
import { askAt, type Answer, type Asked } from './service.ts';
import { TEST_MODEL, testSettings } from './settings.ts';

/** What people do over HTTP, told briefly: what has to succeed gives its data, what has to fail its code. */
export const storyOver = (api: Asked) => ({
  /** Asks, and gives what the one field of the query holds. */
  async get<Value>(
    actor: Actor | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Value> {
    const { data, errors } = await api.ask<Record<string, Value>>(actor, query, variables);
    if (errors) throw new Error(`${errors[0]!.extensions.code}: ${errors[0]!.message}`);
    return Object.values(data)[0]!;
  },

  /** Asks, and gives the code of the refusal; undefined if it was not refused. */
  async refusal(
    actor: Actor | null,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<string | undefined> {
    return codeOf(await api.ask(actor, query, variables));
  },

  /** Every node of a connection, page by page; `$page` stands for its arguments. */
  async all<Node>(
    actor: Actor,
    field: string,
    nodeFields: string,
    variables: { types?: string; values?: Record<string, unknown> } = {},
  ): Promise<Node[]> {
    const nodes: Node[] = [];
    for (let after: string | null = null; ;) {
      const page: Page<Node> = await this.get(
        actor,
        `query ($after: String${variables.types ?? ''}) { ${field.replace('$page', 'first: 100, after: $after')} {
           edges { node { ${nodeFields} } } pageInfo { hasNextPage endCursor } } }`,
        { after, ...variables.values },
      );
      nodes.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor;
    }
  },

  /** What the actor was told, newest first. */
  async told(actor: Actor): Promise<Told[]> {
    return this.all(actor, 'messages($page)', 'template subject text');
  },
});

/** A page of a connection. */
export interface Page<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A message as its recipient reads it. */
export interface Told {
  template: string;
  subject: string;
  text: string;
}

/** The code of the first failure. */
export const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

/** Asks again until there is an answer, for what the background does. */
export async function until<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error(`${what} did not come`);
}

/** A meeting as a calendar program reads it. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  summary: string;
  start: Date;
  end: Date;
  status: unknown;
  url: unknown;
}

/** The meetings of an iCalendar file, as a real parser understands it. */
export function eventsIn(calendar: string): CalendarEvent[] {
  const parsed = new ICAL.Component(ICAL.parse(calendar) as never);
  return parsed.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(component);
    return {
      uid,
      sequence,
      summary,
      start: startDate.toJSDate(),
      end: endDate.toJSDate(),
      status: component.getFirstPropertyValue('status'),
      url: component.getFirstPropertyValue('url'),
    };
  });
}

/** What clock and calendar on the wall of a zone show, by the platform’s own tables of zones. */
export function onTheWall(instant: Date, zone: string): { date: string; time: string; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const date = `${part['year']}-${part['month']}-${part['day']}`;
  return {
    date,
    time: `${part['hour']}:${part['minute']}`,
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
  };
}

/** A Tandem in a process of its own, as operators run it, that can be killed. */
export interface ServerProcess extends Asked {
  /** Ends it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs `tandem serve` on a data folder, or on a PostgreSQL database, and waits until it listens. */
export async function startServer(
  { main }: Program,
  folder: string,
  databaseUrl: string | undefined,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      TANDEM_DATA_DIR: folder,
      TANDEM_PORT: '0',
      TANDEM_LOG_LEVEL: 'error',
      TANDEM_RATE_LIMIT: '100000',
      EMBEDDING_MODEL: TEST_MODEL,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
  });
  const closed = once(child, 'close');
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /listens at (\S+)\/graphql/.exec(line)?.[1];
    if (url) break;
  }
  if (!url) throw new Error('the server did not start');
  const settings = testSettings(folder, databaseUrl);
  const at = url;
  return {
    ask: async (actor, query, variables = {}) =>
      askAt(
        at,
        actor && (await mintDevelopmentToken(tokenOptions(settings), actor, new Date())),
        query,
        variables,
      ),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Work of four kinds: what an employer writes of it, and what somebody who does it writes of themselves. */
export const TRADES = [
  {
    role: {
      title: 'Emergency nurse',
      sector: 'HEALTH_CARE',
      mustHave: ['triage'],
      description: {
        language: 'en',
        text: 'We look for a nurse with experience of triage in an emergency department.',
      },
    },
    cv: 'Registered nurse, six years in emergency care: triage, ECG, intravenous access.',
  },
  {
    role: {
      title: 'Automation engineer',
      sector: 'ENGINEERING',
      mustHave: ['PLC programming'],
      description: {
        language: 'en',
        text: 'You program PLC controls of our battery factory and commission robot cells.',
      },
    },
    cv: 'Automation engineer, PLC programming of Siemens S7, commissioning of robot cells, five years.',
  },
  {
    role: {
      title: 'Game developer',
      sector: 'IT',
      mustHave: ['C++'],
      description: {
        language: 'en',
        text: 'You develop gameplay and rendering of our next game in C++ and Unreal Engine.',
      },
    },
    cv: 'Game developer: gameplay and rendering in C++ and Unreal Engine, two shipped games.',
  },
  {
    role: {
      title: 'Welder',
      sector: 'MANUFACTURING',
      mustHave: ['TIG welding'],
      description: { language: 'en', text: 'We weld pressure vessels and pipes and look for a TIG welder.' },
    },
    cv: 'TIG and MAG welding of pressure vessels and pipes, licence to EN ISO 9606, eight years.',
  },
] as const;

/** Whom a plan concerns. */
export interface Planned {
  id: string;
  name: string;
  kind: string;
}

/** A run of the planner as its hosts read it. */
export interface Run {
  id: string;
  version: number;
  state: string;
  status: string;
  failure: string | null;
  value: number;
  bound: number;
  gap: number;
  placed: number;
  unplacedCount: number;
  conflict: string[];
  fairness: { worstOff: Planned; worstOffShare: number };
  changes: { changed: number; unavoidable: number } | null;
  publication: Record<'added' | 'moved' | 'released' | 'unchanged', number> & { leftOut: unknown[] };
}
const RUN = `id version state status failure value bound gap placed unplacedCount conflict
  fairness { worstOff { id name kind } worstOffShare }
  changes { changed unavoidable } publication { added moved released unchanged leftOut { reason } }`;

export const PLAN = `mutation ($eventId: ID!, $input: EventPlanInput) {
  planEvent(eventId: $eventId, input: $input) { id } }`;
export const PUBLISH = `mutation ($id: ID!, $version: Int!) {
  publishPlanRun(id: $id, version: $version) { ${RUN} } }`;

/** What hosts do with plans of their event. */
export function planningOver(api: Asked) {
  const story = storyOver(api);
  return {
    /** Asks for a run that takes the same steps on every machine, once texts are read, and waits for its plan. */
    async run(by: Actor, eventId: string, input: Record<string, unknown> = {}): Promise<Run> {
      const { id } = await until('the reading of texts', async () => {
        const { data, errors } = await api.ask<{ planEvent: { id: string } }>(by, PLAN, {
          eventId,
          input: { work: 20, ...input },
        });
        if (!errors) return data.planEvent;
        if (codeOf({ data, errors, status: 200 }) === 'MATCHING_NOT_YET_EMBEDDED') return undefined;
        throw new Error(errors[0]!.message);
      });
      return until('the plan', async () => {
        const run = await this.read(by, id);
        return ['QUEUED', 'RUNNING'].includes(run.state) ? undefined : run;
      });
    },
    read: (by: Actor, id: string) =>
      story.get<Run>(by, `query ($id: ID!) { planRun(id: $id) { ${RUN} } }`, { id }),
    publish: (by: Actor, { id, version }: Pick<Run, 'id' | 'version'>) =>
      story.get<Run>(by, PUBLISH, { id, version }),
  };
}
