import type { Clause, Line, ReadCv } from './reading.ts';
import type { Span } from './span.ts';

const NUMBER =
  '(?:\\d|a|an|one|two|three|four|five|six|en|ett|tva|tre|fyra|fem|sex|sju|atta|un|une|deux|trois|quatre|cinq|six)';
const CHILDREN =
  '(?:sons?|daughters?|child|children|kids?|bab(?:y|ies)|twins|toddlers?|teenagers?|barn|barnen|soner?|dotter|dottrar|pojk(?:e|ar)|flick(?:a|or)|boys?|girls?|tonarsdotter|barnbarn|grandchild(?:ren)?|tvillingar|tonaring(?:ar)?|bebis|enfants?|fils|filles?|garcons?(?! de (?:cafe|salle|bureau|ferme|courses?))|petits?-fils|petites?-filles?|bebes?|jumeaux|jumelles|ados?)';
const SPOUSE =
  '(?:wife|husband|spouse|partner|fiancee?|girlfriend|boyfriend|man|mans|make|makes|maka|fru|frus|hustru|sambon?|sarbo|flickvan|pojkvan|fastmo|fastman|respektive|mari|femme|epoux|epouse|conjointe?|compagne|compagnon|copine?|partenaire|family|familj|famille|household|hushall)';
const OWN = '(?:my|our|min|mitt|mina|var|vart|vara|mon|ma|mes|notre|nos)';
const QUALIFIERS = '(?:[a-z-]{1,20} ){0,2}';

/** Said of one's own people: wherever it stands. */
const OWN_PEOPLE = [
  new RegExp(`\\b${OWN} ${QUALIFIERS}(?:${SPOUSE}|${CHILDREN}|[a-z]{2,12}-year-old|[a-z]{2,12}aring)\\b`),
  // `with wife and daughter`, `med sambo och barn`, `en famille`
  new RegExp(`\\b(?:with|med|avec) ${SPOUSE}\\b`),
  new RegExp(
    `\\b(?:mother|father|mom|dad|mum|parent|mamma|pappa|mor|far|foralder|mere|pere) (?:of|till|de|d'|a) ${NUMBER}\\b|^(?:mamma|pappa|mor|far) till\\b`,
  ),
  new RegExp(
    `\\b(?:have|has|har|ai|avons|no|inga|pas d'|d') (?:${NUMBER} )?(?:small |young |grown |school-age |sma |stora |vuxna |jeunes |petits )?(?:children|kids|barn|enfants|daughters?|sons|dotter|dottrar|soner|filles|garcons)\\b|\\b(?:sans|utan|without) (?:children|barn|enfants?)\\b`,
  ),
  /\b(?:wife|husband|hustru|sambo|sarbo|epouse|conjointe?|fiancee?)\b/,
  /\b(?:parental|maternity|paternity) leave\b|\bforaldraledig\w*|\b(?:mamma|pappa)ledig\w*|\bconge (?:de )?(?:maternite|paternite|parental)\b/,
  /\b(?:en famille|situation familiale|married to|gift med|marie a|mariee a|married with|gift och|single (?:mother|father|parent))\b/,
];

