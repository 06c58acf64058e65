import { beforeAll, expect, test } from 'vitest';
import { enterConsents, inTransaction } from '../../src/access/index.ts';
import { plainRows, rows, type EntityManager } from '../../src/database/index.ts';
import {
  holdVectors,
  servingModel,
  similarityScales,
  unpackPooled,
  unpackSeen,
} from '../../src/documents/index.ts';
import { cosine } from '../../src/embeddings/index.ts';
import { judge } from '../../src/matching/conditions/index.ts';
import { byIndex } from '../../src/matching/by-index.ts';
import { eligibleAmong } from '../../src/matching/eligible.ts';
import { strengthOf } from '../../src/matching/evidence/evidence.ts';
import { askingOf, interactionOf } from '../../src/matching/evidence/interaction.ts';
import { firstEligible } from '../../src/matching/first-eligible.ts';
import { rankedCandidates } from '../../src/matching/index.ts';
import { matchOf } from '../../src/matching/match.ts';
import { RETRIEVED } from '../../src/matching/retrieval.ts';
import { byScore, startOf } from '../../src/matching/score.ts';
import { circumstancesOf, subjectOf } from '../../src/matching/scored.ts';
import { createOrganisation } from '../../src/organisations/index.ts';
import { RoleEntity, writeRole } from '../../src/roles/index.ts';
import { placesInCvsOf, TalentEntity, writeTalents } from '../../src/talents/index.ts';
import { population } from '../bench/population.ts';
import { useService } from '../testkit/index.ts';

// A ranking is read by statements and packed values made for speed. Here it is made once more as it is defined: all
// texts one by one, all talents judged, sorted whole.
const tandem = useService();
const people = population({ talents: 300, roles: 10, seed: 'plain' });
const TODAY = '2026-11-21';

beforeAll(async () => {
  for (const { id, data } of people.organisations) await createOrganisation(tandem.as('operator'), data, id);
  await inTransaction(tandem.as('operator'), async (inside) => {
    for (const { id, data } of people.roles) await writeRole(inside, id, data);
    const talents = [...people.talents];
    await writeTalents(inside, talents);
    await enterConsents(
      inside,
      talents
        .filter(({ consent }) => consent)
        .map(({ id }) => ({ subjectId: id, purpose: 'MATCHING' as const, givenAt: inside.now })),
    );
  });
  await tandem.embedAll();
}, 240_000);

const byId = <Value>(found: readonly ({ id: string } & Value)[]) =>
  new Map(found.map((one) => [one.id, one]));

/** What is read of a document. */
async function seenOf(em: EntityManager, id: string) {
  const [found] = await rows<{ pooled: string; seen: string; dimensions: number }>(
    em,
    `SELECT pooled, seen, vector_dims(vector) AS dimensions
     FROM document_vectors WHERE document_id = ?`,
    [id],
  );
  return { pooled: unpackPooled(found!.pooled), passages: unpackSeen(found!.seen, found!.dimensions) };
}

