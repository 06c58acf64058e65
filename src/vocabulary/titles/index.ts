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
export { openTitleModel, type TitleModel } from './title-model.ts';
