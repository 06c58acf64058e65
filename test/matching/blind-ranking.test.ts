import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/access/index.ts';
import { readCast, seedCast } from '../../seeds/index.ts';
import { derivedId } from '../../src/kernel/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { blindText, writeTalents, type TalentData } from '../../src/talents/index.ts';
import {
  addEmployer,
  addRole,
  addTalent,
  ORGANISER,
  talentInput,
  useApi,
  type Owned,
} from '../testkit/index.ts';

const api = useApi();

const MATCH = `node {
  score employerSide talentSide warnings
  parts { vector text concepts evidence conditions wishes }
  conditions { condition verdict reason } skills { skill met }
  evidence(first: 10) { requirement { text } similarity strength }
}`;
const CANDIDATES = `query ($roleId: ID!, $after: String) {
  rankedCandidates(roleId: $roleId, first: 100, after: $after, filter: { includeExcluded: true }) {
    edges { cursor ${MATCH.replace('node {', 'node { talent { id }')} } pageInfo { hasNextPage }
  }
}`;
const ROLES = `{ matchedRoles(first: 100, filter: { includeExcluded: true }) {
  edges { ${MATCH.replace('node {', 'node { role { id }')} }
} }`;

type Found = Record<string, unknown> & { score: number };
type Page<Key extends string> = {
  edges: { cursor: string; node: Found & Record<Key, { id: string }> }[];
  pageInfo: { hasNextPage: boolean };
};

/** All that a ranking says of each talent, by talent. */
async function rankedFor(actor: Parameters<typeof api.ask>[0], roleId: string): Promise<Map<string, Found>> {
  const all = new Map<string, Found>();
  const pages: Page<'talent'>[] = [];
  do {
    const after = pages.at(-1)?.edges.at(-1)?.cursor ?? null;
    const { data } = await api.ask<{ rankedCandidates: Page<'talent'> }>(actor, CANDIDATES, {
      roleId,
      after,
    });
    pages.push(data.rankedCandidates);
  } while (pages.at(-1)!.pageInfo.hasNextPage);
  for (const { node } of pages.flatMap(({ edges }) => edges)) {
    const { talent, ...found } = node;
    all.set(talent.id, found);
  }
  return all;
}

/** All that a talent is told of each role, by role. */
async function rolesFor(talent: Owned): Promise<Map<string, Found>> {
  const { data } = await api.ask<{ matchedRoles: Page<'role'> }>(talent, ROLES);
  return new Map(data.matchedRoles.edges.map(({ node: { role, ...found } }) => [role.id, found]));
}

describe('a role that asks for what is hidden', () => {
  const cvOf = ({ name, nation, school, about }: Record<'name' | 'nation' | 'school' | 'about', string>) =>
    `${name}\nRegistered nurse, ${nation} citizen, ${about}\n\nWork\nTriage and ECG at Norra Hospital, six years\n\nEducation\nBSc Nursing, ${school}, 2015`;
  const INGRID = {
    name: 'Ingrid Sandstrom',
    nation: 'Kenyan',
    school: 'Lund University',
    about: 'married with two children',
  };
  const BO = {
    name: 'Bodil Ek',
    nation: 'Norwegian',
    school: 'Université Cheikh Anta Diop',
    about: 'single',
  };
  let employer: Owned;
  let ingrid: Owned;
  let bo: Owned;

  beforeAll(async () => {
    employer = await addEmployer(api);
    const person = (who: typeof BO, email: string) =>
      addTalent(api, { name: who.name, email, cv: { language: 'en', text: cvOf(who) } });
    ingrid = await person(INGRID, 'ingrid@example.org');
    bo = await person(BO, 'bo.ek@example.org');
  });

  test.each([
    ['a surname', 'Sandstrom'],
    ['a school', 'Lund University'],
    ['a nationality', 'Kenyan'],
    ['a family', 'married with children'],
    ['an address', 'ingrid@example.org'],
  ])('as a must-have, such as %s, hears the same of who has it and of who has not', async (_what, asked) => {
    const roleId = await addRole(api, employer, {
      mustHave: ['triage', asked],
      niceToHave: [asked],
      description: { language: 'en', text: `We look for a nurse with triage. You are ${asked}, ${asked}.` },
    });
    await api.embedAll();
    for (const reader of [employer, ORGANISER]) {
      const ranked = await rankedFor(reader, roleId);
      expect(ranked.get(ingrid.rowId)!['skills']).toEqual([
        { skill: 'triage', met: true },
        { skill: asked, met: false },
      ]);
      expect(ranked.get(ingrid.rowId)).toEqual(ranked.get(bo.rowId));
    }
    const own = (await rolesFor(ingrid)).get(roleId)!;
    expect(own).toEqual((await rolesFor(bo)).get(roleId));
    expect(own.score).toBe((await rankedFor(employer, roleId)).get(ingrid.rowId)!.score);
  });

  test('names nothing of the new name from a change of name on', async () => {
    const talent = await addTalent(api, {
      name: 'Ada Sample',
      cv: { language: 'en', text: 'Registered nurse.\n\nWork\nTriage beside Mercy Underwood for six years' },
    });
    const roleId = await addRole(api, employer, { mustHave: ['Underwood'] });
    await api.embedAll();
    const skills = async () => (await rankedFor(employer, roleId)).get(talent.rowId)!['skills'];
    expect(await skills()).toEqual([{ skill: 'Underwood', met: true }]);
    await api.ask(
      talent,
      `mutation ($id: ID!, $input: TalentInput!) { editTalent(id: $id, version: 1, input: $input) { id } }`,
      {
        id: talent.rowId,
        input: talentInput({
          name: 'Mercy Underwood',
          cv: {
            language: 'en',
            text: 'Registered nurse.\n\nWork\nTriage beside Mercy Underwood for six years',
          },
        }),
      },
    );
    expect(await skills()).toEqual([{ skill: 'Underwood', met: false }]);
    await api.embedAll();
    expect(await skills()).toEqual([{ skill: 'Underwood', met: false }]);
  });
});

