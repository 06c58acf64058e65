import type { ReadCv } from './reading.ts';
import { matchesOf, type Span } from './span.ts';

// Every repetition has a bound, and most patterns begin only where a word does: a text of 200,000 characters of the
// worst kind is read in time that grows with its length.

const EMAIL =
  /(?<![a-z0-9_%+~.-])[a-z0-9_%+~-]{1,64}(?:\.[a-z0-9_%+~-]{1,64}){0,8} ?(?:@|\(at\)|\[at\]) ?[a-z0-9-]{1,63}(?:(?:\.| ?\(dot\) ?)[a-z0-9-]{1,63}){1,6}/g;
const URL = /\b(?:(?:https?|ftp|mailto|data|tel|skype):|www\.)[^\s<>"'|]+/g;
/** A domain with a path, or one of the sites where people have a profile. */
const SITES: readonly RegExp[] = [
  /(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,10}\/[^\s<>"'|),;]+/g,
  /(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){0,3}(?:linkedin|github|gitlab|bitbucket|behance|dribbble|xing|researchgate|orcid|facebook|instagram|twitter)\.(?:com|org|io|net|de)\b/g,
];
const HANDLE = /(?<=^|[\s(|])@[a-z0-9][\w.]*/g;
const ORCID = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dx]\b/g;
/** The next word after these leads to the person. */
const LABELLED =
  /\b(?:e-?mail|e-?post|mejl|courriel|linkedin|github|gitlab|twitter|instagram|facebook|skype|telegram|whatsapp|signal|discord|orcid|web ?site|site web|webbplats|hemsida|portfolio|homepage|blogg?)[ \t]{0,3}:[ \t]{0,3}[^\s|,;]{1,200}/g;

const PHONE_LABEL =
  /\b(?:tel|tele?phone|telefon|mobile?|mobil|cell|gsm|portable|fax|phone)\b\.?[ \t]?(?:nr|no)?\.?[ \t]?:?[ \t]{0,3}[+(]?\d[\d ()./-]{4,20}\d/g;
const PHONE =
  /(?<![\d./+-])(?:\+\d[\d ()./-]{6,20}\d|00\d{2}[\d ()./-]{6,18}\d|0\d{1,3}[ /-]{0,3}\d{2,3}(?:[ .-]?\d{2,3}){1,3}|0\d(?:[ .-]?\d{2}){4}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\d./]{0,20}\d)/g;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})(?!\d)/;

/** E-mail addresses, telephone numbers, links and handles. */
export function contactIn({ plain }: ReadCv): Span[] {
  const found = [EMAIL, URL, ...SITES, HANDLE, ORCID, LABELLED, PHONE_LABEL].flatMap((pattern) =>
    matchesOf(plain, pattern),
  );
  // Without a plus, periods such as 01.2019-02.2021 look much the same.
  const phones = matchesOf(plain, PHONE).filter(({ start, end }) => {
    const digits = plain.slice(start, end);
    const isNumber = digits.replace(/\D/g, '').length >= 8;
    return isNumber && (digits.startsWith('+') || !(YEAR.test(digits) || DATE.test(digits)));
  });
  return [...found, ...phones];
}
