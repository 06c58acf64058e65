import type { Concept } from '../concept.ts';
import { keyOf, type Rows } from './rows.ts';
import { BRIDGE } from './weights.ts';

/**
 * Leads from a query to titles through occupations: a title that is one of the labels of an occupation is as good as
 * the best of its other labels, in whatever language, and a little better where several of them fit.
 */
export class ConceptBridge {
  /** Rows of each concept's labels, one after the other; `#offsets` says where each begins. */
  readonly #labels: Uint32Array;
  readonly #offsets: Uint32Array;
  /** Rows that are titles to be found; behind them are those that are labels only. */
  readonly #titles: number;
  /** Of each title that is a label: its concepts. */
  readonly #conceptsOf = new Map<number, number[]>();

  /** Adds the labels of the occupations to `rows`, behind the titles that are there. */
  constructor(vocabulary: Iterable<Concept>, rows: Rows) {
    this.#titles = rows.forms.length;
    const labels: number[] = [];
    const offsets = [0];
    const conceptsOfForm = new Map<string, Set<number>>();
    for (const { kind, labels: own } of vocabulary) {
      if (kind !== 'OCCUPATION') continue;
      const concept = offsets.length - 1;
      const ownRows = new Set(own.map(({ text }) => rows.add(text)));
      for (const row of ownRows)
        for (const form of rows.forms[row]!.forms) {
          const key = keyOf(form);
          conceptsOfForm.set(key, (conceptsOfForm.get(key) ?? new Set()).add(concept));
        }
      labels.push(...ownRows);
      offsets.push(labels.length);
    }
    this.#labels = Uint32Array.from(labels);
    this.#offsets = Uint32Array.from(offsets);
    rows.forms.slice(0, this.#titles).forEach(({ forms }, row) => {
      const concepts = new Set(forms.flatMap((form) => [...(conceptsOfForm.get(keyOf(form)) ?? [])]));
      if (concepts.size > 0) this.#conceptsOf.set(row, [...concepts]);
    });
  }

  /** For each row that is a title of the vocabulary, the score of the best of its concepts. */
  *scores(rowScores: Float32Array): Generator<[row: number, score: number]> {
    const concepts = this.#conceptScores(rowScores);
    const off = BRIDGE.strangeness * (1 - this.#conceptsOf.size / this.#titles);
    for (const [row, own] of this.#conceptsOf)
      yield [row, own.reduce((best, concept) => Math.max(best, concepts[concept]!), -Infinity) - off];
  }

  /**
   * The smooth maximum over a concept's labels, less for concepts with many labels, of which some is always near.
   * The plain maximum and the mean measured worse: see `BRIDGE`.
   */
  #conceptScores(rowScores: Float32Array): Float32Array {
    const concepts = new Float32Array(this.#offsets.length - 1);
    for (let concept = 0; concept < concepts.length; concept += 1) {
      const [from, to] = [this.#offsets[concept]!, this.#offsets[concept + 1]!];
      let sum = 0;
      for (let at = from; at < to; at += 1)
        sum += Math.exp(rowScores[this.#labels[at]!]! / BRIDGE.temperature);
      concepts[concept] = BRIDGE.temperature * Math.log(sum / Math.sqrt(to - from));
    }
    return concepts;
  }
}