async function plainRanking(em: EntityManager, roleId: string) {
  const [role] = await plainRows(em, RoleEntity, [roleId]);
  const members = [...people.talents];
  const talents = byId(
    await plainRows(
      em,
      TalentEntity,
      members.map(({ id }) => id),
    ),
  );
  const { professions } = await circumstancesOf(em, [role!], TODAY);
  const circumstances = { today: TODAY, permitRules: [], professions };
  const eligible = members
    .filter(({ consent }) => consent)
    .map(({ id }) => talents.get(id)!)
    .filter((talent) => judge(role!, talent, circumstances).every(({ verdict }) => verdict !== 'FAILED'))
    .map(({ id }) => id);
  const model = (await servingModel(em))!;
  const scales = (await similarityScales(em, model.id))!;
  const { pooled, passages: description } = await seenOf(em, roleId);
  const seen = new Map<string, Awaited<ReturnType<typeof seenOf>>>();
  for (const { id } of members) seen.set(id, await seenOf(em, id));
  const near = byId(members.map(({ id }) => ({ id, cosine: cosine(seen.get(id)!.pooled, pooled) })));
  const found = byId(
    await rows<{ id: string; found: number }>(
      em,
      `SELECT cvs.id, sum(terms.weight * terms.rarity) AS found
       FROM documents AS cvs JOIN search_terms AS terms ON cvs.search @@ terms.query
       WHERE cvs.kind = 'CV' AND terms.document_id = ? AND terms.rarity > 0 GROUP BY cvs.id`,
      [roleId],
    ),
  );
  const shared = byId(
    await rows<{ id: string; shared: number }>(
      em,
      `SELECT cvs.document_id AS id, sum(sought.weight * sought.rarity) AS shared
       FROM linked_documents AS cvs JOIN sought_concepts AS sought ON sought.key = ANY (cvs.keys)
       WHERE cvs.kind = 'CV' AND sought.document_id = ? AND sought.rarity > 0 GROUP BY cvs.document_id`,
      [roleId],
    ),
  );
  const [whole] = await rows<{ sought: number | null; named: number | null }>(
    em,
    `SELECT (SELECT sum(weight * rarity) FROM search_terms WHERE document_id = ?) AS sought,
       (SELECT sum(weight * rarity) FROM sought_concepts WHERE document_id = ?) AS named`,
    [roleId, roleId],
  );
  const first = (figure: (id: string) => number) =>
    eligible
      .filter((id) => figure(id) > 0)
      .sort((one, other) => byScore({ id: one, score: figure(one) }, { id: other, score: figure(other) }))
      .slice(0, RETRIEVED);
  const considered = new Set([
    ...first((id) => near.get(id)!.cosine + 2),
    ...first((id) => Number(found.get(id)?.found ?? 0)),
    ...first((id) => Number(shared.get(id)?.shared ?? 0)),
  ]);
  const requirements = await rows<{
    ordinal: number;
    kind: 'MUST';
    source: 'TITLE';
    vector: string;
  }>(
    em,
    `SELECT ordinal, kind, source, encode(vector, 'hex') AS vector FROM requirements WHERE document_id = ? ORDER BY ordinal`,
    [roleId],
  );
  const asked = requirements.map((one) => ({
    ...one,
    vector: Int8Array.from(Buffer.from(one.vector, 'hex')),
  }));
  const matches = [...considered].map((id) =>
    matchOf(role!, talents.get(id)!, {
      retrieved: {
        id,
        found: Number(found.get(id)?.found ?? 0),
        sought: Number(whole!.sought ?? 0),
        shared: Number(shared.get(id)?.shared ?? 0),
        named: Number(whole!.named ?? 0),
      },
      cv: { repeated: 0, otherScript: 0 },
      fresh: true,
      cosine: near.get(id)!.cosine,
      interaction: interactionOf(askingOf(asked, description), seen.get(id)!.passages, scales.EVIDENCE),
      scales,
      start: startOf(model!.id),
      circumstances,
    }),
  );
  return matches.sort(byScore);
}

test('a ranking is the one that its definition gives, talent by talent', async () => {
  for (const { id } of people.roles) {
    const { em } = tandem.as('organiser');
    const plain = await plainRanking(em, id);
    const ranking = await rankedCandidates(tandem.as('organiser'), id, { first: 100 });
    const places = await placesInCvsOf(
      em,
      [...people.talents].map((talent) => talent.id),
    );
    expect(ranking.considered).toBe(plain.length);
    expect(ranking.edges.map(({ node }) => node.id)).toEqual(plain.slice(0, 100).map((match) => match.id));
    for (const [place, { node }] of ranking.edges.entries()) {
      const match = plain[place]!;
      expect(node.score).toBeCloseTo(match.score, 6);
      expect(node.parts).toEqual(match.parts);
      // Skills, which are looked up for the page alone, stand last.
      expect(node.conditions.slice(0, match.conditions.length)).toEqual(match.conditions);
      for (const [at, { similarity, passage, strength }] of node.evidence.entries()) {
        expect(similarity).toBeCloseTo(match.pairs[at]!.similarity, 6);
        // Another passage is shown where it names what is asked for, and none that comes too little near.
        const named = strength === 'STRONG' && strengthOf(similarity) !== 'STRONG';
        const nearest = places.get(node.id)!(match.pairs[at]!.passage!);
        expect({ strength, passage: named || passage === null ? null : passage }).toMatchObject({
          strength: named ? 'STRONG' : strengthOf(similarity),
          passage: named || passage === null ? null : nearest,
        });
      }
    }
  }
}, 240_000);

test('where the vectors are too many for the memory, HNSW finds nearly the same of the eligible', async () => {
  const { em } = tandem.as('organiser');
  for (const { id } of people.roles) {
    const subject = await subjectOf(em, 'CANDIDATES', id);
    const search = { ...subject, narrowing: [], today: TODAY, excludeFailed: true };
    const held = (await holdVectors(em, subject.model, 'CV'))!;
    const [exact] = await firstEligible([await held.nearestFirst(subject.pooled)], RETRIEVED, (ids) =>
      eligibleAmong(em, search, ids),
    );
    const found = new Set(await byIndex(em, search, RETRIEVED));
    expect(found.size).toBe(exact!.length);
    expect(exact!.filter((one) => found.has(one)).length).toBeGreaterThanOrEqual(0.95 * exact!.length);
  }
});
