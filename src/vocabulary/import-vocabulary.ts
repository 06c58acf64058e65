import { assertPermitted, inTransaction, recordAudit, type Context } from '../access/index.ts';
import { derivedId } from '../kernel/index.ts';
import { filesIn, readFolder, type FileReport, type FolderProblem } from './esco/read-folder.ts';
import { changeSource, isChange, type SourceChange } from './store/change-source.ts';
import { embedLabelsTask } from './vocabulary.jobs.ts';

/** Asked for by the licence of ESCO, CC BY 4.0. */
const ATTRIBUTION = 'ESCO classification of the European Commission, CC BY 4.0';

/** Problems that a report shows; there may be more. */
const SHOWN = 10;

/** What an import did with a folder. */
export interface VocabularyImportReport extends SourceChange {
  /** Whether the vocabulary is another than before. */
  changed: boolean;
  files: FileReport[];
  /** Files of the folder that are not read. */
  ignored: string[];
  /** The first rows that could not be read, or parts of them. */
  problems: FolderProblem[];
}

/**
 * Reads ESCO's classification from a folder into the vocabulary: all of it or nothing, and the same again changes
 * nothing. Concepts and labels that its files no longer have are removed; those of other sources stay.
 * @throws VOCABULARY_FOLDER_UNREADABLE, VOCABULARY_NOTHING_TO_IMPORT, VOCABULARY_TABLE_UNREADABLE,
 *   VOCABULARY_COLUMN_MISSING, VOCABULARY_NOTHING_USABLE
 */
export async function importVocabulary(
  context: Context,
  folder: string,
  { progress = () => {} }: { progress?: (done: number, total: number) => void } = {},
): Promise<VocabularyImportReport> {
  assertPermitted(context.actor, 'vocabulary:import');
  const { files, ignored } = await filesIn(folder);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return inTransaction(context, async (inside) => {
    let done = 0;
    let reports: FileReport[] = [];
    const problems: FolderProblem[] = [];
    const { now } = inside;
    const change = await changeSource(
      inside.em,
      'esco',
      { attribution: ATTRIBUTION, now },
      async (staging) => {
        const read = await readFolder(files, staging, {
          progress: (bytes) => progress((done += bytes), total),
          problem: (problem) => {
            if (problems.length < SHOWN) problems.push(problem);
          },
        });
        ({ reports } = read);
        return read;
      },
    );
    if (isChange(change)) {
      const { concepts, labels } = change;
      recordAudit(
        inside,
        'vocabulary:import',
        { kind: 'vocabulary', id: derivedId('vocabulary', 'esco') },
        { concepts, labels },
      );
      await inside.jobs.enqueue(inside.em, embedLabelsTask, {});
    }
    return { ...change, changed: isChange(change), files: reports, ignored, problems };
  });
}
