/** American spellings of words in titles, and the British ones: what the first group holds stays. */
const BRITISH: readonly (readonly [american: RegExp, british: string])[] = [
  [/(?<=\p{L}{4})iz(?=(?:ations?|ing|ers?)\b)/gu, 'is'],
  [/\baluminum\b/gu, 'aluminium'],
  [/\banesthe(?=sia\b|sio|tics?\b|tists?\b)/gu, 'anaesthe'],
  [/\bestheti(?=cs?\b|cians?\b)/gu, 'aestheti'],
  [/\bpediatri(?=cs?\b|cians?\b)/gu, 'paediatri'],
  [/\borthoped(?=ics?\b|ists?\b)/gu, 'orthopaed'],
  [/\bgynecolog(?=y\b|ists?\b|ical\b)/gu, 'gynaecolog'],
  [/\bhematolog(?=y\b|ists?\b)/gu, 'haematolog'],
  [/\b(cent|theat|fib)er(?=s?\b)/gu, '$1re'],
  [/\b(lab|col|harb|arm)or(?=s?\b|ers?\b|ing\b)/gu, '$1our'],
  [/\bmold(?=s?\b|ers?\b|ing\b)/gu, 'mould'],
  [/\bplow(?=s?\b|ing\b)/gu, 'plough'],
  [/\bjewel(?=ers?\b)/gu, 'jewell'],
  [/\bjewelry\b/gu, 'jewellery'],
  [/\bcounsel(?=ors?\b|ing\b)/gu, 'counsell'],
  [/\b(trave|mode|labe|signa)l(?=ing\b|ers?\b)/gu, '$1ll'],
  [/\bdefense\b/gu, 'defence'],
];

/**
 * American spellings as British ones, which ESCO's labels mostly have. Both sides of a comparison are read like this:
 * a word of another language that happens to be written alike changes on both.
 * @param title in small letters.
 */
export const inBritishSpelling = (title: string): string =>
  BRITISH.reduce((text, [american, british]) => text.replace(american, british), title);
