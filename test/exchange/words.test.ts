import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countryCode,
  detectLanguage,
  htmlText,
  languageCode,
  languageName,
  levelOf,
  regionCode,
  textHtml,
} from '../../src/exchange/words/index.ts';

describe('a country', () => {
  test.each([
    ['SE', 'SE'],
    ['se', 'SE'],
    ['Sweden', 'SE'],
    ['Sverige', 'SE'],
    ['Suède', 'SE'],
    ['Côte d’Ivoire', 'CI'],
    ['Ivory Coast', 'CI'],
    ['Viet Nam', 'VN'],
    ['UK', 'GB'],
  ])('is understood from %s', (word, code) => expect(countryCode(word)).toBe(code));

  test.each(['Freedonia', 'XX', 'EU', 'SU', '', 'S'])('is not made up from %j', (word) =>
    expect(countryCode(word)).toBeUndefined(),
  );
});

describe('a region', () => {
  test.each([
    ['SE-AC', 'SE', 'SE-AC'],
    ['AC', 'SE', 'SE-AC'],
    ['Västerbottens län', 'SE', 'SE-AC'],
    ['Stockholm County', 'SE', 'SE-AB'],
    ['Region Skåne', 'SE', 'SE-M'],
    ['Québec', 'CA', 'CA-QC'],
    ['qc', 'CA', undefined],
    ['75', 'FR', 'FR-75'],
    ['Bretagne', 'FR', undefined],
  ])('is understood from %s in %s', (word, country, code) => expect(regionCode(word, country)).toBe(code));

  test('of another country keeps its code, so that the contradiction can be seen', () => {
    expect(regionCode('NO-03', 'SE')).toBe('NO-03');
  });
});

describe('a language', () => {
  test.each([
    ['sv', 'sv'],
    ['sv-SE', 'sv'],
    ['swe', 'sv'],
    ['Swedish', 'sv'],
    ['svenska', 'sv'],
    ['suédois', 'sv'],
    ['Deutsch', 'de'],
    ['French (Canada)', 'fr'],
    ['Mandarin', 'zh'],
    ['Norwegian', 'no'],
    ['Wolof', 'wo'],
  ])('is understood from %s', (word, code) => expect(languageCode(word)).toBe(code));

  test('without an ISO 639-1 code has none', () => expect(languageCode('Klingon')).toBeUndefined());

  test('is exported by a name that leads back to it, whichever code it has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2}$/), (code) => {
        expect(languageCode(languageName(code))).toBe(code);
      }),
    );
  });
});

describe('a level', () => {
  test.each([
    ['B2', 'B2'],
    ['C1 (advanced)', 'C1'],
    ['B1-B2', 'B1'],
    ['CEFR: b2+', 'B2'],
    ['Native speaker', 'NATIVE'],
    ['Fluent', 'C1'],
    ['Professional working proficiency', 'B2'],
    ['Flytande', 'C1'],
    ['Modersmål', 'NATIVE'],
    ['Langue maternelle', 'NATIVE'],
    ['Conversational', 'B1'],
    ['so-so', undefined],
  ])('%s is %s', (words, level) => expect(levelOf(words)).toBe(level));
});

describe('the language of a text', () => {
  test.each([
    ['I have worked as a nurse at the emergency ward for seven years.', 'en'],
    ['Jag har arbetat som sjuksköterska på akuten i sju år och trivs med det.', 'sv'],
    ['J’ai travaillé comme infirmière aux urgences pendant sept ans, dans une équipe de nuit.', 'fr'],
    ['Ich habe sieben Jahre in der Notaufnahme gearbeitet und mit dem Team die Pflege geplant.', undefined],
    ['He trabajado siete años en las urgencias de un hospital y con los equipos de la noche.', undefined],
    [
      'Jeg har arbeidet syv år på sykehus, og det er det jeg vil fortsette med for en avdeling til.',
      undefined,
    ],
    ['TypeScript, PostgreSQL, Kubernetes', undefined],
  ])('%s: %s', (text, language) => expect(detectLanguage(text)).toBe(language));
});

describe('HTML', () => {
  test('becomes paragraphs, lists and headings', () => {
    expect(
      htmlText(
        '<h2>Your tasks</h2><p>You will:</p><ul><li>weld &amp; <b>grind</b></li><li><p>sl&ouml;jda</p><ul><li>inre</li></ul></li></ul><ol><li>one</li><li>two</li></ol>Apply<br/>now',
      ),
    ).toBe(
      [
        'Your tasks',
        'You will:',
        '',
        '- weld & grind',
        '- slöjda',
        '  - inre',
        '',
        '1. one',
        '2. two',
        '',
        'Apply',
        'now',
      ].join('\n'),
    );
  });

  test.each([
    ['scripts and comments', 'a<script>alert("<p>")</script><!-- <b> --><p>b', 'a\n\nb'],
    ['what is never closed', 'a<br><!-- b', 'a'],
    ['character references', '&#8211; &#x20AC; &nbsp;&hellip; &bogus; &#0;', '– €  … &bogus; &#0;'],
    ['escaped HTML', '&lt;p&gt;Hej&lt;/p&gt;&lt;p&gt;d&amp;aring;&lt;/p&gt;', 'Hej\n\ndå'],
    ['a table', '<table><tr><td>Mon</td><td>8-17</td></tr></table>', 'Mon 8-17'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ])('is read with %s', (_, html, text) => expect(htmlText(html)).toBe(text));

  test.each(['Vec<String> and a < b', 'one\n\n  two', 'R&D'])('is not seen in %j', (text) =>
    expect(htmlText(text)).toBe(text),
  );

  test('made from a text gives the text back, whatever is in it', () => {
    const word = fc.stringMatching(/^[^\s\u00a0\u00ad]{1,8}$/u);
    const paragraph = fc.array(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const text = fc
      .array(
        paragraph.map((lines) => lines.join('\n')),
        { minLength: 1, maxLength: 3 },
      )
      .map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(text, (given) => {
        expect(htmlText(textHtml(given))).toBe(given);
      }),
    );
  });

  test('never fails, and takes time in proportion to its length', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '>', '<p', '</', '<!--', '-->', '&', '<script>', '"', 'a', '<li>', '<ul>'),
        ),
        (parts) => {
          expect(typeof htmlText(parts.join(''))).toBe('string');
        },
      ),
    );
    for (const unclosed of ['<!--', '<p', '<script>', '<a "', '&lt;', '</ul>', '<pre>']) {
      const began = performance.now();
      htmlText(`<p>${unclosed.repeat(100_000)}`);
      expect(performance.now() - began).toBeLessThan(3000);
    }
  });
});
