import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { STRENGTHS, type Strength } from '../../src/matching/evidence/evidence.ts';
import { nearestPassages } from '../../src/matching/evidence/nearest.ts';
import { phraseFinder } from '../../src/matching/evidence/named.ts';
import { addEmployer, addRole, addTalent, useApi, type Owned } from '../testkit/index.ts';

describe('the nearest passage', () => {
  const seen = (...vectors: number[][]) =>
    vectors.map((vector) => ({ vector: Int8Array.from(vector), prints: new Uint32Array(16), length: 10 }));

  test('of three-number vectors is the one at the smallest angle, whatever their lengths', () => {
    const passages = seen([10, 0, 0], [0, 100, 0], [30, 30, 0]);
    expect(nearestPassages([Int8Array.of(0, 1, 0), Int8Array.of(50, 50, 0)], passages)).toMatchObject([
      { passage: 1, cosine: 1 },
      { passage: 2, cosine: 1 },
    ]);
  });

  test('is none where there are no passages, and any at no likeness where the requirement says nothing', () => {
    expect(nearestPassages([Int8Array.of(1, 0, 0)], [])).toEqual([{ passage: null, cosine: 0 }]);
    expect(nearestPassages([Int8Array.of(0, 0, 0)], seen([1, 0, 0]))).toEqual([{ passage: 0, cosine: 0 }]);
  });
});

describe('the places of a phrase', () => {
  const found = (text: string, phrase: string) =>
    phraseFinder(phrase)(text).map(({ start, end }) => text.slice(start, end));

  test('are where it stands in whole words, whatever the case and the white space', () => {
    expect(found('Mise  en\nplace, mise en places, MISE EN PLACE.', 'mise en place')).toEqual([
      'Mise  en\nplace',
      'MISE EN PLACE',
    ]);
    expect(found('C, C++ and C# (not Objective-C++)', 'C++')).toEqual(['C++', 'C++']);
    expect(found('anything', ' ')).toEqual([]);
    expect(found('aba ab', 'ab')).toEqual(['ab']);
    // Letters of two units, of which the second is no place to go on from.
    expect(found('x𝐀𝐁 𝐀𝐁', '𝐀𝐁')).toEqual(['𝐀𝐁']);
  });

  test('are found for any phrase in a text that has it between blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (phrase, before, after) => {
        fc.pre(/\S/u.test(phrase));
        expect(found(`${before} ${phrase} ${after}`, phrase).length).toBeGreaterThan(0);
      }),
    );
  });
});

const api = useApi();
const CV = `Work
Registered nurse in the emergency department of Halden hospital, six years: triage by urgency, ECG, resuscitation, blood samples, relatives in grief and nights with one doctor for forty patients.

Spare time
In my spare time I restore wooden boats, sing in a choir, bake sourdough bread with my neighbours, and repair old radios from the nineteen fifties with my father every other Sunday.`;
const CANDIDATES = `query ($roleId: ID!, $first: Int!) { rankedCandidates(roleId: $roleId) { edges { node {
  talent { id } warnings skills { skill met start end }
  evidence(first: $first) { requirement { kind source item text start end } passage { text start end } similarity strength }
} } } }`;

interface Node {
  talent: { id: string };
  warnings: string[];
  skills: { skill: string; met: boolean; start: number | null; end: number | null }[];
  evidence: {
    requirement: {
      kind: string;
      source: string;
      item: number | null;
      text: string;
      start: number;
      end: number;
    };
    passage: { text: string; start: number; end: number } | null;
    similarity: number;
    strength: Strength;
  }[];
}

let employer: Owned;
let roleId: string;
const description =
  'The emergency department of our hospital grows.\n\nYour tasks\nYou receive patients and decide by triage who is treated first. You assist at resuscitations.';

beforeAll(async () => {
  employer = await addEmployer(api);
  roleId = await addRole(api, employer, {
    mustHave: ['triage', 'midwifery', 'nights with one doctor'],
    niceToHave: ['old radios'],
    description: { language: 'en', text: description },
  });
  await addTalent(api, { cv: { language: 'en', text: CV } });
  await api.embedAll();
});

