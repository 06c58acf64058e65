import { Migration } from '@mikro-orm/migrations';

/** Occupations, skills and groups of occupations, with what each source says of them, and their labels. */
export class Vocabulary extends Migration {
  override readonly name = '20261122-vocabulary';

  override up(): void {
    // What is loaded. The digest changes with every change of what the source says here.
    this.addSql(`CREATE TABLE vocabulary_sources (
      source text PRIMARY KEY CHECK (source IN ('starter', 'esco')),
      digest text NOT NULL,
      attribution text NOT NULL,
      changed_at timestamptz NOT NULL
    )`);

    // A concept is there as long as a source describes it.
    this.addSql(`CREATE TABLE concepts (
      id text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('GROUP', 'OCCUPATION', 'SKILL'))
    )`);
    this.addSql(`CREATE TABLE concept_descriptions (
      concept_id text NOT NULL REFERENCES concepts ON DELETE CASCADE,
      source text NOT NULL REFERENCES vocabulary_sources,
      isco text CHECK (isco ~ '^[0-9]{1,4}$'),
      skill_kind text CHECK (skill_kind IN ('SKILL', 'KNOWLEDGE', 'TOOL', 'LANGUAGE')),
      regulated_in text[] NOT NULL,
      broader text[] NOT NULL,
      essential_skills text[] NOT NULL,
      optional_skills text[] NOT NULL,
      PRIMARY KEY (concept_id, source)
    )`);
    this.addSql(`CREATE TABLE concept_labels (
      concept_id text NOT NULL,
      source text NOT NULL,
      language text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
      text text NOT NULL,
      preferred boolean NOT NULL,
      PRIMARY KEY (concept_id, source, language, text),
      FOREIGN KEY (concept_id, source) REFERENCES concept_descriptions ON DELETE CASCADE
    )`);

    // By the text itself: a text that several concepts, sources or languages share is embedded once.
    this.addSql(`CREATE TABLE label_vectors (
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      text text NOT NULL,
      vector bytea NOT NULL,
      PRIMARY KEY (model_id, text)
    )`);
  }
}
