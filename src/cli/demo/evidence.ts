import { member, nodesOf, employerOf, type Chapter, type Connection, type Stage } from './stage.ts';

const ROLE = 'sjukskoterska-akuten-skelleftea';
const EMPLOYER = 'norralvens-sjukhus';

const EVIDENCE = `query ($roleId: ID!) {
  rankedCandidates(roleId: $roleId, first: 3) {
    edges {
      node {
        score
        talent { country region identified name cv { language } }
        evidence(first: 3) { similarity requirement { text } passage { text } }
        conditions { condition verdict reason }
      }
    }
  }
}`;

interface Candidate {
  score: number;
  talent: {
    country: string;
    region: string | null;
    identified: boolean;
    name: string | null;
    cv: { language: string };
  };
  evidence: { similarity: number; requirement: { text: string }; passage: { text: string } | null }[];
  conditions: { condition: string; verdict: string; reason: string }[];
}

/** Why the first three stand where they do, as the employer reads it: without knowing who they are. */
export async function theEvidence({ ask, cast }: Stage): Promise<Chapter> {
  const { id, data } = member(cast.roles, ROLE);
  const { rankedCandidates } = await ask<{ rankedCandidates: Connection<Candidate> }>(
    employerOf(EMPLOYER),
    EVIDENCE,
    { roleId: id },
  );
  const candidates = nodesOf(rankedCandidates);
  const head = `The first three for "${data.title}", as ${member(cast.organisations, EMPLOYER).data.name} reads them: blind.\nWhat the role asks for ← what the CV says, with how near the two are (0 to 1).\n`;
  return {
    title: 'evidence',
    text: [head, ...candidates.map(inWords)].join('\n'),
    data: candidates,
  };
}

function inWords({ score, talent, evidence, conditions }: Candidate, place: number): string {
  const who = talent.name ?? `a talent in ${talent.region ?? talent.country}`;
  const quotes = evidence.map(
    ({ similarity, requirement, passage }) =>
      `   ${similarity.toFixed(2)}  ${cut(requirement.text)}\n      ← ${passage ? cut(passage.text) : 'nothing'}`,
  );
  const open = conditions
    .filter(({ verdict }) => verdict !== 'MET')
    .map(({ condition, reason }) => `   open  ${condition.toLowerCase().replaceAll('_', ' ')}: ${reason}`);
  return `${place + 1}. ${who}, CV in ${talent.cv.language}, score ${score.toFixed(3)}\n${[...quotes, ...open].join('\n')}\n`;
}

/** On one line, no longer than most screens are wide. */
const cut = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
};
const WIDEST = 110;
