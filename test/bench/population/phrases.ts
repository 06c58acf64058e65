import type { TextLanguage } from '../../../src/kernel/index.ts';
import type { Sector } from '../../../src/roles/index.ts';
import { listed } from './occupation.ts';

/** The sectors in which the population works. */
export const POPULATED = [
  'IT',
  'HEALTH_CARE',
  'ENGINEERING',
  'MANUFACTURING',
  'HOSPITALITY',
  'GREEN_INDUSTRY',
] as const satisfies readonly Sector[];
export type PopulatedSector = (typeof POPULATED)[number];

const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** What a CV and a job description in one language are put together from; words in braces are filled in. */
export interface Phrases {
  headings: Record<'profile' | 'work' | 'education' | 'skills' | 'languages' | 'other', readonly string[]>;
  adHeadings: Record<'about' | 'tasks' | 'needs' | 'offers', readonly string[]>;
  openings: readonly string[];
  employers: readonly string[];
  employment: readonly string[];
  duties: readonly string[];
  results: readonly string[];
  education: readonly string[];
  skills: readonly string[];
  traits: readonly string[];
  pastimes: readonly string[];
  moves: readonly string[];
  adAbout: readonly string[];
  adTasks: readonly string[];
  adNeeds: readonly string[];
  adOffers: readonly string[];
  settings: Record<PopulatedSector, readonly string[]>;
  languageNames: Record<string, string>;
  now: string;
  and: string;
}

