import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCast, seedCast } from '../../seeds/index.ts';
import { AuditRecordEntity, ConsentEntity, withdrawConsent } from '../../src/access/index.ts';
import type { EntityManager } from '../../src/database/index.ts';
import { DocumentEntity } from '../../src/documents/index.ts';
import { exportRoles, exportTalents, importFile } from '../../src/exchange/index.ts';
import { OrganisationEntity } from '../../src/organisations/index.ts';
import { RoleEntity, withdrawRole } from '../../src/roles/index.ts';
import { packageFolder } from '../../src/settings.ts';
import { TalentEntity, withdrawTalent } from '../../src/talents/index.ts';
import { useService } from '../testkit/index.ts';

const origin = useService();
const copy = useService();
const folder = mkdtempSync(join(tmpdir(), 'tandem-exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(records: AsyncIterable<object>): Promise<string> {
  const lines = [];
  for await (const record of records) lines.push(`${JSON.stringify(record)}\n`);
  return lines.join('');
}

async function carryOver(name: string, records: AsyncIterable<object>) {
  const file = join(folder, `${name}.jsonl`);
  writeFileSync(file, await exported(records));
  return importFile(copy.as('operator'), file);
}

beforeAll(async () => {
  const cast = readCast(packageFolder());
  await seedCast(origin.as('operator'), cast);
  await withdrawTalent(origin.as('operator'), cast.talents[0]!.id);
  const agreed = cast.talents.find(({ consent }, index) => consent && index > 0)!;
  await withdrawConsent(origin.as('operator'), agreed.id, 'MATCHING');
  await withdrawRole(origin.as('operator'), cast.roles[0]!.id);
});

/** What counts of rows: everything but how often they were changed. */
const without = <Row extends object>(all: readonly Row[], ...left: string[]) =>
  all.map((row) => Object.fromEntries(Object.entries({ ...row }).filter(([key]) => !left.includes(key))));

const inOrder = { orderBy: { id: 'asc' } } as const;
const of = (tandem: typeof origin): EntityManager => tandem.as('operator').em;

describe('an export imported into an empty database', () => {
  test('gives the same talents, CVs and standing consents', async () => {
    const report = await carryOver('talents', exportTalents(origin.as('operator')));
    const talents = await of(origin).find(TalentEntity, {}, inOrder);
    expect(report).toMatchObject({ accepted: talents.length, refused: 0 });
    expect(without(await of(copy).find(TalentEntity, {}, inOrder), 'version')).toEqual(
      without(talents, 'version'),
    );
    const cvs = { kind: 'CV' } as const;
    expect(without(await of(copy).find(DocumentEntity, cvs, inOrder))).toEqual(
      without(await of(origin).find(DocumentEntity, cvs, inOrder)),
    );
    const standing = (em: EntityManager) =>
      em.find(ConsentEntity, { withdrawnAt: null }, { orderBy: { subjectId: 'asc' } });
    expect(without(await standing(of(copy)), 'id')).toEqual(without(await standing(of(origin)), 'id'));
  });

  test('gives the same roles and descriptions, with their employers and those who represent them', async () => {
    const report = await carryOver('roles', exportRoles(origin.as('operator')));
    const roles = await of(origin).find(RoleEntity, {}, inOrder);
    expect(report).toMatchObject({ accepted: roles.length, refused: 0 });
    expect(without(await of(copy).find(RoleEntity, {}, inOrder), 'version')).toEqual(
      without(roles, 'version'),
    );
    const jobs = { kind: 'JOB' } as const;
    expect(without(await of(copy).find(DocumentEntity, jobs, inOrder))).toEqual(
      without(await of(origin).find(DocumentEntity, jobs, inOrder)),
    );
    const carried = await of(copy).find(OrganisationEntity, {}, inOrder);
    const originals = await of(origin).find(
      OrganisationEntity,
      { id: { $in: carried.map(({ id }) => id) } },
      inOrder,
    );
    expect(carried.length).toBeGreaterThan(10);
    expect(without(carried, 'version')).toEqual(without(originals, 'version'));
  });

  test('exports the same again', async () => {
    expect(await exported(exportRoles(copy.as('operator')))).toBe(
      await exported(exportRoles(origin.as('operator'))),
    );
  });
});

test('who has withdrawn is exported with that said of them', async () => {
  const gone = (await exported(exportTalents(origin.as('operator')))).match(
    /"matching":true[^}]*},"withdrawnAt"/g,
  );
  expect(gone).toHaveLength(1);
});

test('the reading of every CV by an export is audited', async () => {
  const count = () => of(origin).count(AuditRecordEntity, { action: 'talent:read' });
  const before = await count();
  await exported(exportTalents(origin.as('operator')));
  expect((await count()) - before).toBe(await of(origin).count(TalentEntity, {}));
});

test('exports are for operators only', async () => {
  for (const kind of ['talent', 'employer', 'organiser'] as const) {
    await expect(exported(exportTalents(origin.as(kind)))).rejects.toMatchObject({
      code: 'ACCESS_FORBIDDEN',
    });
    await expect(exported(exportRoles(origin.as(kind)))).rejects.toMatchObject({ code: 'ACCESS_FORBIDDEN' });
  }
});
