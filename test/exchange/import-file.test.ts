import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AuditRecordEntity, ConsentEntity, withdrawConsent } from '../../src/access/index.ts';
import { DocumentEntity } from '../../src/documents/index.ts';
import { filesToImport, ImportEntity, importFile } from '../../src/exchange/index.ts';
import { derivedId } from '../../src/kernel/index.ts';
import { OrganisationEntity, withdrawOrganisation } from '../../src/organisations/index.ts';
import { RoleEntity, withdrawRole } from '../../src/roles/index.ts';
import { TalentEntity, withdrawTalent } from '../../src/talents/index.ts';
import { useService } from '../testkit/index.ts';

const tandem = useService();
const folder = mkdtempSync(join(tmpdir(), 'tandem-exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** Writes a file and returns its path; values that are no text become JSON, a line each. */
const fileWith = (content: string | Buffer | readonly unknown[], ending = 'jsonl'): string => {
  const file = join(folder, `${++files}.${ending}`);
  const lines = Array.isArray(content)
    ? content.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n')
    : (content as string | Buffer);
  writeFileSync(file, lines);
  return file;
};

const resume = (id: string, changes: { basics?: object; tandem?: object } = {}) => ({
  basics: {
    name: `Talent ${id}`,
    summary: 'Registered nurse with six years of emergency care.',
    location: { countryCode: 'FR' },
    ...changes.basics,
  },
  meta: { tandem: { id, ...changes.tandem } },
});
const idOf = (id: string) => derivedId('talent-id', id);

const posting = (identifier: string, changes: object = {}) => ({
  '@type': 'JobPosting',
  identifier,
  title: `Role ${identifier}`,
  description: 'We look for a nurse with experience of triage.',
  hiringOrganization: { '@type': 'Organization', name: 'Import Clinic' },
  jobLocation: { '@type': 'Place', address: { addressCountry: 'SE', addressRegion: 'AC' } },
  ...changes,
});

const operator = () => tandem.as('operator');
const refusedLines = (file: string) =>
  readFileSync(`${file}.refused.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { refused: { line: number; path: string; code: string }; record?: unknown },
    );

describe('importing a file', () => {
  test('writes every kind of record that it recognises', async () => {
    const organisation = {
      '@type': 'Organization',
      name: 'Import Clinic',
      address: { addressCountry: 'SE' },
      numberOfEmployees: 40,
    };
    const file = fileWith([resume('kinds'), posting('kinds-1'), posting('kinds-2'), organisation]);
    const report = await importFile(operator(), file);
    expect(report).toMatchObject({ state: 'NEW', records: 4, accepted: 4, refused: 0 });

    const { em } = operator();
    expect(await em.findOneOrFail(TalentEntity, { id: idOf('kinds') })).toMatchObject({ country: 'FR' });
    expect(await em.findOneOrFail(DocumentEntity, { id: idOf('kinds') })).toMatchObject({
      language: 'en',
      text: 'Summary\nRegistered nurse with six years of emergency care.',
    });
    const clinics = await em.find(OrganisationEntity, { name: 'Import Clinic' });
    expect(clinics).toMatchObject([{ kind: 'EMPLOYER', employees: 40 }]);
    const roles = await em.find(RoleEntity, { employerId: clinics[0]!.id }, { orderBy: { title: 'asc' } });
    expect(roles.map(({ title }) => title)).toEqual(['Role kinds-1', 'Role kinds-2']);
  });

  test.each([
    ['a JSON list', JSON.stringify([resume('list-1'), resume('list-2')], null, 2), 'json', 2],
    ['one JSON document', JSON.stringify(resume('single'), null, 2), 'json', 1],
    [
      'a JSON-LD graph, whose page is left out',
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', name: 'Careers' },
          posting('graph', { hiringOrganization: { '@id': 'https://graph.example' } }),
          {
            '@type': 'Organization',
            '@id': 'https://graph.example',
            name: 'Graph AB',
            address: { addressCountry: 'SE' },
          },
        ],
      }),
      'jsonld',
      2,
    ],
    ['lines with a byte order mark', `\ufeff${JSON.stringify(resume('mark'))}\n`, 'jsonl', 1],
  ])('reads %s', async (_, content, ending, accepted) => {
    expect(await importFile(operator(), fileWith(content, ending))).toMatchObject({ accepted, refused: 0 });
  });

  test('is for operators only', async () => {
    const file = fileWith([resume('forbidden')]);
    for (const kind of ['talent', 'employer', 'organiser'] as const)
      await expect(importFile(tandem.as(kind), file)).rejects.toMatchObject({ code: 'ACCESS_FORBIDDEN' });
  });

  test('is audited at its beginning and end, with counts', async () => {
    const file = fileWith([resume('audited'), '{']);
    await importFile(operator(), file);
    const { em } = operator();
    const { id } = await em.findOneOrFail(ImportEntity, { file });
    const records = await em.find(AuditRecordEntity, { subjectId: id }, { orderBy: { id: 'asc' } });
    expect(records.map(({ action, detail }) => ({ action, detail }))).toEqual([
      { action: 'import:run', detail: { step: 'begin', recordsRead: 0, accepted: 0, refused: 0 } },
      { action: 'import:run', detail: { step: 'end', recordsRead: 2, accepted: 1, refused: 1 } },
    ]);
    expect(await em.count(AuditRecordEntity, { subjectId: idOf('audited'), action: 'talent:create' })).toBe(
      1,
    );
  });
});

describe('importing again', () => {
  test('the same content does nothing, and says what it did before', async () => {
    const file = fileWith([resume('before'), resume('before-2')]);
    await importFile(operator(), file);
    const report = await importFile(operator(), fileWith(readFileSync(file)));
    expect(report).toMatchObject({ state: 'DONE_BEFORE', accepted: 2, refused: 0 });
    expect(await operator().em.count(AuditRecordEntity, { subjectId: idOf('before') })).toBe(1);
  });

  test('the same content on demand changes rows instead of doubling them', async () => {
    const file = fileWith([resume('again'), posting('again')]);
    await importFile(operator(), file);
    const before = await operator().em.count(RoleEntity, {});
    await operator().em.nativeUpdate(TalentEntity, { id: idOf('again') }, { country: 'NO' });
    expect(await importFile(operator(), file, { again: true })).toMatchObject({ state: 'NEW', accepted: 2 });
    expect(await operator().em.count(RoleEntity, {})).toBe(before);
    expect((await operator().em.findOneOrFail(TalentEntity, { id: idOf('again') })).country).toBe('FR');
  });

  test('newer content changes the person of the same e-mail address', async () => {
    const { meta: _, ...plain } = resume('mail', { basics: { email: 'mail@example.org' } });
    await importFile(operator(), fileWith([plain]));
    const moved = {
      ...plain,
      basics: { ...plain.basics, email: 'Mail@example.org', location: { countryCode: 'BE' } },
    };
    await importFile(operator(), fileWith([moved]));
    expect(await operator().em.find(TalentEntity, { name: 'Talent mail' })).toMatchObject([
      { country: 'BE' },
    ]);
  });

  test('nobody who has left is brought back', async () => {
    await importFile(operator(), fileWith([resume('left')]));
    await withdrawTalent(operator(), idOf('left'));
    const file = fileWith([resume('left', { basics: { label: 'Nurse' } })]);
    expect(await importFile(operator(), file)).toMatchObject({
      accepted: 0,
      refusals: [{ line: 1, code: 'EXCHANGE_RECORD_WITHDRAWN' }],
    });
  });
});

describe('a role', () => {
  test('that was closed in Tandem is not opened again, whatever the posting says', async () => {
    await importFile(operator(), fileWith([posting('closed')]));
    const { id } = await operator().em.findOneOrFail(RoleEntity, { title: 'Role closed' });
    await withdrawRole(operator(), id);
    const file = fileWith([posting('closed', { totalJobOpenings: 2 })]);
    expect(await importFile(operator(), file)).toMatchObject({
      accepted: 0,
      refusals: [{ line: 1, code: 'EXCHANGE_RECORD_WITHDRAWN' }],
    });
  });

  test('named twice in a file is the mistake of the second', async () => {
    const file = fileWith([posting('double'), posting('double', { title: 'Another title' })]);
    const report = await importFile(operator(), file);
    expect(report).toMatchObject({ accepted: 1, refusals: [{ line: 2, code: 'EXCHANGE_RECORD_TWICE' }] });
  });

  test('of an employer who has left is refused', async () => {
    await importFile(
      operator(),
      fileWith([posting('first', { hiringOrganization: { identifier: 'gone', name: 'Gone AB' } })]),
    );
    await withdrawOrganisation(operator(), derivedId('organisation', 'gone'));
    const file = fileWith([
      posting('later', { hiringOrganization: { identifier: 'gone', name: 'Gone AB' } }),
    ]);
    expect(await importFile(operator(), file)).toMatchObject({
      refusals: [{ line: 1, code: 'ROLES_EMPLOYER_WITHDRAWN' }],
    });
  });
});

describe('consent', () => {
  const stating = (id: string, consent?: object) => resume(id, { tandem: { consent } });
  const standing = (id: string) =>
    operator().em.find(ConsentEntity, { subjectId: idOf(id), withdrawnAt: null });

  test('is given only where the record states it, with its own instant', async () => {
    const given = { matching: true, givenAt: '2026-05-01T09:00:00Z' };
    await importFile(
      operator(),
      fileWith([stating('yes', given), stating('no', { matching: false }), stating('silent')]),
    );
    expect(await standing('yes')).toMatchObject([{ givenAt: new Date('2026-05-01T09:00:00Z') }]);
    expect(await standing('no')).toEqual([]);
    expect(await standing('silent')).toEqual([]);
  });

  test('that was withdrawn here does not come back with an older file', async () => {
    const given = { matching: true, givenAt: '2026-05-01T09:00:00Z' };
    const file = fileWith([stating('withdrawn', given)]);
    await importFile(operator(), file);
    await withdrawConsent(operator(), idOf('withdrawn'), 'MATCHING');
    await importFile(operator(), file, { again: true });
    expect(await standing('withdrawn')).toEqual([]);
  });

  test('ends when the record says that it was withdrawn since', async () => {
    await importFile(operator(), fileWith([stating('ended', { matching: true, givenAt: '2026-05-01' })]));
    const ended = { matching: false, givenAt: '2026-05-01', withdrawnAt: '2026-08-01' };
    await importFile(operator(), fileWith([stating('ended', ended)]));
    expect(await standing('ended')).toEqual([]);
  });
});

describe('employers', () => {
  const employersOf = async (...titles: string[]) =>
    (await operator().em.find(RoleEntity, { title: { $in: titles.map((title) => `Role ${title}`) } })).map(
      ({ employerId }) => employerId,
    );

  test('are found by identifier, and by name when they have none', async () => {
    const named = { name: 'Finder AB', address: { addressCountry: 'SE' } };
    const report = await importFile(
      operator(),
      fileWith([
        posting('by-id', { hiringOrganization: { ...named, identifier: '556000-0001' } }),
        posting('by-name', { hiringOrganization: { name: 'finder ab' } }),
        posting('by-text', { hiringOrganization: 'Finder AB' }),
        posting('by-reference', { hiringOrganization: { identifier: '556000-0001' } }),
      ]),
    );
    expect(report).toMatchObject({ accepted: 4 });
    expect(new Set(await employersOf('by-id', 'by-name', 'by-text', 'by-reference')).size).toBe(1);
  });

  test('of one name that cannot be told apart are asked for', async () => {
    const twin = (identifier: string) => ({
      '@type': 'Organization',
      name: 'Twin AB',
      identifier,
      address: { addressCountry: identifier },
    });
    await importFile(operator(), fileWith([twin('SE'), twin('NO')]));
    const file = fileWith([
      posting('twin', {
        hiringOrganization: 'Twin AB',
        jobLocation: { address: { addressCountry: 'CA' } },
      }),
      posting('twin-se', { hiringOrganization: 'Twin AB' }),
    ]);
    expect(await importFile(operator(), file)).toMatchObject({
      accepted: 1,
      refusals: [{ line: 1, path: 'hiringOrganization', code: 'EXCHANGE_EMPLOYER_AMBIGUOUS' }],
    });
  });

  test('who are unknown and of whom nothing is said cannot be added', async () => {
    const file = fileWith([posting('nobody', { hiringOrganization: { '@id': 'https://nobody.example' } })]);
    expect(await importFile(operator(), file)).toMatchObject({
      refusals: [{ line: 1, code: 'EXCHANGE_EMPLOYER_UNKNOWN' }],
    });
  });
});

describe('bad input', () => {
  test('is refused record by record with line, place and reason, and the rest goes on', async () => {
    const file = fileWith([
      resume('good-1'),
      '{"basics": {"name": "cut off',
      '"a text"',
      { surprise: true },
      resume('bad-country', { basics: { location: { countryCode: 'Atlantis' } } }),
      resume('no-name', { basics: { name: undefined } }),
      resume('zero', { basics: { summary: 'a\u0000b' } }),
      resume('half', { basics: { name: '\ud800' } }),
      resume('good-1'),
      resume('good-2'),
    ]);
    const report = await importFile(operator(), file);
    expect(report).toMatchObject({ accepted: 2, refused: 8, refusedFile: `${file}.refused.jsonl` });
    expect(report.refusals.map(({ line, path, code }) => [line, path, code])).toEqual([
      [2, '', 'EXCHANGE_RECORD_NOT_JSON'],
      [3, '', 'EXCHANGE_RECORD_KIND_UNKNOWN'],
      [4, '', 'EXCHANGE_RECORD_KIND_UNKNOWN'],
      [5, 'basics.location.countryCode', 'EXCHANGE_RECORD_INVALID'],
      [6, 'basics.name', 'EXCHANGE_RECORD_INVALID'],
      [7, 'basics.summary', 'EXCHANGE_RECORD_INVALID'],
      [8, 'basics.name', 'EXCHANGE_RECORD_INVALID'],
      [9, '', 'EXCHANGE_RECORD_TWICE'],
    ]);
    expect(report.refusals.at(-1)!.problem).toContain('line 1');
    expect(refusedLines(file).map(({ refused }) => refused)).toEqual(report.refusals);
  });

  test('never shows personal data in the reason', async () => {
    const { refusals } = await importFile(operator(), fileWith(['{"basics": {"name": Amina}}']));
    expect(refusals[0]!.problem).toBe('is no JSON: it goes wrong at character 21');
  });

  test('can be mended in the file of refused records and imported from there', async () => {
    const file = fileWith([resume('mended', { basics: { location: { countryCode: 'Atlantis' } } })]);
    await importFile(operator(), file);
    const mended = readFileSync(`${file}.refused.jsonl`, 'utf8').replace(
      '"countryCode":"Atlantis"',
      '"countryCode":"GR"',
    );
    expect(await importFile(operator(), fileWith(mended))).toMatchObject({ accepted: 1, refused: 0 });
    expect(await operator().em.findOne(TalentEntity, { id: idOf('mended') })).toMatchObject({
      country: 'GR',
    });
  });

  test('twice in a file is noticed across batches', async () => {
    const many = Array.from({ length: 250 }, (_, index) => resume(`batch-${index}`));
    const file = fileWith([...many, resume('batch-3')]);
    const report = await importFile(operator(), file);
    expect(report).toMatchObject({ accepted: 250, refusals: [{ line: 251, code: 'EXCHANGE_RECORD_TWICE' }] });
    expect(report.refusals[0]!.problem).toContain('line 4');
  });

  test('such as Latin-1 is named, and neighbouring lines are read', async () => {
    const latin = Buffer.from(JSON.stringify(resume('latin', { basics: { name: 'Åsa' } })), 'latin1');
    const file = fileWith(Buffer.concat([latin, Buffer.from(`\n${JSON.stringify(resume('utf-8'))}`)]));
    expect(await importFile(operator(), file)).toMatchObject({
      accepted: 1,
      refusals: [{ line: 1, code: 'EXCHANGE_RECORD_NOT_UTF8' }],
    });
  });

  test('such as a line of 300 MB is passed over in constant memory', async () => {
    const file = join(folder, 'long.jsonl');
    const out = createWriteStream(file);
    const part = Buffer.alloc(1024 * 1024, 'x');
    for (let written = 0; written < 300; written += 1) if (!out.write(part)) await once(out, 'drain');
    out.end(`\n${JSON.stringify(resume('behind'))}`);
    await once(out, 'close');
    const before = process.memoryUsage().rss;
    expect(await importFile(operator(), file)).toMatchObject({
      accepted: 1,
      refusals: [{ line: 1, code: 'EXCHANGE_RECORD_TOO_LONG' }],
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024);
    rmSync(file);
  }, 60_000);

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'json', 'EXCHANGE_FILE_BINARY'],
    ['an unknown ending', 'name,country', 'csv', 'EXCHANGE_FILE_KIND_UNKNOWN'],
  ])('such as %s is refused as a whole', async (_, content, ending, code) => {
    await expect(importFile(operator(), fileWith(content, ending))).rejects.toMatchObject({ code });
  });

  test('such as a file that is not there is refused', async () => {
    await expect(importFile(operator(), join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'EXCHANGE_FILE_UNREADABLE',
    });
  });

  test('such as an empty file imports nothing', async () => {
    expect(await importFile(operator(), fileWith('\n'))).toMatchObject({ accepted: 0, refused: 0 });
  });
});

describe('a folder', () => {
  test('is read in the order of names, without files of other kinds and of refused records', async () => {
    const place = mkdtempSync(join(folder, 'many-'));
    for (const name of ['b.json', 'a.jsonl', 'c.txt', 'a.jsonl.refused.jsonl'])
      writeFileSync(join(place, name), '[]');
    expect(await filesToImport(place)).toEqual([join(place, 'a.jsonl'), join(place, 'b.json')]);
  });

  test('with nothing to import is refused', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    await expect(filesToImport(empty)).rejects.toMatchObject({ code: 'EXCHANGE_NOTHING_TO_IMPORT' });
  });
});
