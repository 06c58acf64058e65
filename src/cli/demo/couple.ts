import { table } from '../table.ts';
import { inTurn, nodesOf, talentActor, type Chapter, type Connection, type Stage } from './stage.ts';

/** She is a nurse, he an engineer; their daughter is six. */
export const COUPLE = ['samira-belkacem', 'yacine-belkacem'] as const;

const JOINT = `query {
  tandemMatches(first: 5) {
    considered
    pairs
    edges {
      node {
        worth { value imbalance }
        area { rule distanceKm }
        sides { yours score role { title city employer { name } } }
      }
    }
  }
}`;

interface Joint {
  worth: { value: number; imbalance: number };
  area: { rule: string; distanceKm: number | null };
  sides: {
    yours: boolean;
    score: number;
    role: { title: string; city: string | null; employer: { name: string } };
  }[];
}

/** Two agree to be looked for together, and see pairs of roles in one commuting area. */
export async function theCouple({ ask }: Stage): Promise<Chapter> {
  const [first, second] = COUPLE.map(talentActor);
  await inTurn([first!, second!], (partner) =>
    ask(partner, 'mutation { giveConsent(purpose: TANDEM) { id } }'),
  );
  const { invitePartner } = await ask<{ invitePartner: { code: string } }>(
    first!,
    'mutation { invitePartner(input: { avoidSameSlot: true }) { code } }',
  );
  await ask(second!, 'mutation ($code: String!) { joinTandem(code: $code) { id } }', {
    code: invitePartner.code,
  });
  const { tandemMatches } = await ask<{
    tandemMatches: Connection<Joint> & { considered: number; pairs: number };
  }>(first!, JOINT);
  const matches = nodesOf(tandemMatches);
  return {
    title: 'couple',
    text: [
      `Samira and Yacine Belkacem look for two jobs in one commuting area (${tandemMatches.considered} of ${tandemMatches.pairs} pairs looked at).`,
      'Joint value: the geometric mean of both scores. Their daughter is six, so they ask never to be interviewed at once.\n',
      table(
        ['joint', 'Samira', 'role', 'Yacine', 'role', 'where', 'distance'],
        matches.map(({ worth, area, sides: [mine, theirs] }) => [
          worth.value.toFixed(3),
          mine!.score.toFixed(3),
          `${mine!.role.title}, ${mine!.role.employer.name}`,
          theirs!.score.toFixed(3),
          `${theirs!.role.title}, ${theirs!.role.employer.name}`,
          [...new Set([mine!.role.city, theirs!.role.city])].join(' and '),
          area.distanceKm === null ? area.rule.toLowerCase() : `${area.distanceKm.toFixed(0)} km`,
        ]),
      ),
    ].join('\n'),
    data: matches,
  };
}
