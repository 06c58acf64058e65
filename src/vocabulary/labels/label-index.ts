import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from '../../database/index.ts';
import { quantise } from '../../embeddings/index.ts';
import type { ConceptKind, Label } from '../concept.ts';
import type { Catalogue, CatalogueConcept } from '../store/concept-catalogue.ts';
import { DenseIndex, type TitleReader } from '../titles/index.ts';
import { countLabelVectors, labelVectors, type LabelVectors } from './label-vectors.ts';

/** A label of a concept. */
export interface ConceptLabel {
  concept: CatalogueConcept;
  label: Label;
}

/** The labels of a vocabulary by what they mean, in memory. */
export interface LabelIndex {
  /** How many labels had a vector when it was opened, and whether all had. */
  readonly vectors: number;
  readonly complete: boolean;
  /**
   * The cosine of a text, by the vector that the reader gives to it, with every label of these kinds and this
   * language; a label that several concepts share comes for each. Labels without a vector are left out.
   */
  likenesses(vector: Float32Array, selection: LabelSelection): Promise<Likenesses>;
}

/** Which labels are compared. */
export interface LabelSelection {
  kinds: readonly ConceptKind[];
  /** ISO 639-1; all languages without it. */
  language?: string | null | undefined;
}

/** Labels, and the cosine of each. */
export interface Likenesses {
  labels: readonly ConceptLabel[];
  cosines: Float32Array;
}

/** Gives the index of the vocabulary as it is stored now. */
export interface LabelIndexes {
  /** Whether every label has its vector. */
  areComplete(em: EntityManager, catalogue: Catalogue): Promise<boolean>;
  current(em: EntityManager, catalogue: Catalogue): Promise<LabelIndex>;
}

/** An index that is opened at the first question, and anew when the vocabulary has changed: one for each process. */
export function labelIndexes(reader: TitleReader): LabelIndexes {
  let held: { digest: string; opening: Promise<LabelIndex> } | undefined;
  let complete: string | undefined;
  const open = (em: EntityManager, catalogue: Catalogue): Promise<LabelIndex> => {
    const opening = openLabelIndex(em, catalogue, reader);
    const opened = { digest: catalogue.digest, opening };
    held = opened;
    // An opening that failed is tried again at the next question.
    opening.catch(() => {
      if (held === opened) held = undefined;
    });
    return opening;
  };
  return {
    async areComplete(em, catalogue) {
      if (complete === catalogue.digest) return true;
      const texts = new Set(labelsOf(catalogue).map(({ label }) => label.text));
      if ((await countLabelVectors(em, reader)) < texts.size) return false;
      complete = catalogue.digest;
      return true;
    },
    async current(em, catalogue) {
      const before = held;
      if (before?.digest !== catalogue.digest) return open(em, catalogue);
      const index = await before.opening;
      if (index.complete || (await countLabelVectors(em, reader)) === index.vectors) return index;
      // Another question may have opened it anew meanwhile.
      return held === before ? open(em, catalogue) : (held?.opening ?? index);
    },
  };
}

const labelsOf = ({ concepts }: Catalogue): ConceptLabel[] =>
  [...concepts.values()].flatMap((concept) => concept.labels.map((label) => ({ concept, label })));

/** Reads the vectors that the labels of the catalogue have by the reader. */
async function openLabelIndex(
  em: EntityManager,
  catalogue: Catalogue,
  reader: TitleReader,
): Promise<LabelIndex> {
  const { vectors, rowOf, centre } = readFor(await labelVectors(em, reader), reader);
  const all = labelsOf(catalogue);
  const labels = all.filter(({ label }) => rowOf.has(label.text));
  const selected = new Map<string, { labels: ConceptLabel[]; rows: Uint32Array }>();
  const select = ({ kinds, language = null }: LabelSelection) => {
    const key = `${kinds.join(' ')} ${language ?? ''}`;
    const known = selected.get(key);
    if (known) return known;
    const own = labels.filter(
      ({ concept, label }) =>
        kinds.includes(concept.kind) && (language === null || label.language === language),
    );
    const selection = { labels: own, rows: Uint32Array.from(own, ({ label }) => rowOf.get(label.text)!) };
    // Of languages that nobody has labels in there is no end.
    if (own.length > 0) selected.set(key, selection);
    return selection;
  };
  const index = DenseIndex.ofBytes(vectors, reader.dimensions);
  return {
    vectors: rowOf.size,
    complete: labels.length === all.length,
    async likenesses(vector, selection) {
      // Others have a turn between one text and the next, of which there are hundreds when texts are read.
      await setImmediate();
      const { labels: own, rows } = select(selection);
      return { labels: own, cosines: index.scoreOf(centre ? apart(vector, centre) : vector, rows) };
    },
  };
}

/** The stored bytes as they are compared: moved so that their mean is 0 where the reader has not spread them. */
function readFor({ texts, values, dimensions }: LabelVectors, { refined }: TitleReader) {
  const rowOf = new Map(texts.map((text, row) => [text, row]));
  if (refined || texts.length < 2) return { vectors: values, rowOf, centre: undefined };
  const unit = new Float32Array(dimensions);
  const readUnit = (row: number): Float32Array => {
    let squares = 0;
    for (let i = 0; i < dimensions; i += 1) squares += values[row * dimensions + i]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let i = 0; i < dimensions; i += 1) unit[i] = values[row * dimensions + i]! / length;
    return unit;
  };
  const centre = new Float32Array(dimensions);
  for (let row = 0; row < texts.length; row += 1) {
    const vector = readUnit(row);
    for (let i = 0; i < dimensions; i += 1) centre[i]! += vector[i]! / texts.length;
  }
  const vectors = new Int8Array(values.length);
  for (let row = 0; row < texts.length; row += 1)
    vectors.set(quantise(apart(readUnit(row), centre)), row * dimensions);
  return { vectors, rowOf, centre };
}

function apart(vector: Float32Array, centre: Float32Array): Float32Array {
  const own = new Float32Array(vector.length);
  for (let i = 0; i < own.length; i += 1) own[i] = vector[i]! - centre[i]!;
  return own;
}
