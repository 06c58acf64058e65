import type { ConceptKind } from '../../src/vocabulary/concept.ts';
import { filesIn, readFolder } from '../../src/vocabulary/esco/read-folder.ts';
import type { ComparedConcept, ComparedLabel } from './match-concepts.ts';

/** The concepts of ESCO in a folder, read as `tandem vocabulary import` reads it, by kind. */
export async function readEsco(folder: string): Promise<Map<ConceptKind, ComparedConcept[]>> {
  const concepts = new Map<string, { kind: ConceptKind; isco: string | null; labels: ComparedLabel[] }>();
  const { files } = await filesIn(folder);
  const labels: (ComparedLabel & { conceptId: string })[] = [];
  await readFolder(
    files,
    {
      concept: async ({ id, kind, isco }) => {
        const before = concepts.get(id);
        concepts.set(id, { kind, isco: before?.isco ?? isco, labels: [] });
      },
      label: async (label) => {
        labels.push(label);
      },
      relation: async () => {},
    },
    { progress: () => {}, problem: () => {} },
  );
  for (const { conceptId, ...label } of labels) concepts.get(conceptId)!.labels.push(label);
  const all = [...concepts].map(([id, concept]) => ({ id, ...concept }));
  return Map.groupBy(all, ({ kind }) => kind);
}
