export { DenseIndex } from './dense-index.ts';
export { gramRows, openGramVectors, type GramVectors } from './gram-vectors.ts';
export {
  openTitleIndex,
  TITLE_RETRIEVERS,
  type FoundTitle,
  type Title,
  type TitleIndex,
  type TitleIndexOptions,
  type TitleRetriever,
} from './title-index.ts';
export { titleForms, type TitleForms } from './title-forms.ts';
export { titleReader, type TitleReader } from './title-reader.ts';
