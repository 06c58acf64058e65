export { countryCode } from './countries.ts';
export { detectLanguage, textLanguage } from './detect-language.ts';
export { FLUENCY, levelOf } from './fluency.ts';
export { decodeEntities, htmlText, textHtml } from './html-text.ts';
export { languageCode, languageName } from './languages.ts';
export { certificateOf, licencesAmong } from './licences.ts';
export { plain } from './plain.ts';
export { regionCode } from './regions.ts';
