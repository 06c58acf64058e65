/** The European Economic Area and Switzerland (ISO 3166-1), as of 2026: one labour market for its citizens. */
export const EEA_AND_SWITZERLAND: readonly string[] = [
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
];

/** Whether the text has the form of an ISO 3166-1 alpha-2 country code. */
export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text);

/** Whether the text has the form of an ISO 3166-2 region code. */
export const isRegionCode = (text: string): boolean => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text);

/** The country part of a country or region code: `SE-AC` is in `SE`. */
export const countryOf = (code: string): string => code.slice(0, 2);
