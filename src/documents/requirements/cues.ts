/**
 * The words by which a reader of job descriptions in English, Swedish and French tells apart what is asked for,
 * what is welcome, what the work is, and what is none of these. They are sought in `plainText`: small letters,
 * no accents.
 */

/** Small letters without accents: `Önskvärt` becomes `onskvart`. */
export const plainText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

/** One expression out of alternatives for each language. */
export const anyOf = (...alternatives: string[]): RegExp => new RegExp(`(?:${alternatives.join('|')})`, 'u');

/** Headings over what the employer gives, who it is and how to apply: nothing there is asked of anyone. */
export const OFFER_HEADING = anyOf(
  '^(?:we|us|nous|vi|company|contact|kontakt|apply|application|salary|lon|salaire)$',
  'offer|benefit|perks|what you (?:will )?(?:get|receive)|you (?:get|receive)|we (?:give|provide)|in return',
  '^(?:terms|conditions|practicalities|compensation|package)|why (?:join|us|work)|about (?:us|the company)',
  'who we are|how to apply|your application|equal opportunit',
  'erbjud|forman|vi (?:ger|bjuder)|det vi ger|du far|vad vi tycker|villkor|^lon\\b|ansok|om (?:oss|foretaget|arbetsplatsen)',
  'offrons|offre\\b|avantage|^conditions|remuneration|ce que nous|nos atouts|vous trouverez|en retour',
  'a propos de (?:nous|l)|qui sommes|pour postuler|candidature|pourquoi',
);

/** Headings over what would be welcome. */
export const NICE_HEADING = anyOf(
  'nice to have|preferred|desirable|bonus|advantage|(?:a|big|added) plus|assets?\\b',
  'merit|onskvar|garna|plus i kanten',
  '^(?:les )?atouts?\\b|souhait|apprecie|seraient? un plus',
);

/** Headings over what is asked for. */
export const MUST_HEADING = anyOf(
  'require|qualif|must|essential|looking for|look for|we ask|who it is for|who you are|skills|experience|education',
  "(?:what )?you(?:'ll)? (?:bring|have|need|are|know)|^you$|your (?:background|profile|experience|skills|qualif)",
  'krav|kvalifik|bakgrund|vi soker|vem (?:du ar|ar du|vi soker)|(?:det )?du (?:behover|har|kan|ar)|profil|forvantning',
  'kompetens|erfarenhet|utbildning|dig som',
  'exigence|cherch|il (?:vous )?faut|vous faut|ce qui compte|votre parcours|^vous$|vous avez|formation|requis',
);

/** Headings over what the work consists of. */
export const TASK_HEADING = anyOf(
  "responsib|duties|tasks|what you(?:'ll| will)|your (?:work|role|job|mission|day|contribution)|^(?:the )?(?:role|job|work|position|topic)",
  'job description|about the (?:role|job|position)|during your|day to day|day-to-day',
  'arbetsuppgift|uppdrag|ansvar|rollen|tjansten|jobbet|vad du gor|du gor|gor du|ditt bidrag|du kommer att|vardag|skiftet',
  'mission|tache|responsab|fonction|^(?:le |votre )?(?:poste|travail|role|quotidien)|description du poste|mandat',
  'au quotidien|journees|contribution|ce que vous ferez|terrain',
);

/** Sentences that ask for nothing: how to apply, what is offered, the law. Permits are a condition of their own. */
export const BOILERPLATE = anyOf(
  'https?:|www\\.|\\S@\\S+\\.\\w',
  '\\b(?:we offer|apply (?:by|now|before|today|via|at|here|through|online|no later)|closing date|deadline for|send (?:us )?your)\\b',
  '\\b(?:equal opportunit|regardless of|discriminat|cover letter|gdpr|reference number|work(?:ing)? permit|right to work)',
  '\\b(?:sponsor (?:a |your )?(?:permit|visa)|visa sponsorship|allowed to (?:stay|work)|relocation package)\\b',
  '\\b(?:vi erbjuder|erbjuder vi|sista ansokningsdag|din ansokan|ansok |skicka (?:in )?(?:din|ditt|cv)|oavsett|diskriminer)',
  '\\b(?:personuppgift|kollektivavtal|friskvard|arbetstillstand|ratt att arbeta|uppehallstillstand|undanber|tilltrade)',
  '\\b(?:nous offrons|nous proposons|postule[rz]|candidature|envoyez|date limite|egalite des chances|sans distinction)',
  '\\b(?:equite en|discriminat|minorites|permis de travail|droit de travailler|assurance collective|regime de retraite)',
);

/**
 * What the employer pays for or teaches, the hours, and that somebody is sought without saying whom. Sought outside
 * brackets: `a certificate, valid or to be renewed (we pay)` asks for the certificate.
 */
