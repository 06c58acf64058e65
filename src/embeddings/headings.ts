/** Lines longer than this are never headings. */
const LONGEST_HEADING = 70;

/** How the usual headings of CVs and job advertisements begin, in English, Swedish and French, without accents. */
const USUAL = [
  // CVs
  'about me|profile|summary|personal statement|objective',
  'work experience|professional experience|experience|employment|career|work history|projects|volunteer',
  'education|training|courses|certifications|certificates|licences|licenses|qualifications|publications',
  'skills|technical skills|key skills|competencies|tools|languages|language skills|interests|hobbies',
  'references|contact|awards|availability|driving licence',
  'om mig|profil|sammanfattning|personligt',
  'arbetslivserfarenhet|yrkeserfarenhet|erfarenhet|anstallningar|tidigare anstallningar|uppdrag|projekt',
  'utbildning|kurser|certifikat|certifieringar|legitimation|meriter|ovriga meriter|ovrigt|kompetenser',
  'fardigheter|kunskaper|sprak|sprakkunskaper|intressen|fritid|referenser|kontakt|korkort|datakunskaper',
  'a propos|resume|objectif|presentation',
  'experience professionnelle|experiences professionnelles|experiences|parcours professionnel|parcours',
  'emplois|stages|benevolat|formation|formations|etudes|diplomes|certificats|competences',
  'competences techniques|connaissances|langues|loisirs|centres d interet|interets|coordonnees',
  // job advertisements
  'about us|about the role|the role|your role|job description|responsibilities|your responsibilities',
  'duties|what you will do|requirements|who you are|your profile|what we offer|we offer|benefits|salary',
  'how to apply|application|location|working hours',
  'om oss|om jobbet|om rollen|om tjansten|arbetsuppgifter|dina arbetsuppgifter|ansvar|krav|kvalifikationer',
  'din bakgrund|din profil|vem ar du|vi soker|vi erbjuder|vi erbjuder dig|formaner|lon|ansokan|anstallningsform',
  'a propos de nous|qui sommes nous|le poste|description du poste|votre role|vos missions|missions|taches',
  'responsabilites|vos responsabilites|exigences|profil recherche|votre profil|qualifications requises',
  'nous offrons|ce que nous offrons|avantages|conditions|salaire|pour postuler|candidature|lieu de travail',
]
  .join('|')
  .split('|');
const USUAL_HEADINGS = new Set(USUAL);

const BULLET = /^(?:[-*•‣◦▪▫●○■□◆►➢➤✓✔–—·]|\d{1,2}[.)]|[a-z]\))\s/u;
const ENDS_SENTENCE = /[.!?…,;]$/u;
const CAPITALS = /^(?=(?:.*?\p{Lu}){3})[^\p{Ll}]+$/u;

/** Whether the line begins as an item of a list: a bullet, or a number or letter with a point or bracket. */
export const isListItem = (line: string): boolean => BULLET.test(line.slice(0, 8));

/**
 * The heading that a line is, without its marks, or undefined for ordinary text. `before` and `after` are
 * the lines around it, trimmed, '' for a blank line or none.
 *
 * A heading is short and is one of: marked as one (`# Skills`, `**Skills**`), ended by a colon, written in
 * capitals, one of the usual headings in English, Swedish or French, or a short line after a blank one that
 * stands right above a list or a much longer line.
 */
export function headingOf(line: string, before: string, after: string): string | undefined {
  if (line.length > LONGEST_HEADING) return undefined;
  const marked = /^#{1,6}\s+(\S.*)$/.exec(line) ?? /^\*\*([^*]+)\*\*:?$/.exec(line);
  if (marked) return marked[1]!.replace(/[\s:#*]+$/, '');
  if (isListItem(line) || line.includes('|')) return undefined;
  const words = wordsIn(line);
  if (words > 8) return undefined;
  if (/\p{L}\s?[:：]$/u.test(line)) return line.replace(/\s?[:：]$/u, '');
  if (USUAL_HEADINGS.has(plain(line))) return line;
  if (ENDS_SENTENCE.test(line)) return undefined;
  if (CAPITALS.test(line)) return line;
  const towers = isListItem(after) || wordsIn(after) >= Math.max(8, 2 * words);
  const plausible = before === '' && /^\p{Lu}\P{N}*$/u.test(line);
  return plausible && towers ? line : undefined;
}

const wordsIn = (line: string): number => line.slice(0, 400).split(/\s+/).filter(Boolean).length;

/** Lower case, without accents, punctuation as single spaces. */
const plain = (line: string): string =>
  line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