const shown = async (first: number): Promise<Node[]> =>
  (
    await api.ask<{ rankedCandidates: { edges: { node: Node }[] } }>(employer, CANDIDATES, { roleId, first })
  ).data.rankedCandidates.edges.map(({ node }) => node);

describe('evidence', () => {
  test('pairs what the role asks for with the passage that says it, by offsets into both texts', async () => {
    const [nurse] = await shown(20);
    expect(nurse!.evidence.map(({ requirement }) => requirement.source).sort()).toEqual([
      'DESCRIPTION',
      'DESCRIPTION',
      'MUST_HAVE',
      'MUST_HAVE',
      'MUST_HAVE',
      'NICE_TO_HAVE',
      'TITLE',
    ]);
    const described = nurse!.evidence.filter(({ requirement }) => requirement.source === 'DESCRIPTION');
    for (const { requirement } of described)
      expect(description.slice(requirement.start, requirement.end)).toBe(requirement.text);
    for (const passage of nurse!.evidence.flatMap((pair) => pair.passage ?? []))
      expect(CV.slice(passage.start, passage.end)).toBe(passage.text);
    const title = nurse!.evidence.find(({ requirement }) => requirement.source === 'TITLE')!;
    expect(title.passage?.text).toContain('Registered nurse in the emergency department');
    expect(title.strength).toBe('STRONG');
  });

  test('comes best first, as much of it as is asked for', async () => {
    const [nurse] = await shown(2);
    expect(nurse!.evidence).toHaveLength(2);
    expect(nurse!.evidence[0]!.similarity).toBeGreaterThanOrEqual(nurse!.evidence[1]!.similarity);
    const strengths = (await shown(20))[0]!.evidence.map(({ strength }) => STRENGTHS.indexOf(strength));
    expect(strengths).toEqual(strengths.toSorted());
  });

  test('for what is asked for in short is the passage that names it, and strong, however near it is', async () => {
    const [nurse] = await shown(20);
    for (const item of ['triage', 'nights with one doctor', 'old radios']) {
      const { passage, strength } = nurse!.evidence.find(({ requirement }) => requirement.text === item)!;
      expect(passage?.text).toContain(item);
      expect(strength).toBe('STRONG');
    }
    expect(nurse!.evidence.find(({ requirement }) => requirement.text === 'midwifery')!.strength).not.toBe(
      'STRONG',
    );
  });

  test('shows must-have skills with their place in the CV, and leaves open what the CV is silent about', async () => {
    const [nurse] = await shown(0);
    expect(nurse!.skills.map(({ skill, met }) => [skill, met])).toEqual([
      ['triage', true],
      ['midwifery', false],
      ['nights with one doctor', true],
    ]);
    const places = nurse!.skills.map(({ start, end }) => start !== null && CV.slice(start, end!));
    expect(places).toEqual(['triage', false, 'nights with one doctor']);
  });
});

test('a must-have skill is met by its concept in another language', async () => {
  const french = await addTalent(api, {
    cv: { language: 'fr', text: 'Soudeur depuis neuf ans : soudage au gaz de tuyaux en inox.' },
  });
  const welding = await addRole(api, employer, {
    title: 'Svetsare',
    mustHave: ['laserlödning', 'gassvetsning', 'gassvetsning och bokföring'],
  });
  await api.embedAll();
  const { data } = await api.ask<{ rankedCandidates: { edges: { node: Node }[] } }>(employer, CANDIDATES, {
    roleId: welding,
    first: 1,
  });
  const welder = data.rankedCandidates.edges.find(({ node }) => node.talent.id === french.id)!.node;
  expect(welder.skills).toMatchObject([
    { skill: 'laserlödning', met: false },
    { skill: 'gassvetsning', met: true, start: 26, end: 40 },
    // The CV names less than half of it.
    { skill: 'gassvetsning och bokföring', met: false },
  ]);
});