/** Said in a part that is not about work, where children are the person's own. */
const AT_HOME = [
  /\b(?:familjen|the (?:family|children|kids)|les enfants|la famille)\b/,
  /\bbarnen\b|\bbarn i (?:skol|forskol|lagstadi|mellanstadi|hogstadi|dagis)/,
  new RegExp(
    `^(?:${NUMBER} )?(?:small |young |grown |adult |sma |vuxna |utflugna |petits |jeunes |grands )?${CHILDREN}(?: (?:pa|som|aged?|de|d'|born|i|in|and|och|et|of)\\b.*)?$`,
  ),
  // `Frun har ärvt ett torp`, `yngsta dottern`, `the eldest daughter`, `Mamma är från Lausanne`, `mère piémontaise`
  /^(?:(?:yngsta|aldsta|mellersta|stora|lilla) )?(?:frun|sambon|maken|makan|hustrun|sonen|sonerna|dottern|dottrarna|pojkarna|flickorna|tvillingarna)\b/,
  /^(?:the )?(?:eldest|oldest|youngest|elder|younger) (?:son|daughter|boy|girl|child)\b/,
  /^(?:mamma|pappa|mother|father|mum|dad) (?:ar|is|kommer|comes|was|var) (?:fran|from|[a-z]{3,20}$)|^(?:mere|pere|mamma|pappa|mother|father) [a-z-]{4,20}$/,
  new RegExp(`^(?:fru|man|maka|make|partner|wife|husband)(?: (?:och|and|et)\\b.*| from\\b.*| fran\\b.*)?$`),
  new RegExp(`\\b(?:with|med|avec) (?:${NUMBER} )${CHILDREN}\\b`),
];

/** The name may follow: `mon mari, Jens`. */
const SOMEBODY = new RegExp(`\\b${OWN} (?:${SPOUSE}|${CHILDREN})$`);
/** So may their ages. */
const SMALL_NUMBER =
  /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|tretton|fjorton|femton|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze)$/;

/** A clause that says nothing else. */
const CIVIL_STATUS =
  /^(?:(?:i am|i'm|jag ar|je suis|status|civil status|civilstand|marital status|etat civil) )?(?:married|single|unmarried|divorced|separated|widow(?:ed|er)?|engaged|in a relationship|gift|ogift|singel|ensamstaende|skild|franskild|separerad|anka|ankling|forlovad|marie|mariee|celibataire|divorcee?|separee?|veu(?:f|ve)|pacsee?|en couple|en concubinage)(?: (?:with|med|avec|and|och|et|sans|no|inga|without|utan|since|sedan|depuis)\b.*)?$/;
const LABEL =
  /^(?:family|marital status|civil status|familj|civilstand|situation familiale|situation de famille|etat civil|children|barn|enfants)$/;

/**
 * What is said of a partner, of children and of civil status: the whole clause, since the length of a hidden word
 * would tell a wife from a husband, and whole sections about the family.
 */
export function familyIn(cv: ReadCv): Span[] {
  return cv.lines.flatMap((line): Span[] => {
    if (line.section === 'FAMILY') return [line];
    return line.clauses.flatMap((clause, index) => {
      const labelled = index > 0 && LABEL.test(wordsOf(cv, line.clauses[index - 1]!));
      return labelled || isOfFamily(cv, line, clause) || saysMoreOfThem(cv, line, index) ? [clause] : [];
    });
  });
}

const wordsOf = ({ plain }: ReadCv, { start, end }: Span): string => plain.slice(start, end);

function isOfFamily(cv: ReadCv, { section }: Pick<Line, 'section'>, clause: Clause): boolean {
  const words = wordsOf(cv, clause);
  if (OWN_PEOPLE.some((pattern) => pattern.test(words)) || CIVIL_STATUS.test(words)) return true;
  return section !== 'WORK' && section !== 'EDUCATION' && AT_HOME.some((pattern) => pattern.test(words));
}

/** `, sju`, `, 11 och 15` after a clause about them, and the name after `mon mari`. */
function saysMoreOfThem(cv: ReadCv, { section, clauses }: Line, index: number): boolean {
  const clause = clauses[index]!;
  const before = clauses[index - 1];
  if (!before || clause.opens || section === 'WORK' || section === 'EDUCATION') return false;
  if (SOMEBODY.test(wordsOf(cv, before))) return clause.words.length === 1 && clause.words[0]!.capital;
  return (
    isOfFamily(cv, { section }, before) &&
    clause.words.some(({ plain }) => SMALL_NUMBER.test(plain)) &&
    clause.words.every(
      ({ plain }) => SMALL_NUMBER.test(plain) || /^(?:och|and|et|ar|years?|ans)$/.test(plain),
    )
  );
}
