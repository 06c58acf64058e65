import { describe, expect, test } from 'vitest';
import { evaluate, openDocumentRanker, type JudgedSet } from '../../src/evaluation/index.ts';
import { useService, type TestService } from '../testkit/index.ts';

const JOBS = {
  nurse: 'Registered nurse\n\nWe look for a nurse for our emergency department: triage, ECG, medication.',
  welder: 'Welder\n\nWe look for a welder with TIG and MIG licences for stainless steel pipes.',
  cook: 'Cook\n\nOur restaurant looks for a cook for the evening: sauces, grill, menus.',
};
const CVS = {
  anna: 'Nurse for six years in an emergency department. Triage, ECG, medication, intravenous access.',
  bo: 'Welder since 2012. TIG and MIG welding of stainless steel pipes, licences renewed each year.',
  cia: 'Cook in three restaurants. Sauces, grill, menus, purchasing.',
};
const textsOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([id, text]) => ({ id, title: '', text }));
const PAIRS = [
  ['nurse', 'anna'],
  ['welder', 'bo'],
  ['cook', 'cia'],
] as const;

const forRoles: JudgedSet = {
  corpus: [...textsOf(CVS), { id: 'blank', title: '', text: ' ' }],
  queries: textsOf(JOBS),
  judgements: new Map(PAIRS.map(([job, cv]) => [job, new Map([[cv, 1]])])),
};
const forTalents: JudgedSet = {
  corpus: textsOf(JOBS),
  queries: textsOf(CVS),
  judgements: new Map(PAIRS.map(([job, cv]) => [cv, new Map([[job, 1]])])),
};

const arenaIn = (running: TestService) => ({
  contextFor: running.service.contextFor,
  readTexts: () => running.embedAll(),
});

describe('job descriptions as queries', () => {
  const running = useService();

  test('find CVs by the product’s own ranking, whatever conditions there may be', async () => {
    const { rank, refused } = await openDocumentRanker(forRoles, 'roles', arenaIn(running));
    expect(refused).toBe(1);
    expect(await evaluate(forRoles, rank)).toMatchObject({
      documents: 4,
      queries: 3,
      judged: 3,
      measures: { accAt1: 1, mrr: 1 },
    });
    const [ranking] = await rank([0]);
    expect(ranking!.map(({ id }) => id).sort()).toEqual(['anna', 'bo', 'cia']);
  });
});

describe('CVs as queries', () => {
  const running = useService();

  test('find job descriptions, also by a part of the score alone', async () => {
    const { rank } = await openDocumentRanker(forTalents, 'talents', arenaIn(running), new Set(['vector']));
    expect((await evaluate(forTalents, rank)).measures.accAt1).toBe(1);
  });
});
