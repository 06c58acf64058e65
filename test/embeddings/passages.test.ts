import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/embeddings/index.ts';

const SEED = 20261121;

const CV = `# Anna Lindqvist

PROFIL
Legitimerad sjuksköterska med åtta års erfarenhet av akutsjukvård. Van vid t.ex. triage och handledning.

Arbetslivserfarenhet

Sjuksköterska, Skånes universitetssjukhus, 2016–2022
- Akutmottagning, triage enligt RETTS
- Handledde studenter och nyanställda
- Ansvarade för läkemedelsgenomgångar på kvällar och helger, med upp till tjugo
patienter per pass

Utbildning:
Sjuksköterskeprogrammet, Lunds universitet, 2012–2015
Specialistutbildning i ambulanssjukvård, Malmö universitet, våren 2019, med uppsats om smärtlindring
Kurser i hjärt- och lungräddning, katastrofmedicin, etik och bemötande, hösten 2021
`;

describe('a CV is cut along its sections', () => {
  const passages = passagesOf(CV, { words: 28 });

  it('gives each section long enough a passage of its own, with its heading', () => {
    expect(passages.map(({ heading }) => heading)).toEqual(['PROFIL', 'Arbetslivserfarenhet', 'Utbildning']);
  });

  it('keeps a heading at the start of what it heads', () => {
    expect(passages[1]!.text).toMatch(/^Arbetslivserfarenhet\n\nSjuksköterska, Skånes/);
    expect(passages[2]!.text).toMatch(/^Utbildning:\nSjuksköterskeprogrammet/);
  });

  it('joins a section that is too short to the next one', () => {
    expect(passages[0]!.text).toMatch(/^# Anna Lindqvist\n\nPROFIL/);
  });

  it('joins all of it to one passage when 150 words may go together', () => {
    expect(passagesOf(CV, { words: 150 })).toMatchObject([{ start: 0, end: CV.length - 1 }]);
  });

  it('numbers the passages and says where each one is', () => {
    expect(passages.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
    for (const { start, end, text } of passages) expect(CV.slice(start, end)).toBe(text);
  });
});

describe('a heading is recognised', () => {
  const content =
    'Ten years of nursing in emergency departments, first in Lyon and then in Malmö, mostly on night shifts.';
  const headingOver = (line: string, below = content) => {
    const passages = passagesOf(`${content}\n\n${line}\n${below}`, { words: 20 });
    return passages.length === 2 ? passages[1]!.heading : undefined;
  };

  it.each([
    ['## Work experience', 'Work experience'],
    ['**Compétences**', 'Compétences'],
    ['Vi erbjuder:', 'Vi erbjuder'],
    ['Vos missions :', 'Vos missions'],
    ['ARBETSUPPGIFTER', 'ARBETSUPPGIFTER'],
    ['Expérience professionnelle', 'Expérience professionnelle'],
    ["Centres d'intérêt", "Centres d'intérêt"],
    ['Språkkunskaper', 'Språkkunskaper'],
    ['Who you are', 'Who you are'],
    ['Clinical practice', 'Clinical practice'],
  ])('%s', (line, heading) => {
    expect(headingOver(line)).toBe(heading);
  });

  it.each([
    'I like night shifts.',
    'lower case line',
    '- Emergency department',
    'Nurse, Lyon, 2019',
    'A | B',
  ])('but not in "%s"', (line) => {
    expect(headingOver(line)).toBeUndefined();
  });

  it('is only one when something stands below it', () => {
    expect(passagesOf(`${content}\n\nREFERENCES`, { words: 20 })).toHaveLength(1);
  });

  it('is not each line of a list of short lines', () => {
    expect(passagesOf(`${content}\n\nJava\nPython\nSQL\nKubernetes`, { words: 20 })).toHaveLength(1);
  });
});

describe('a long section is cut at sentences', () => {
  const sentences = Array.from(
    { length: 40 },
    (_, i) => `Sentence number ${i} tells something about the work done there.`,
  );
  const passages = passagesOf(sentences.join(' '));

  it('into passages of about 100 words each', () => {
    expect(passages).toHaveLength(4);
    for (const { text } of passages) expect(text.split(' ').length).toBeGreaterThan(80);
    for (const { text } of passages) expect(text.split(' ').length).toBeLessThan(125);
  });

  it('that begin and end with whole sentences', () => {
    for (const { text } of passages) expect(text).toMatch(/^Sentence.*there\.$/);
  });

  it('that repeat the sentence before', () => {
    for (let i = 1; i < passages.length; i += 1) {
      const shared = sentences.filter(
        (s) => passages[i - 1]!.text.includes(s) && passages[i]!.text.includes(s),
      );
      expect(shared).toHaveLength(1);
    }
  });

  it('and not inside an initial, a shortened word or a number', () => {
    const text = `${'Word '.repeat(45)}Dr. Åsa M. Berg worked with e.g. 3.5 tonnes bl.a. in Umeå. ${'Other words follow here now. '.repeat(30)}`;
    const cuts = passagesOf(text, { words: 50 }).map(({ text: own }) => own);
    expect(cuts.every((own) => own.endsWith('.') && !/\b(Dr|M|e\.g|3|bl\.a)\.$/.test(own))).toBe(true);
  });

  it('and line breaks inside a sentence do not end it', () => {
    const wrapped = sentences.join(' ').replace(/(.{60}\S*) /g, '$1\n');
    expect(passagesOf(wrapped).map(({ text }) => text.replaceAll('\n', ' '))).toEqual(
      passages.map(({ text }) => text),
    );
  });
});

it('rather ends a passage at a blank line, and then repeats nothing', () => {
  const job = (place: string) =>
    `Nurse, hospital of ${place}, 2019\n- ${'Took care of many patients there. '.repeat(14).trim()}`;
  const passages = passagesOf(`Experience\n\n${job('Lyon')}\n\n${job('Umeå')}\n\n${job('Lund')}`);
  expect(passages.map(({ text }) => text.match(/(?<=hospital of )\p{L}+/u)?.[0])).toEqual([
    'Lyon',
    'Umeå',
    'Lund',
  ]);
  expect(passages.map(({ heading }) => heading)).toEqual(['Experience', 'Experience', 'Experience']);
  for (let i = 1; i < passages.length; i += 1)
    expect(passages[i]!.start).toBeGreaterThan(passages[i - 1]!.end);
});

describe('odd texts', () => {
  it('an empty or blank text has no passages', () => {
    expect(passagesOf('')).toEqual([]);
    expect(passagesOf(' \n\t\u2003\n')).toEqual([]);
  });

  it('a word without end is cut to the size of the window', () => {
    const passages = passagesOf('x'.repeat(5000), { maxTokens: 128 });
    expect(passages.map(({ text }) => text).join('')).toBe('x'.repeat(5000));
    for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(200);
  });

  it('a family of emoji stays together', () => {
    const family = '👩‍👩‍👧‍👦';
    const passages = passagesOf(family.repeat(400), { maxTokens: 128 });
    expect(passages.length).toBeGreaterThan(10);
    for (const { text } of passages) expect(text.replaceAll(family, '')).toBe('');
  });

  it('Chinese and Arabic are cut at their sentences', () => {
    const chinese = '我在里昂的医院工作了八年。'.repeat(60);
    for (const { text } of passagesOf(chinese)) expect(text).toMatch(/^我.*。$/);
    const arabic = 'عملت ممرضة في مستشفى ليون ثماني سنوات كاملة. '.repeat(40);
    const passages = passagesOf(arabic);
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) expect(text).toMatch(/^عملت.*\.$/);
  });

  it('Windows and old Macintosh line ends mean the same', () => {
    const texts = (line: string) =>
      passagesOf(CV.replaceAll('\n', line), { words: 20 }).map(({ text }) => text.replaceAll(line, '\n'));
    expect(texts('\r\n')).toEqual(texts('\n'));
    expect(texts('\r')).toEqual(texts('\n'));
  });
});

describe('for any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'EXPERIENCE',
      '# Skills',
      'Utbildning:',
      '- item of a list',
      '• Ansvar för drift.',
      'Formation',
    ),
    fc.lorem({ mode: 'sentences', maxCount: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom('a', 'é', '👩‍👧', '。', '.', ' ', '\u00a0', '\t', '\u2028', '\ufdfa', '\u0301', '漢'),
        { maxLength: 300 },
      )
      .map((parts) => parts.join('')),
  );
  const anyText = fc
    .array(line, { maxLength: 30 })
    .chain((lines) => fc.constantFrom('\n', '\r\n', ' ').map((by) => lines.join(by)));
  const options = fc.record({
    words: fc.integer({ min: 1, max: 150 }),
    maxTokens: fc.integer({ min: 10, max: 512 }),
  });
  const always = (check: (text: string, options: { words: number; maxTokens: number }) => void) =>
    fc.assert(fc.property(anyText, options, check), { seed: SEED, numRuns: 400 });

  it('every character other than white space is in a passage', () => {
    always((text, by) => {
      const covered = new Uint8Array(text.length);
      for (const { start, end } of passagesOf(text, by)) covered.fill(1, start, end);
      const missed = [...covered.keys()].filter((at) => !covered[at] && /\S/.test(text[at]!));
      expect(missed).toEqual([]);
    });
  });

  it('a passage is what the text holds between its offsets, without white space around', () => {
    always((text, by) => {
      for (const passage of passagesOf(text, by)) {
        expect(passage.text).toBe(text.slice(passage.start, passage.end));
        expect(passage.text).toBe(passage.text.trim());
        expect(passage.text).not.toBe('');
      }
    });
  });

  it('passages are numbered from 0 and advance', () => {
    always((text, by) => {
      const passages = passagesOf(text, by);
      passages.forEach(({ ordinal, start, end }, i) => {
        expect(ordinal).toBe(i);
        if (i === 0) return;
        expect(start).toBeGreaterThan(passages[i - 1]!.start);
        expect(end).toBeGreaterThan(passages[i - 1]!.end);
      });
    });
  });

  it('no surrogate pair is split', () => {
    always((text, by) => {
      if (!text.isWellFormed()) return;
      for (const passage of passagesOf(text, by)) expect(passage.text.isWellFormed()).toBe(true);
    });
  });

  it('what two passages share is within a paragraph', () => {
    always((text, by) => {
      const passages = passagesOf(text, by);
      for (let i = 1; i < passages.length; i += 1) {
        const shared = text.slice(passages[i]!.start, passages[i - 1]!.end);
        expect(shared).not.toMatch(/\n\s*\n/);
      }
    });
  });
});

// Linear, each takes some 0.1 s; a cut that looked back over the text would take minutes.
it.each([
  ['prose of 100 pages', 'Ord och mer ord i en mening som tar slut. '],
  ['stops', '!'],
  ['white space', ' '],
  ['wrapped lines', 'word\n'],
  ['headings', 'A:\n'],
  ['paragraphs', 'a\n\n'],
  ['emoji', '👩‍👩‍👧'],
  ['accents', 'e\u0301\u0301'],
])('300,000 characters of %s are cut within seconds', (_, unit) => {
  const before = process.cpuUsage();
  passagesOf('x' + unit.repeat(Math.ceil(300_000 / unit.length)));
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});
