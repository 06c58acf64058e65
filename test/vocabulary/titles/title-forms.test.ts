import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleForms } from '../../../src/vocabulary/titles/index.ts';

describe('the forms of a title', () => {
  test.each([
    ['directeur technique/directrice technique', ['directeur technique', 'directrice technique']],
    ["Conducteur / Conductrice d'engins", ["conducteur d'engins", "conductrice d'engins"]],
    ['Technicien(ne) de maintenance (H/F)', ['technicien de maintenance']],
    ['infirmier·ère', ['infirmier']],
    ['vendeur(-euse) en boucherie', ['vendeur en boucherie']],
    ['kontrollant, precisionsinstrument', ['precisionsinstrument kontrollant']],
    ['Läkare/Doktor, vårdcentral', ['vårdcentral läkare', 'vårdcentral doktor']],
    ['Systemutvecklare/Programmerare', ['systemutvecklare', 'programmerare']],
    ['Computer Systems Engineers/Architects', ['computer systems engineers', 'computer systems architects']],
    ['Teachers, Postsecondary', ['postsecondary teachers']],
    ['Elementary School Teachers, Except Special Education', ['elementary school teachers']],
    ['Sales Managers, All Other', ['sales managers']],
    ['Hydrologists (n.e.c.)', ['hydrologists']],
    ['Other protective service workers', ['protective service workers']],
    ['Weavers and related workers', ['weavers']],
    ['Övriga väktare m.fl.', ['väktare']],
    ['ÖVRIGA STÄDARE M.FL.', ['städare']],
    ['Läkare, övriga', ['läkare']],
    ['Ingenjörer m. fl., bygg', ['bygg ingenjörer']],
    ['Poliser (utom kommissarier)', ['poliser']],
    ['Säljare (utom IKT), utland', ['utland säljare']],
    ['Autres professeurs de danse', ['professeurs de danse']],
    ['Relieurs et assimilés', ['relieurs']],
    ['Horticulteurs non classés ailleurs', ['horticulteurs']],
    ['Horticulteurs, n.c.a.', ['horticulteurs']],
    ['Techniciens (à l’exception de la médecine)', ['techniciens']],
    ['Monteurs, sauf électriciens', ['monteurs']],
    ['Rehabilitation Counselors, Pediatric', ['paediatric rehabilitation counsellors']],
    ['Fiber Center Organizer', ['fibre centre organiser']],
    ['VVS-montör', ['VVS-montör']],
    ['Andre styrman', ['andre styrman']],
    ['Ejektormontör', ['ejektormontör']],
    ['Motherboard designer', ['motherboard designer']],
    ['Callcenterledare', ['callcenterledare']],
    ['Sizing machine operator', ['sizing machine operator']],
    ['Övriga', ['övriga']],
    ['m.fl.', ['m.fl.']],
    ['IT-CHEF', ['it-chef']],
    ['1:e fartygsingenjör', ['1:e fartygsingenjör']],
  ])('of %s', (title, forms) => {
    expect(titleForms(title).forms).toEqual(forms);
  });

  test('embed one of a pair of genders, and all of other alternatives', () => {
    expect(titleForms('acteur/actrice').main).toBe('acteur');
    expect(titleForms('Kock/Bagare').main).toBe('kock / bagare');
  });

  test('leave lists as they are', () => {
    expect(titleForms('rental clerk in other machinery, equipment and goods').main).toBe(
      'rental clerk in other machinery equipment and goods',
    );
  });

  test('are never none, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (title) => {
        const { forms } = titleForms(title);
        expect(forms.length).toBeGreaterThan(0);
        expect(forms.some((form) => form.trim() !== '')).toBe(title.trim() !== '');
      }),
      { seed: 41, numRuns: 500 },
    );
  });

  test('take time in proportion to the title', () => {
    const began = performance.now();
    titleForms(
      `${'a/'.repeat(20_000)}${'x, '.repeat(20_000)}${'('.repeat(20_000)}${' '.repeat(20_000)}${'(utom '.repeat(9_000)}`,
    );
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
