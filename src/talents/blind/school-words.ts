// Words about schools and studies in English, Swedish and French (and of schools in a few more languages), folded.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Institutions of higher education: named anywhere in a CV they are taken for the person's own. */
export const UNIVERSITY =
  /^(?:l'|d')?(?:universit(?:y|ies|et|etet|ets|e|es|as|at|a|eit|eiten)|uniwersytet|univerzit(?:y|a|et|eta)|universidade?s?|yliopisto|colleges?|polytechnic|polytechnique|politecnico|politechnika|politecnica|hogskol(?:a|an|or)|handelshogskolan|hochschule|fachhochschule|hogeschool|ammattikorkeakoulu|folkhogskol(?:a|an)|[a-z]{2,20}universitet(?:et|ets)?|folkuniversitetet|cegep|iut|insa)$/;

/** Other schools: hidden where the text is not about work, since a teacher's employers are schools. */
export const SCHOOL =
  /^(?:l'|d')?(?:schools?|academy|academies|institutes?|institut(?:et|ion|ionen)?|akademin?|academie|escolas?|escuela|scuola|istituto|instituto|szkola|facult(?:y|e|es)|realschule|liceo|lycees?|lyceum|ecoles?|conservatoire)$|(?:skolan|skola|gymnasiet|gymnasium)$/;

/** Of these the name follows in French and Spanish. */
export const NAME_FOLLOWS =
  /^(?:l'|d')?(?:universite|ecoles?|instituts?|facultes?|lycees?|cegep|iut|insa|academie|conservatoire|universidade?|escola|escuela|scuola|istituto|instituto|politecnico|liceo|polytechnique|college)$/;

/** Where such a name ends at the latest. */
export const NAME_STOPS = /^(?:depuis|pendant|puis|avec|pour|chez|comme|ou|desde|con)$|\d/;

/** Schools that no such word gives away. */
export const NAMED = set(
  'chalmers kth epfl insead essec escp centralesupelec konstfack harvard stanford sorbonne caltech karolinska alliance goethe-institut',
);

/** The same, too short or too common to be hidden where nothing is said of studies. */
export const NAMED_AMONG_STUDIES = set(
  'lth ltu liu bth hkr jth slu mit eth ets hec ens ensam enset enit esprit inpt uqam udem uqar uqac tu ntu nus iit nit ucl lse dtu ntnu cnam utc utt ifsi esigelec supelec polytech oxford cambridge yale princeton handels beckmans',
);

/** `Uppsala University Hospital` is an employer, a `university degree` no school. */
export const NO_SCHOOL =
  /^(?:teaching )?(?:hospitals?|clinics?)\b|^(?:press|library|portal|degree|graduate|level|education|students?|teacher|meals?|nurse)\b/;

/** What joins the words of a name before the word `school`, and after it. */
export const JOINING = set('of the de des du la le les et och and y e da do della der die fur und');
export const JOINING_AFTER = set(
  'of the in at on for de des du la le les et en a i och pa av der fur und y da do della di',
);
/** Words of names that are written small. */
export const IN_NAMES = set(
  'tekniska technical nationale national superieure normale catholique libre technologique royale kungliga royal polytechnique medical business secondary high technique professionnel professionnelle agricole hotelier general polyvalent superieur',
);

/** Of the degree or the subject, which stay visible; English writes both with capitals. */
export const STUDIED =
  /^(?:[a-z-]*(?:logy|logi|logie|ics|istry|nomics|nomy|nomi|nomie|matik|matique|teknik|technique|vetenskap|kunskap|programme?t?|linjen|examen)|sciences?|studies|engineering|nursing|accounting|marketing|manufacturing|welding|programming|machining|computing|banking|planning|management|administration|education|technology|technologies|informatique|gestion|genie|medicine|pharmacy|law|droit|arts?|design|history|literature|languages?|business|finance|architecture|communications?|systems?|development|security|networks?|software|hardware|data|media|tourism|hospitality|health|care|energy|mathematics|electronics|mechanics|physics|biology|statistics|commerce|trade|training|courses?|certificate|certified|diploma|degree|masters?|bachelor|doctorate|doctor|phd|msc|bsc|mba|btech|mtech|licence|license|licentiate|ingenieur|ingenjor|civilingenjor|engineer|technician|exchange|semester|semestre|thesis|erasmus|minor|major|honours|hons|distinction)$/;

/** The same in capitals: `CAP cuisine`, but Cap Estérias is a place. */
export const STUDIED_IN_CAPITALS = set('ba ma bs ms be bac bts dut but cap bep deug');

export const LANGUAGE_TESTS = set('delf dalf toefl toeic ielts tisus sfi tef tcf hsk jlpt swedex');

/** Of a date: `June 2026`, `spring`, `present`. */
export const DATED =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|okt|nov|dec|january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|hosten|varen|present|now|expected|ongoing|januari|februari|maj|juni|juli|augusti|oktober|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;

/** After these a sentence names where somebody studied. */
export const STUDYING =
  /\b(?:stud(?:y|ied|ying|ies|ents?|erade|erar|erat)|graduat(?:ed?|ing)|degree|educated|laste|last|utbildad|examen|etudie|etudiante?|etudes|diplomee?|eleve|exchange|echange|utbyte|utbytesar|doctoral|doktorand|erasmus|[a-z]{1,30}programmet)\b/;

/** From here on such a sentence speaks of something else: `student from Lahore who wants an internship in …`. */
export const SAYS_MORE = /^(?:who|which|that|som|qui|where|dar|looking|seeking|wants?|soker|cherche)$/;

/** The first words of a line that lists studies under no heading of its own. */
export const DEGREE =
  /^(?:diplome|licence|master|maitrise|bts|dut|doctorat|bachelor|bsc|msc|kandidatexamen|magisterexamen|masterexamen|civilingenjor|[a-z]{1,30}programmet)\b/;
/** Longer lines are letters. */
export const LONGEST_LISTING = 240;

/** Before a colon and the name of a school. */
export const LABELS_A_SCHOOL =
  /^(?:school|skola|skolor|college|university|universitet|gymnasium|ecole|lycee|universite)$/;

export const AT = set('at in i vid pa a au aux');

/** After these `in` leads to a subject rather than a place: `Certificate in Hospitality`. */
export const BEFORE_A_SUBJECT =
  /^(?:certificate|diploma|degree|courses?|kurs(?:er)?|training|programme?|studies|thesis|project|tutor|instructor|engineer|specialist|technician|minor|major|bachelor|master|msc|bsc|phd|mba|licen[cs]e|doctorate|experience|seminars?|modules?|lectures?|research|interested|office|assistant|certified|educated|fluent|skilled)$/;