export const PHRASES: Record<TextLanguage, Phrases> = {
  en: {
    headings: {
      profile: ['Profile', 'Summary', 'About me'],
      work: ['Work experience', 'Experience', 'Employment history'],
      education: ['Education', 'Training', 'Education and certificates'],
      skills: ['Skills', 'Tools and methods', 'Technical skills'],
      languages: ['Languages'],
      other: ['Other', 'Interests', 'Personal'],
    },
    adHeadings: {
      about: ['About us', 'Who we are', 'The place'],
      tasks: ['What you will do', 'The work', 'Your days'],
      needs: ['What you need', 'Your background', 'We ask for'],
      offers: ['What we offer', 'What you get', 'Terms'],
    },
    openings: lines(`
      {title} with {years} years behind me, most of them at {setting}.
      I have worked as a {title} since {since}, lately at {setting} in {town}.
      {title} from {town}. After {years} years at {setting} I look for a new place to put down roots.
      My trade is that of a {title}; I like {task} best.
      Experienced {title} ({years} years) who moves easily between {task} and {task2}.
      I trained as a {title} and have stayed with it for {years} years because no two weeks are alike.`),
    employers: lines(`
      {name} {place}
      {place} {name}
      {name} & {name2}
      {name} Group`),
    employment: lines(`
      {employer}, {town}, {title}, {from}–{to}
      {from}–{to}: {title}, {employer} ({town})
      {title}, {employer}, {town} | {from} to {to}
      {employer} in {town}, {from}–{to}, {title}`),
    duties: lines(`
      Daily work: {task}, {task2} and {task3}.
      Responsible for {task} and {task2}. We were {count} in the group, at {setting}.
      At {setting}. {Task}; {task2}; now and then {task3}.
      {Task} and {task2}, with {tool} and {tool2} as the usual tools.
      I was hired for {task} and soon took over {task2} as well.
      Half the time {task}, the other half {task2}. I also taught {count} newcomers.
      {Task} at {setting}, in shifts; later {task2} too.`),
    results: lines(`
      The changes I proposed saved about {count} hours a month.
      In {year} I led the move to {tool}.
      We cut the number of repeats by {percent} per cent in {years} years.
      I stood in for the manager during {count} weeks in {year}.
      Together with {count} colleagues I wrote the routine for {task} that is still in use.
      Nominated colleague of the year in {year}.
      I helped to choose {tool2} and trained the others in it.
      In {year} we moved to new premises; I planned the move and nothing stood still for more than a day.
      Of all this, {task} taught me the most.
      The post was shared with {count} people on a rota, weekends included.
      A difficult {year}: half the group left, and I kept {task} going with {count} stand-ins.
      I held the course in {skill} for colleagues in {town}.
      I was the one they called when {tool} refused to work.`),
    education: lines(`
      {degree}, {town}, {year}.
      {year}: {degree}, {town}.
      {degree} ({town}, {year}); thesis on {task}.`),
    skills: lines(`
      {skill}, {skill2}, {skill3}. Tools: {tool}, {tool2}, {tool3}.
      Good at {skill} and {skill2}; works daily with {tool} and {tool2}; some {tool3}.
      {tool}, {tool2}, {tool3}, {tool4}; {skill}; {skill2}.`),
    traits: lines(`
      Colleagues call me calm and a little stubborn about order.
      I ask when I do not know, and I write down what I learn.
      I like to explain things to newcomers.
      I prefer small teams where one sees the result of the day.
      Punctual, curious, good with people of all ages.
      I keep my head when several things happen at once.
      I learn languages by talking, mistakes included.`),
    pastimes: listed(
      'I run a choir; I fish in winter; I repair old bicycles; chess and long walks; beekeeping; football with my children; I bake rye bread; cross-country skiing; board games; I grow chillies; amateur theatre; climbing; birdwatching; I play the accordion; orienteering; photography; I train a rescue dog; pottery',
    ),
    moves: lines(`
      I can move within {count} weeks.
      I look for a place with forest, school and work for two.
      My family comes along.
      I have visited the north twice and want to stay.
      I would like to work in {place}.`),
    adAbout: lines(`
      {employer} in {town} has {count} employees and works at {setting}.
      We are {count} people at {employer}, {town}. Customers come back, and so do colleagues.
      {employer} grows. In {town} we open a new unit in {year} and need a {title}.`),
    adTasks: lines(`
      As a {title} you will work with {task}, {task2} and {task3}.
      Your days consist of {task} and {task2}; you will also take part in {task3}.
      {Task}, {task2} and {task3}: that is the core of it. You work at {setting}.`),
    adNeeds: lines(`
      You know {skill} and {skill2} and have some years as a {title}. {tool} is a plus.
      {degree} or the same knowledge gained at work, {skill}, {skill2}, and good will.
      We look for experience of {skill}, {skill2} and {skill3}; we teach {tool}.`),
    adOffers: lines(`
      Help with housing, a language course during working hours, and a buddy from the first day.
      {count} days of holiday, a pension plan, paid travel to the interview.
      A permanent team, predictable hours, and work for your partner where we can arrange it.`),
    settings: {
      IT: listed(
        'a bank; a game studio; a municipal IT unit; a rail operator; a start-up of twelve; a hospital group; an insurance company',
      ),
      HEALTH_CARE: listed(
        'a university hospital; a rural health centre; a care home; a private clinic; an emergency department; a county hospital; a home care team',
      ),
      ENGINEERING: listed(
        'a consultancy; a lorry manufacturer; a pulp mill; a mining company; an energy company; a machine builder; a test laboratory',
      ),
      MANUFACTURING: listed(
        'a family-owned workshop; a car factory; a paper mill; a subcontractor; a shipyard; a furniture factory; a steelworks',
      ),
      HOSPITALITY: listed(
        'a mountain hotel; a city restaurant; a cruise ship; a spa by the sea; a conference centre; an inn; a ski resort',
      ),
      GREEN_INDUSTRY: listed(
        'a wind farm; a forest company; a municipal utility; a hydrogen pilot; an organic farm; a recycling park; a research station',
      ),
    },
    languageNames: { en: 'English', sv: 'Swedish', fr: 'French' },
    now: 'present',
    and: 'and',
  },
  sv: {
    headings: {
      profile: ['Profil', 'Sammanfattning', 'Om mig'],
      work: ['Arbetslivserfarenhet', 'Anställningar', 'Erfarenhet'],
      education: ['Utbildning', 'Utbildning och intyg'],
      skills: ['Kompetenser', 'Verktyg och metoder', 'Teknik'],
      languages: ['Språk'],
      other: ['Övrigt', 'Fritid', 'Personligt'],
    },
    adHeadings: {
      about: ['Om oss', 'Vilka vi är', 'Arbetsplatsen'],
      tasks: ['Arbetet', 'Dina uppgifter', 'Det här gör du'],
      needs: ['Det här behöver du', 'Kvalifikationer', 'Vi söker dig som'],
      offers: ['Vi erbjuder', 'Villkor', 'Det får du'],
    },
    openings: lines(`
      {title} med {years} års erfarenhet, mest från {setting}.
      Jag har arbetat som {title} sedan {since}, senast på {setting} i {town}.
      {title} från {town}. Efter {years} år söker jag en ny plats att slå rot på.
      Mitt yrke är {title}; helst ägnar jag mig åt {task}.
      Erfaren {title} ({years} år) som trivs lika bra med {task} som med {task2}.
      Utbildad {title} som stannat i yrket i {years} år, för ingen vecka är den andra lik.`),
    employers: lines(`
      {name} {place} AB
      {place}s {name}
      {name} & {name2}
      {name}gruppen`),
    employment: lines(`
      {employer}, {town}, {title}, {from}–{to}
      {from}–{to}: {title}, {employer} ({town})
      {title}, {employer}, {town}, {from} till {to}
      {employer} i {town}, {from}–{to}, {title}`),
    duties: lines(`
      Dagligt arbete: {task}, {task2} och {task3}.
      Ansvarade för {task} samt {task2}. Vi var {count} i gruppen.
      Arbetsplats: {setting}. {Task}; {task2}; ibland {task3}.
      {Task} och {task2}, oftast med {tool} och {tool2}.
      Anställdes för {task} och tog snart över {task2}.
      Halva tiden {task}, andra halvan {task2}. Lärde också upp {count} nya.
      {Task} i skift; senare även {task2}.`),
    results: lines(`
      Mina förslag sparade omkring {count} timmar i månaden.
      År {year} ledde jag övergången till {tool}.
      Vi minskade omarbetet med {percent} procent på {years} år.
      Vikarierade för chefen i {count} veckor {year}.
      Skrev tillsammans med {count} kollegor rutinen för {task}, som fortfarande används.
      Nominerad till årets kollega {year}.
      Var med och valde {tool2} och lärde upp de andra.
      Flytten till nya lokaler {year} planerade jag; inget stod still mer än en dag.
      Mest av allt lärde jag mig av {task}.
      Tjänsten delades av {count} personer efter schema, helger inräknade.
      {year} blev ett tungt år: halva gruppen slutade, och jag höll i {task} med {count} vikarier.
      Höll kursen i {skill} för kollegorna i {town}.
      Det var mig man ringde när {tool} krånglade.`),
    education: lines(`
      {degree}, {town}, {year}.
      {year}: {degree}, {town}.
      {degree} ({town}, {year}), examensarbete om {task}.`),
    skills: lines(`
      {skill}, {skill2}, {skill3}. Verktyg: {tool}, {tool2}, {tool3}.
      Duktig på {skill} och {skill2}; arbetar dagligen med {tool} och {tool2}; en del {tool3}.
      {tool}, {tool2}, {tool3}, {tool4}; {skill}; {skill2}.`),
    traits: lines(`
      Kollegor brukar säga att jag är lugn och lite envis om ordning.
      Jag frågar när jag inte vet, och skriver ner det jag lär mig.
      Tycker om att förklara för den som är ny.
      Trivs i små lag där man ser dagens resultat.
      Punktlig, nyfiken, lätt att prata med.
      Behåller lugnet när mycket händer på en gång.
      Lär mig språk genom att prata, fel inräknade.`),
    pastimes: listed(
      'Sjunger i kör; pimpelfiske; lagar gamla cyklar; schack och långa promenader; biodling; fotboll med barnen; bakar rågbröd; längdskidor; brädspel; odlar chili; amatörteater; klättring; fågelskådning; spelar dragspel; orientering; fotografering; tränar räddningshund; keramik',
    ),
    moves: lines(`
      Kan flytta inom {count} veckor.
      Söker en ort med skog, skola och arbete för två.
      Familjen följer med.
      Har varit i norr två gånger och vill stanna.
      Vill gärna arbeta i {place}.`),
    adAbout: lines(`
      {employer} i {town} har {count} anställda; arbetsplatsen är {setting}.
      Vi är {count} personer på {employer} i {town}. Kunderna kommer tillbaka, och kollegorna stannar.
      {employer} växer. I {town} öppnar vi en ny enhet {year} och behöver en {title}.`),
    adTasks: lines(`
      Som {title} arbetar du med {task}, {task2} och {task3}.
      Dagarna består av {task} och {task2}; du deltar också i {task3}.
      {Task}, {task2} och {task3}: det är kärnan.`),
    adNeeds: lines(`
      Du kan {skill} och {skill2} och har några år som {title}. {tool} är en merit.
      {degree} eller motsvarande kunskaper, {skill}, {skill2} och gott humör.
      Vi söker erfarenhet av {skill}, {skill2} och {skill3}; {tool} lär vi ut.`),
    adOffers: lines(`
      Hjälp med bostad, svenskkurs på arbetstid och en fadder från första dagen.
      {count} dagars semester, tjänstepension, betald resa till intervjun.
      Ett fast lag, förutsägbara tider och arbete åt din partner när vi kan ordna det.`),
    settings: {
      IT: listed(
        'en bank; en spelstudio; en kommunal it-enhet; ett tågbolag; ett litet nystartat bolag; en region; ett försäkringsbolag',
      ),
      HEALTH_CARE: listed(
        'ett universitetssjukhus; en hälsocentral i glesbygd; ett särskilt boende; en privat klinik; en akutmottagning; ett länssjukhus; hemtjänsten',
      ),
      ENGINEERING: listed(
        'en konsultbyrå; en lastbilstillverkare; ett massabruk; ett gruvbolag; ett energibolag; en maskinbyggare; ett provningslaboratorium',
      ),
      MANUFACTURING: listed(
        'en familjeägd verkstad; en bilfabrik; ett pappersbruk; en underleverantör; ett varv; en möbelfabrik; ett stålverk',
      ),
      HOSPITALITY: listed(
        'ett fjällhotell; en stadskrog; ett kryssningsfartyg; ett spa vid havet; en konferensanläggning; ett värdshus; en skidanläggning',
      ),
      GREEN_INDUSTRY: listed(
        'en vindpark; ett skogsbolag; ett kommunalt bolag; en vätgaspilot; en ekologisk gård; en återvinningspark; en forskningsstation',
      ),
    },
    languageNames: { en: 'engelska', sv: 'svenska', fr: 'franska' },
    now: 'nu',
    and: 'och',
  },
  fr: {
    headings: {
      profile: ['Profil', 'Présentation', 'Résumé'],
      work: ['Expérience professionnelle', 'Expérience', 'Parcours'],
      education: ['Formation', 'Formation et certificats'],
      skills: ['Compétences', 'Outils et méthodes', 'Savoir-faire'],
      languages: ['Langues'],
      other: ['Divers', 'Centres d’intérêt', 'Loisirs'],
    },
    adHeadings: {
      about: ['Qui nous sommes', 'L’entreprise', 'Le lieu'],
      tasks: ['Vos missions', 'Le travail', 'Vos journées'],
      needs: ['Votre profil', 'Ce que nous demandons', 'Exigences'],
      offers: ['Nous offrons', 'Conditions', 'Ce que vous recevrez'],
    },
    openings: lines(`
      {title}, {years} ans de métier, surtout dans {setting}.
      {title} depuis {since}, récemment dans {setting} à {town}.
      {title} de {town}. Après {years} ans, je cherche un nouveau lieu où m’enraciner.
      Mon métier : {title}. Ce que je préfère : {task}.
      {title} avec expérience ({years} ans), à l’aise dans deux domaines : {task} ; {task2}.
      De formation {title}, fidèle au métier depuis {years} ans, car aucune semaine ne se ressemble.`),
    employers: lines(`
      {name} {place}
      {name} de {place}
      {name} et {name2}
      Groupe {name}`),
    employment: lines(`
      {employer}, {town}, {title}, {from}–{to}
      {from}–{to} : {title}, {employer} ({town})
      {title}, {employer}, {town}, de {from} à {to}
      {employer} à {town}, {from}–{to}, {title}`),
    duties: lines(`
      Au quotidien : {task}, {task2} et {task3}.
      Missions : {task} ; {task2}. Nous étions {count} dans l’équipe.
      Cadre : {setting}. {Task} ; {task2} ; parfois {task3}.
      {Task} et {task2}, le plus souvent avec {tool} et {tool2}.
      Premier poste : {task}. Ensuite aussi : {task2}.
      La moitié du temps : {task} ; le reste : {task2}. J’ai aussi formé {count} nouveaux.
      {Task}, en horaires décalés ; plus tard aussi {task2}.`),
    results: lines(`
      Mes propositions ont épargné environ {count} heures par mois.
      En {year}, j’ai mené le passage à {tool}.
      Nous avons réduit les reprises de {percent} % en {years} ans.
      Remplacement du responsable durant {count} semaines en {year}.
      Rédaction d’une procédure toujours en usage, avec {count} collègues ; sujet : {task}.
      Proposition comme collègue de l’année en {year}.
      J’ai participé au choix de {tool2} et formé les autres.
      Déménagement des locaux en {year} : je l’ai planifié, et rien ne s’est arrêté plus d’un jour.
      Ce qui m’a le plus appris : {task}.
      Poste partagé à {count}, par roulement, fins de semaine comprises.
      Année difficile en {year} : la moitié de l’équipe est partie ; avec {count} remplaçants j’ai assuré ceci : {task}.
      J’ai animé le cours interne, thème {skill}, pour les collègues de {town}.
      C’est moi que l’on appelait quand {tool} tombait en panne.`),
    education: lines(`
      {degree}, {town}, {year}.
      {year} : {degree}, {town}.
      {degree} ({town}, {year}) ; mémoire : {task}.`),
    skills: lines(`
      {skill}, {skill2}, {skill3}. Outils : {tool}, {tool2}, {tool3}.
      À l’aise en {skill} et {skill2} ; usage quotidien de {tool} et {tool2} ; notions de {tool3}.
      {tool}, {tool2}, {tool3}, {tool4} ; {skill} ; {skill2}.`),
    traits: lines(`
      Mes collègues me disent calme et un peu têtu sur l’ordre.
      Je demande quand je ne sais pas, et je note ce que j’apprends.
      J’aime expliquer aux nouveaux.
      Je préfère les petites équipes où l’on voit le résultat du jour.
      Ponctualité, curiosité, contact facile.
      Je garde la tête froide quand tout arrive en même temps.
      J’apprends les langues en parlant, fautes comprises.`),
    pastimes: listed(
      'Chorale; pêche en hiver; réparation de vieux vélos; échecs et longues marches; apiculture; football avec les enfants; pain de seigle; ski de fond; jeux de société; culture de piments; théâtre amateur; escalade; observation des oiseaux; accordéon; course d’orientation; photographie; dressage d’un chien de sauvetage; poterie',
    ),
    moves: lines(`
      Déménagement possible sous {count} semaines.
      Je cherche un lieu avec forêt, école et travail pour deux.
      Ma famille m’accompagne.
      J’ai visité le Nord deux fois et je veux y rester.
      J’aimerais travailler à {place}.`),
    adAbout: lines(`
      {employer}, à {town}, compte {count} personnes ; c’est {setting}.
      Nous sommes {count} chez {employer} à {town}. Les clients reviennent, les collègues restent.
      {employer} grandit. À {town}, une nouvelle unité ouvrira en {year}. Poste : {title}.`),
    adTasks: lines(`
      Au programme de ce poste ({title}) : {task}, {task2} et {task3}.
      Vos journées : {task} et {task2} ; vous participerez aussi à ceci : {task3}.
      {Task}, {task2} et {task3} : voilà l’essentiel.`),
    adNeeds: lines(`
      Vous maîtrisez {skill} et {skill2}, avec quelques années de métier. {tool} est un atout.
      {degree} ou savoir équivalent, {skill}, {skill2} et bonne humeur.
      Expérience souhaitée : {skill}, {skill2} et {skill3} ; nous enseignons {tool}.`),
    adOffers: lines(`
      Aide au logement, cours de langue sur le temps de travail et parrainage dès le premier jour.
      {count} jours de congé, régime de retraite, voyage payé pour l’entretien.
      Une équipe stable, des horaires prévisibles et un emploi pour votre partenaire si possible.`),
    settings: {
      IT: listed(
        'une banque; un studio de jeux; un service informatique municipal; un opérateur ferroviaire; une jeune pousse; un groupe hospitalier; une société d’assurance',
      ),
      HEALTH_CARE: listed(
        'un hôpital universitaire; un centre de santé rural; une résidence pour aînés; une clinique privée; un service d’urgence; un hôpital régional; une équipe de soins à domicile',
      ),
      ENGINEERING: listed(
        'un bureau d’études; un constructeur de camions; une usine de pâte; une compagnie minière; une société d’énergie; un fabricant de machines; un laboratoire d’essais',
      ),
      MANUFACTURING: listed(
        'un atelier familial; une usine automobile; une papeterie; un sous-traitant; un chantier naval; une fabrique de meubles; une aciérie',
      ),
      HOSPITALITY: listed(
        'un hôtel de montagne; un restaurant de ville; un navire de croisière; un spa en bord de mer; un centre de congrès; une auberge; une station de ski',
      ),
      GREEN_INDUSTRY: listed(
        'un parc éolien; une entreprise forestière; une régie municipale; un pilote d’hydrogène; une ferme biologique; un parc de recyclage; une station de recherche',
      ),
    },
    languageNames: { en: 'anglais', sv: 'suédois', fr: 'français' },
    now: 'aujourd’hui',
    and: 'et',
  },
};

/** Parts of invented names of firms, the same in every language. */
export const FIRM_NAMES = listed(
  'Altair; Björkvik; Cassiopée; Delfin; Ekoxen; Fjordal; Granit; Horizont; Iris; Juniper; Kastell; Lumen; Mistral; Nordan; Orion; Pinède; Quartz; Rönnby; Solvind; Tundra; Ulmus; Vega; Wimmer; Ypsilon; Zenit; Ardoise; Boréa; Corvus; Dynamo; Esker; Falken; Garrigue; Havtorn; Isblink; Kobolt; Lanterna; Myrten; Nimbus; Opal; Porfyr',
);
