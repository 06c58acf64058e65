import { beforeAll, describe, expect, test } from 'vitest';
import { readCast, seedCast } from '../../seeds/index.ts';
import { rankedCandidates } from '../../src/matching/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { averagePrecision, mean } from '../bench/measures.ts';
import { withUnread } from '../bench/quality/halves.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService({ settings: { model: 'tandem-e5-small' } });
const cast = readCast(packageFolder());
const slugOf = new Map(cast.talents.map(({ id, slug }) => [id, slug]));
const rankings = new Map<string, string[]>();

beforeAll(async () => {
  await seedCast(tandem.as('operator'), cast);
  await tandem.embedAll();
  for (const { id, slug, data } of cast.roles) {
    const employer = tandem.as('employer', { organisationId: data.employerId });
    const { edges } = await rankedCandidates(employer, id, { first: 100 });
    rankings.set(
      slug,
      edges.map(({ node }) => slugOf.get(node.id)!),
    );
  }
}, 120_000);

describe('the judgements', () => {
  test.each([
    ['of the cast', cast],
    ['that nobody has read who changes rules', withUnread(cast, packageFolder())],
  ])('%s name every role and only talents that exist', (_, { judgements, roles }) => {
    expect(judgements.map(({ role }) => role).sort()).toEqual(roles.map(({ slug }) => slug).sort());
    const known = new Set(slugOf.values());
    for (const { fits, nearMisses } of judgements)
      for (const { talent } of [...fits, ...nearMisses]) expect(known).toContain(talent);
  });

  test('are met with a mean average precision of at least 0.8', () => {
    const precisions = cast.judgements.map(({ role, fits }) =>
      averagePrecision(rankings.get(role)!, new Set(fits.map(({ talent }) => talent))),
    );
    expect(mean(precisions)).toBeGreaterThanOrEqual(0.8);
  });

  test('find the nurse who writes in French for a role described in Swedish', () => {
    expect(rankings.get('sjukskoterska-akuten-skelleftea')!.slice(0, 4)).toContain('samira-belkacem');
  });

  test('keep everyone without consent out of every ranking', () => {
    const silent = cast.talents.filter(({ consent }) => !consent).map(({ slug }) => slug);
    expect(silent.length).toBeGreaterThan(0);
    for (const slug of silent) expect([...rankings.values()].flat()).not.toContain(slug);
  });
});
