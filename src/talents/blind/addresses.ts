import type { ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

const STREETS: readonly RegExp[] = [
  // Storgatan 12 B, Kungsvägen 4, Hauptstraße 5
  /(?<![a-z-])[a-z-]{1,40}(?:gatan|gata|vagen|grand|granden|torget|stigen|backen|allen|leden|kajen|strasse|straße|gasse|platz) \d{1,4}(?: ?[a-z]\b)?(?: lgh \d{4})?/g,
  // 12 High Street, 221b Baker St
  /\b\d{1,5}[a-z]?,? (?:[a-z'-]{1,30} ){1,3}(?:street|st|road|rd|avenue|ave|lane|boulevard|blvd|crescent|terrace|drive)\b\.?/g,
  // 7 bis, rue de la Paix
  /\b(?!(?:19|20)\d\d)\d{1,4}(?: ?(?:bis|ter|[a-d]))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allee|quai) [^\n,;|]{1,60}/g,
  // Cité des 600 logements
  /\b(?:cite|lotissement)(?: des?| du)? \d{1,4} (?:logements|lots|villas)\b/g,
  // Via Roma 12, calle Mayor, 3
  /\b(?:via|viale|calle|rua|avenida|ulica|ul\.) (?:[a-z'-]{1,30} ){0,3}[a-z'-]{1,30},? \d{1,4}\b/g,
  /\b(?:p\.? ?o\.? ?box|postbox|boite postale|b\.?p\.?|box) \d{1,6}\b/g,
];
const LABEL = /^[ \t]*(?:home )?(?:adress|address|adresse|postadress|bostadsadress)[ \t]*:[^\n|]*/gm;
/** With the town: together they are an address. Bodies that number standards are no postal districts. */
const POSTCODES: readonly RegExp[] = [
  /(?<![\d.,-])(?<!\b(?:iso|iec|en|ss|din|nf|ieee|rfc|nr|no) )(?:[a-z]{1,2}-)?(?:\d{3} \d{2}|\d{5})(?: [a-z'-]{1,40}){1,3}/g,
  /\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b/g,
  /\b[a-z]\d[a-z] ?\d[a-z]\d\b/g,
];

/** Street addresses, and postcodes with their town where the text says who the person is. */
export function addressesIn({ text, plain, head }: ReadCv): Span[] {
  const streets = [...STREETS, LABEL].flatMap((pattern) => matchesOf(plain, pattern));
  const postcodes = POSTCODES.flatMap((pattern) => matchesOf(plain, pattern)).flatMap((span) =>
    postcodeIn(text, span),
  );
  return [
    ...streets,
    ...postcodes.filter(
      (span) => span.start < head || streets.some((street) => onOneLine(text, street, span)),
    ),
  ];
}

/** The code with the town after it, whose words have capitals; a number before an ordinary word is none. */
function postcodeIn(text: string, { start, end }: Span): Span[] {
  const [code = '', town = ''] =
    /^((?:\S*\d\S*)(?: \S*\d\S*)?)((?: \p{Lu}\S*)*)/u.exec(text.slice(start, end))?.slice(1) ?? [];
  const isCode = /[A-Z]/.test(code) || town !== '';
  return isCode ? [{ start, end: start + code.length + town.length }] : [];
}

const onOneLine = (text: string, one: Span, other: Span): boolean =>
  !text.slice(Math.min(one.end, other.start), Math.max(one.end, other.start)).includes('\n');
