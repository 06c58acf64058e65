import { describe, expect, test } from 'vitest';
import { blindText, MASK } from '../../../src/talents/index.ts';

const ADA = { name: 'Ada Maria Östlund', email: 'ada.ostlund@example.org' };

/** The text with what is hidden in brackets, as a reader would mark it. */
function marked(text: string, person = ADA): string {
  const shown = blindText(text, person);
  return (
    [...shown].reduce((out, unit, at) => {
      const hides = unit === MASK;
      const hid = shown[at - 1] === MASK;
      return `${out}${hides && !hid ? '[' : ''}${!hides && hid ? ']' : ''}${text[at]}`;
    }, '') + (shown.endsWith(MASK) ? ']' : '')
  );
}

describe('of the person’s names', () => {
  test.each([
    ['[Ada Östlund]\nNurse', ADA],
    ['[ADA MARIA ÖSTLUND], registered nurse', ADA],
    ['CV of [ada ostlund], nurse', ADA],
    ['[Östlund, Ada] – sjuksköterska', ADA],
    ['[A. M. Östlund] led the ward, and [Östlunds] team grew.', ADA],
    ['[Ada Kristina Östlund]', ADA],
    ['Published as Dr [Östlund]', ADA],
    ['[Mrs Ada Östlund]', ADA],
    ['User [adaostlund] on the forum, before that [aostlund]', ADA],
    ['[Erwan Le Goff] répare Le Havre', { name: 'Erwan Le Goff', email: 'x@example.org' }],
    ['[Fatima-Zahra] Bensalah, infirmière', { name: 'Fatima-Zahra Idrissi', email: 'x@example.org' }],
    ['[王小明] 护士', { name: '王小明', email: 'x@example.org' }],
    ['[Bob Park] keeps the car park', { name: 'Bob Park', email: 'x@example.org' }],
  ])('%s', (expected, person) => {
    expect(marked(expected.replace(/[[\]]/g, ''), person)).toBe(expected);
  });
});

