import { castId } from '../../../seeds/index.ts';
import { table } from '../table.ts';
import {
  inTurn,
  member,
  nodesOf,
  organiserOf,
  talentActor,
  type Chapter,
  type Connection,
  type Stage,
} from './stage.ts';

/** One role in each language, and two talents who move together. */
const ROLES = [
  'sjukskoterska-akuten-skelleftea',
  'ingenieur-automatisation-saguenay',
  'embedded-engineer-gothenburg',
];
const TALENTS = ['samira-belkacem', 'yacine-belkacem'];
const SHOWN = 5;

const MATCH = 'score parts { vector text } conditions { condition verdict reason }';
const CANDIDATES = `query ($roleId: ID!, $first: Int!) {
  rankedCandidates(roleId: $roleId, first: $first) {
    considered
    edges { node { ${MATCH} talent { id name country region } } }
  }
}`;
const MATCHED = `query ($first: Int!) {
  matchedRoles(first: $first) { considered edges { node { ${MATCH} role { title city country } } } }
}`;

interface Match {
  score: number;
  parts: { vector: number; text: number };
  conditions: { condition: string; verdict: string; reason: string }[];
}

type Ranking<Node> = Connection<Match & Node> & { considered: number };

/** A printed ranking: of whom, for whom, and how long it took. */
interface Shown {
  title: string;
  milliseconds: number;
  considered: number;
  matches: (Match & { counterpart: string; detail: string })[];
}

/** Rankings from both sides: candidates as an organiser sees them, roles as talents do. */
export async function theRankings(stage: Stage): Promise<Chapter> {
  const rankings = [
    ...(await inTurn(ROLES, (slug) => candidatesFor(stage, slug))),
    ...(await inTurn(TALENTS, (slug) => rolesFor(stage, slug))),
  ];
  return { title: 'rankings', text: rankings.map(inWords).join('\n\n'), data: rankings };
}

const inWords = ({ title, milliseconds, considered, matches }: Shown): string =>
  `${title}  (${considered} considered, ${milliseconds.toFixed(1)} ms)\n${table(
    ['score', 'meaning', 'words', 'who or what', 'where', 'conditions'],
    matches.map((match) => [
      match.score.toFixed(3),
      match.parts.vector.toFixed(2),
      match.parts.text.toFixed(2),
      match.counterpart,
      match.detail,
      conditionsInWords(match.conditions),
    ]),
  )}`;

/** The conditions met by name, the open ones with their reason. */
function conditionsInWords(conditions: Match['conditions']): string {
  const name = ({ condition }: Match['conditions'][number]) => condition.toLowerCase().replaceAll('_', ' ');
  const met = conditions.filter(({ verdict }) => verdict === 'MET').map(name);
  const open = conditions
    .filter(({ verdict }) => verdict !== 'MET')
    .map((judgement) => `? ${name(judgement)}: ${judgement.reason}`);
  return [...(met.length > 0 ? [`+ ${met.join(', ')}`] : []), ...open].join('  ').slice(0, WIDEST);
}

/** Reasons are cut where a line would grow past most screens; --json has them whole. */
const WIDEST = 90;

async function candidatesFor({ ask, cast }: Stage, slug: string): Promise<Shown> {
  const { id, data } = member(cast.roles, slug);
  const { milliseconds, result } = await timed(() =>
    ask<{
      rankedCandidates: Ranking<{
        talent: { id: string; name: string; country: string; region: string | null };
      }>;
    }>(organiserOf('malmporten-science-park'), CANDIDATES, { roleId: id, first: SHOWN }),
  );
  return {
    title: `Candidates for "${data.title}" (${data.city}, description in ${data.description.language})`,
    milliseconds,
    considered: result.rankedCandidates.considered,
    matches: nodesOf(result.rankedCandidates).map(({ talent, ...match }) => ({
      ...match,
      counterpart: `${talent.name} (CV in ${cast.talents.find((each) => each.id === talent.id)!.data.cv.language})`,
      detail: talent.region ?? talent.country,
    })),
  };
}

async function rolesFor({ ask, cast }: Stage, slug: string): Promise<Shown> {
  const { name, country, cv } = cast.talents.find(({ id }) => id === castId('talent', slug))!.data;
  const { milliseconds, result } = await timed(() =>
    ask<{ matchedRoles: Ranking<{ role: { title: string; city: string | null; country: string } }> }>(
      talentActor(slug),
      MATCHED,
      { first: SHOWN },
    ),
  );
  return {
    title: `Roles for ${name} (${country}, CV in ${cv.language})`,
    milliseconds,
    considered: result.matchedRoles.considered,
    matches: nodesOf(result.matchedRoles).map(({ role, ...match }) => ({
      ...match,
      counterpart: role.title,
      detail: role.city ?? role.country,
    })),
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ milliseconds: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { milliseconds: Math.round((performance.now() - began) * 10) / 10, result };
}