describe('talents of the cast and others of whom only hidden parts differ', () => {
  const cast = readCast(packageFolder());
  const HIDDEN = /█(?:[█ \t]*█)?/g;
  const blindOf = ({ name, email, cv }: TalentData) => blindText(cv.text, { name, email });
  const seenOf = (data: TalentData) => blindOf(data).replace(HIDDEN, '█');
  /** Said of anybody, they are hidden wherever they stand. */
  const OTHERS = ['ola.nordmann@example.com', '+46 70 123 45 67', 'linkedin.com/in/kim-ek'];
  /** Somebody else who is seen as the same: in all that is hidden stands something else, mostly of another length. */
  const otherOf = (data: TalentData): TalentData => {
    let read = 0;
    const parts = [...blindOf(data).matchAll(HIDDEN)].map(({ 0: { length }, index }, place) => {
      const before = data.cv.text.slice(read, index);
      read = index + length;
      return before + OTHERS[place % OTHERS.length]!;
    });
    const text = parts.join('') + data.cv.text.slice(read);
    return { ...data, name: 'Somebody Else', email: 'else@example.org', cv: { ...data.cv, text } };
  };
  const pairs = cast.talents
    .filter(({ consent }) => consent)
    .map(({ id, data }) => ({ id, data, otherId: derivedId('other', id), other: otherOf(data) }))
    .filter(({ data, other }) => data.cv.text !== other.cv.text && seenOf(data) === seenOf(other));

  beforeAll(async () => {
    await seedCast(api.as('operator'), cast);
    await inTransaction(api.as('operator'), async (inside) => {
      await writeTalents(
        inside,
        pairs.map(({ otherId, other }) => ({ id: otherId, data: other })),
      );
    });
    for (const { otherId } of pairs)
      await api.ask({ id: otherId, kind: 'talent' }, `mutation { giveConsent(purpose: MATCHING) { id } }`);
    await api.embedAll();
  }, 120_000);

  test('are most of the cast', () => {
    expect(cast.talents.length).toBe(167);
    expect(pairs.length).toBeGreaterThanOrEqual(60);
  });

  test('are told apart by no ranking, to the last digit', async () => {
    let compared = 0;
    for (const { id: roleId } of cast.roles) {
      const ranked = await rankedFor(ORGANISER, roleId);
      for (const { id, otherId } of pairs) {
        const [one, other] = [ranked.get(id), ranked.get(otherId)];
        if (!one || !other) continue;
        expect(other).toEqual(one);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10 * pairs.length);
  }, 120_000);

  test('are told the same of every role', async () => {
    for (const { id, otherId } of pairs.slice(0, 10))
      expect(await rolesFor({ id: otherId, kind: 'talent', rowId: otherId })).toEqual(
        await rolesFor({ id, kind: 'talent', rowId: id }),
      );
  });
});