describe('of contact and address', () => {
  test.each([
    'Write to [ada.ostlund@example.org] or [ada (at) example.org]',
    '[Tel 070-123 45 67], [mobile: +46 70 123 45 67], or [+46 (0)70 123 45 67]',
    '[06 12 34 56 78]',
    '[(418) 555-0199]',
    'See [https://example.org/ada?x=1] and [www.example.org]',
    '[linkedin.com/in/ada-ostlund]',
    '[GitHub: adao]',
    '[Storgatan 12 B], [972 31 Luleå]',
    '[221b Baker Street], London [NW1 6XE]',
    '[7 bis, rue de la Paix], [75002 Paris]',
    'Québec [G1V 4M7]',
    '[Photo: portrait.jpg]',
    'Portrait as [ada.png]',
    'Nummer [900503-2385] och [19900503-2385]',
    '[Personnummer: 19900503-2385]',
    'N° [2 90 05 75 123 456 78]',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  test.each([
    'Nurse, 2016-2019 and 01.2019-02.2021',
    'Audit evidence for ISO 27001 Lead Auditors',
    'A network of 30 000 connections, 1 500 points',
    'Node.js, ASP.NET, C++ and B.Tech',
    'EN ISO 9606-1 (111, 141, 135)',
    'Semestre à Galway, 2026, cours entièrement en anglais',
  ])('%s: nothing', (text) => {
    expect(blindText(text, ADA)).toBe(text);
  });
});

describe('of birth and age', () => {
  test.each([
    'Nurse, [born 1990 in Kiruna], in care since 2012',
    'Jag är [född 1990 i Kiruna].',
    'Infirmière [née le 3 mai 1990 à Lille].',
    '[Date of birth: 1990-05-03]',
    '[Födelsedatum: 3 maj 1990]',
    '[1990-05-03], Malmö',
    'A nurse [aged thirty-four], calm',
    'Nurse, [34 years old], calm',
    '[J’ai 34 ans] et je cherche un poste',
    'Sjuksköterska, [34 år], lugn',
    'Infirmière, [trente-quatre ans], calme',
    'Svetsare i [trettioårsåldern]',
    '[Ada] heter jag, är [33 år] och målar',
    'Malmö\n\n\nSvetsare, [45], Ystad',
    'Övrigt\n[Fyrtiotvå år]. Spelar bandy.',
    'Divers\n[Célibataire], [44 ans], [née à Brest]',
    'Jag är [född och uppvuxen i Kalix]',
    'Ett hus nära Kiruna, [där jag växte upp]',
    '[I was born in Cork], a long way from here',
    'I was [brought up on a farm in Kerry]',
    'Je suis [née à Metz] et je suis venue ici [à vingt-deux ans] pour étudier',
    '[Arrivé en France à six ans], je parle deux langues',
    '[Age: 34]. Driving licence B',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  test.each([
    'Nurse with 34 years of experience',
    'J’ai 20 ans d’expérience',
    'Svetsare med 20 år i yrket',
    'Care for people aged over eighty, newborns and nyfödda',
    'Je ne le recommande pas en hiver',
    'Arbete\nSvetsare, Varvet, 25 år',
  ])('%s: nothing', (text) => {
    expect(blindText(text, ADA)).toBe(text);
  });
});

describe('of gender and family', () => {
  test.each([
    '[Gender: female]',
    '[Kön: kvinna]',
    '[I am a young woman] from the north',
    '[She has] led a ward; [her] team is eight',
    '[Hon] leder en avdelning och [hennes team] växer',
    '[Elle a] dirigé le service. Il faut du calme.',
    'Member of [Women in Tech]',
    '[Married with two children], willing to move',
    '[Gift], två språk',
    'Flexible, [mother of two]',
    '[My husband is a welder]; we move together',
    '[Min fru och jag flyttar till Umeå]; vi söker jobb',
    '[Mon mari est soudeur] ; je cherche un poste',
    'Nurse. [On parental leave until May].',
    '[Marital status: married]',
    '[Sambon är kock]. [Yngsta dottern har börjat skolan], så vi flyttar',
    '[Mamma till Tove], [nio], och snart klar',
    '[Skild sedan 2019]. [Vuxna barn]. Seglar.',
    '[Mariée], [sans enfant], mobile',
    '[Un garçon de cinq ans]. Voile.',
    '[Un garçon et une fille]',
    '[J’accompagne mon mari], [Lars], à Umeå',
    'Capitaine d’une équipe de [handball féminine]',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  test('a section about the family is hidden as a whole, with its heading', () => {
    expect(marked('Skills\nTriage, ECG\n\nFamily\nTwo of us.\n\nLanguages\nEnglish')).toBe(
      'Skills\nTriage, ECG\n\n[Family]\n[Two of us.]\n\nLanguages\nEnglish',
    );
  });

  test.each([
    'Work experience\nNurse on a children’s ward, care of women in labour and of newborns',
    'Garçon de café, dix saisons',
    'Arbete\nBarnsjuksköterska; snabbspår för barn med andningsbesvär',
    'Expérience\nSuivi des femmes enceintes, communication avec les familles',
    'Experience with HIS and PACS',
    'Anställningar\nMan kan nå alla med en knapp',
  ])('%s: nothing', (text) => {
    expect(blindText(text, ADA)).toBe(text);
  });
});

describe('of nationality', () => {
  test.each([
    'I am a [Kenyan] citizen',
    'Citizen of [Pakistan], permit needed',
    '[Nationality: Brazilian]',
    'Jag är [norsk] medborgare',
    'Medborgare i [Chile]',
    'Je suis de nationalité [ivoirienne]',
    'Har [svenskt] pass',
    '[Kenyan] network engineer, eight years',
    '[Svensk] sjuksköterska med vana',
    'Infirmière [sénégalaise], sept ans',
    'Jag är [svensk] och vill hem',
    'Jag är [norsk] och [dansk] medborgare',
    '[Togolaise], [40 ans]',
    '[Danish], [41], in Malmö since 2020',
    'Nurse, Galway\n[Single], [Irish]. I ski.',
    '[Nationalité béninoise], permis B',
    '[D’origine libanaise], à Lille',
    'Jag kom från [Chile] 2016',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  test.each([
    'EU citizen, no permit needed',
    'Danish, some Finnish, English',
    'Suisse, Belgique',
    'Languages\nFrench C1, Swedish, English',
    'French C1, English B2',
    'Swedish licence, Norwegian employer, Italian kitchens',
    'Svensk och norsk legitimation',
    'Svenska, engelska, franska',
    'Clients irlandais et industrie suédoise',
  ])('%s: nothing', (text) => {
    expect(blindText(text, ADA)).toBe(text);
  });
});

describe('of schools', () => {
  test.each([
    'Education\nMSc Computer Science, [Lund University], 2015',
    'Education\n[Uppsala University], BSc in Physics, 2012',
    'Education\nMaster, Biochemistry, [KTH] (2010 – 2012)',
    'Education: BSc Nursing, [Cork], 2014',
    'Utbildning\nCivilingenjör i kemiteknik, [Luleå tekniska universitet], 2017',
    'Utbildning\nSamhällsprogrammet, [Hvitfeldtska gymnasiet], 2009',
    'Formation\nLicence de droit, [Université de Montréal], 2012',
    'Formation\nBac S, [lycée Saint-Louis], 2009',
    'Formation\nDiplôme d’ingénieur, [École des Mines de Nancy], 2014',
    'Researcher at [Lund University] since 2020',
    'Forskare vid [Högskolan i Borås]',
    'I studied chemistry in [Uppsala] for a year',
    'Utbildning\nAgronom, [Sveriges lantbruksuniversitet], 2018',
    'Skola: Fordonsprogrammet, [Åsbackaskolan Gnesta], 1998.\nKort: C, CE.',
    'School: [GTI Aalst], electromechanics, 2012',
    'Formation\nCAP, [lycée technique de Thiès], 2010',
    'Formation\nMaster, [IAE de Nantes], 2013. Licence à [ISTA de Fès]',
    'Formation\nDESS audit, [ESGIS], [Lomé], 2011',
    'Education\n[Escola Secundária de Évora], electronics, 2011',
    'Papiers\nDiplôme d’État, [IRTS de Perpignan], 2012',
    'Elprogrammet på [Åsbackaskolan i Gnesta], 2014. Körkort B.',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  test.each([
    'Work\nNurse, Uppsala University Hospital, 2015',
    'Arbete\nFörskollärare, Förskolan Solrosen, Umeå',
    'Education\nSecondary technical school, metal-cutting, 2015',
    'Education\nCCNA 2020, Fortinet NSE 4 2023',
    'Education\nFrench B2, DELF, 2026',
    'Un collège en bois à Remiremont, une halle',
  ])('%s: nothing', (text) => {
    expect(blindText(text, ADA)).toBe(text);
  });
});
