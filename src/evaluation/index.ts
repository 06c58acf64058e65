export { evaluate, type Evaluation, type EvaluationOptions, type Ranker } from './evaluation.ts';
export {
  lineInvalid,
  nothingImported,
  nothingJudged,
  runUnwritable,
  setIncomplete,
  setTooLarge,
} from './evaluation.failures.ts';
export { readJudgedSet, wholeText, type JudgedSet, type SetText } from './judged-set.ts';
export {
  inTrecOrder,
  meanMeasures,
  measuresOf,
  type Judgements,
  type Measures,
  type Ranked,
} from './measures.ts';
export {
  DOCUMENT_SIDES,
  openDocumentRanker,
  type Arena,
  type DocumentRanker,
  type DocumentSide,
} from './rank-documents.ts';
export { titleRanker } from './rank-titles.ts';
export { openTrecRun, type TrecRun } from './trec-run.ts';