export const OFFERED = anyOf(
  '\\b(?:(?:at|on) our expense|paid (?:for )?by us|we (?:pay|finance|cover))\\b',
  '\\b(?:vi (?:betalar|bekostar)|betal\\w+ av oss|bekostas av oss|pa var bekostnad)\\b',
  "\\b(?:a nos frais|nous (?:la |le |les |l'|vous )?(?:payons|financons|remboursons|prenons en charge))\\b",
);
export const HOURS = anyOf(
  '^(?:the )?(?:working hours|hours (?:are|vary)|shifts (?:are|run)|work (?:starts|begins|is done in shifts))\\b',
  '^(?:arbetstid\\w*|arbetet (?:sker|bedrivs|ar forlagt|borjar)|schemat|skiften)\\b',
  "^(?:\\w+ |l')?horaires? (?:possible|flexible|variable|de|est|sont|:)|^(?:le travail|on) commence\\b",
  '^(?:no|pas de|ingen|inget) (?:service|work|shifts?|travail|arbete|skift)\\b',
);
export const ANNOUNCED = anyOf(
  '\\b(?:we (?:are looking|look|are searching) for|we (?:seek|need|want)) (?:[\\w-]+ ){1,3}(?:colleagues?|people|persons)\\b',
  '\\b(?:vi soker|soker vi|vi behover|behover vi) (?:\\w+ ){1,3}(?:kolleg\\w+|medarbetare|personer)\\b',
  '\\b(?:nous (?:re)?cherchons|on cherche|il nous faut) (?:\\w+ ){1,3}(?:collegues?|personnes|gens)\\b',
);
/** Says of those who are sought what they are or have. */
export const SAYS_WHOM = anyOf(
  '\\b(?:who|with|whose|experience|som|med|vars|erfarenhet|qui|avec|ayant|dont)\\b',
);

/** Said to be needless: `Swedish is not required`. */
export const NOT_NEEDED = anyOf(
  '\\b(?:not|no|nobody) (?:\\w+ )?(?:needed|required|necessary|expects)',
  '\\b(?:behovs|kravs) (?:inte|ej)|\\b(?:inget|inte (?:ett )?|ej )krav',
  "n'est pas (?:requis|exige|necessaire|obligatoire)",
);

/** Welcome: said before the thing, or after it. */
export const NICE_BEFORE = anyOf(
  '\\b(?:ideally|preferably|nice to have|desirable|optional)\\b',
  '\\b(?:garna|helst|meriterande)\\b',
  '\\b(?:de preference|idealement|si possible)\\b',
);
export const NICE_AFTER = anyOf(
  '\\b(?:an? (?:added |big |strong )?(?:plus|advantage|asset|bonus|merit)|preferred|desirable|welcome|in your favou?r|appreciated)\\b',
  '\\b(?:ar (?:en |ett )?(?:meriterande|merit|fordel|plus|bra|onskvart)|ses garna|uppskattas)\\b',
  '\\b(?:atouts?|apprecie\\w*|souhait\\w+|un plus|bienvenu\\w*)\\b',
);

/** Asked for. */
export const MUST = anyOf(
  '\\b(?:must|requir\\w+|essential|at least|minimum|or more|we (?:are looking|look|are searching) for|look for an?|we (?:seek|need))\\b',
  '\\byou (?:have|hold|bring|know|speak|are (?:an?|able|fluent|comfortable|experienced|used|familiar))\\b',
  '\\b(?:years?|experience) (?:of|in|with|as)\\b|\\bexperienced?\\b|\\b(?:proficien|fluen|certifi|knowledge of|degree|diploma)',
  '\\b(?:licen[cs]|registered|ability to|able to|skilled|background in|familiar|command of)',
  '\\b(?:krav|kravs|behovs|minst|forutsatt|vi soker|soker (?:vi|dig|nu|en)|du (?:har|ar|kan|behover|behaerskar|beharskar|talar))\\b',
  '\\b(?:erfarenhet|vana (?:av|vid|att)|kunskap|kunnig|utbild|examen|legitim|behorig|certifi|giltig|flytande|korkort)',
  '\\b(?:exig|requis|obligatoire|indispensable|necessaire|au moins|au minimum|nous (?:re)?cherchons|on cherche)',
  '\\bvous (?:avez|etes|possedez|maitrisez|detenez|parlez|justifiez|savez|connaissez)\\b',
  '\\b(?:experience|diplome|formation|maitris|connaissance|competence|certificat|permis de conduire|capacite|aisance|titulaire)',
);

/** What someone will do. */
export const TASK = anyOf(
  "\\byou(?:'ll| will)\\b|^(?:you|in this role|as (?:a|an|our) )\\b|\\b(?:responsible for|your (?:tasks|duties|responsibilities))\\b",
  '^(?:du|ni|som )\\b|\\bdu (?:kommer|ansvarar|arbetar|leder)\\b|\\b\\w+r du\\b|\\barbetsuppgift',
  '^vous\\b|\\bvous \\w+ez\\b|\\bresponsable de\\b',
);
