import { Migration } from '@mikro-orm/migrations';

/**
 * What evidence is made of: requirements cut from roles, passages as small vectors seen from the centre of their
 * language, and the concepts that texts name. Every text is read anew by the background job after it.
 */
export class Evidence extends Migration {
  override readonly name = '20261122-evidence';

  override up(): void {
    // What a role says in short, besides its description: requirements and search words are made of both.
    this.addSql(`ALTER TABLE documents ADD COLUMN brief jsonb`);
    this.addSql(`UPDATE documents SET brief = jsonb_build_object(
        'title', roles.title, 'mustHave', roles.must_have, 'niceToHave', roles.nice_to_have)
      FROM roles WHERE roles.id = documents.id`);
    this.addSql(
      `ALTER TABLE documents ADD CONSTRAINT documents_brief CHECK ((kind = 'JOB') = (brief IS NOT NULL))`,
    );

    // How the model's vectors were made; they are made anew when the program's way of reading changes.
    this.addSql(`ALTER TABLE embedding_models ADD COLUMN reading text NOT NULL DEFAULT ''`);
    this.addSql(`ALTER TABLE embedding_models ALTER COLUMN reading DROP DEFAULT`);

    this.addSql(`DROP TABLE similarity_scales`);
    this.addSql(`CREATE TABLE similarity_scales (
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      comparison text NOT NULL CHECK (comparison IN ('DOCUMENTS', 'EVIDENCE')),
      mean real NOT NULL,
      deviation real NOT NULL CHECK (deviation > 0),
      PRIMARY KEY (model_id, comparison)
    )`);
    this.addSql(`CREATE TABLE usual_vectors (
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      centre_of text NOT NULL CHECK (centre_of IN ('CV', 'JOB', 'REQUIREMENT')),
      language text NOT NULL CHECK (language IN ('en', 'sv', 'fr')),
      vector vector NOT NULL,
      PRIMARY KEY (model_id, centre_of, language)
    )`);

    this.addSql(`DELETE FROM document_vectors`);
    this.addSql(`ALTER TABLE document_vectors
      ADD COLUMN repeated real NOT NULL CHECK (repeated BETWEEN 0 AND 1),
      ADD COLUMN other_script real NOT NULL CHECK (other_script BETWEEN 0 AND 1)`);

    // A byte a dimension, then the prints by which copies are known: read by the program, never by the database.
    this.addSql(`DELETE FROM passages`);
    this.addSql(
      `ALTER TABLE passages DROP COLUMN vector, ADD COLUMN vector bytea NOT NULL, ADD COLUMN prints bytea NOT NULL`,
    );

    this.addSql(`CREATE TABLE requirements (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      model_id text NOT NULL REFERENCES embedding_models ON DELETE CASCADE,
      ordinal integer NOT NULL,
      kind text NOT NULL CHECK (kind IN ('MUST', 'NICE', 'TASK')),
      source text NOT NULL CHECK (source IN ('TITLE', 'MUST_HAVE', 'NICE_TO_HAVE', 'DESCRIPTION')),
      item integer CHECK ((item IS NOT NULL) = (source IN ('MUST_HAVE', 'NICE_TO_HAVE'))),
      "start" integer NOT NULL CHECK ("start" >= 0),
      "end" integer NOT NULL CHECK ("end" > "start"),
      text text NOT NULL,
      hash text NOT NULL,
      vector bytea NOT NULL,
      PRIMARY KEY (document_id, model_id, ordinal)
    )`);

    // Which concepts a text names, and where; the title and the items of a role's lists are texts of their own.
    this.addSql(`CREATE TABLE document_concepts (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      ordinal integer NOT NULL,
      source text NOT NULL CHECK (source IN ('TEXT', 'TITLE', 'MUST_HAVE', 'NICE_TO_HAVE')),
      item integer CHECK ((item IS NOT NULL) = (source IN ('MUST_HAVE', 'NICE_TO_HAVE'))),
      concept_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('GROUP', 'OCCUPATION', 'SKILL')),
      "start" integer NOT NULL CHECK ("start" >= 0),
      "end" integer NOT NULL CHECK ("end" > "start"),
      how text NOT NULL CHECK (how IN ('EXACT', 'INFLECTED', 'COMPOUND', 'SPELLING', 'MEANING')),
      confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      PRIMARY KEY (document_id, ordinal)
    )`);

    // By what text and linker the links of a document were made, and what it can be found by: see concept-keys.ts.
    this.addSql(`CREATE TABLE linked_documents (
      document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('CV', 'JOB')),
      hash text NOT NULL,
      linker_id text NOT NULL,
      keys bigint[] NOT NULL
    )`);
    this.addSql(`CREATE INDEX linked_documents_keys ON linked_documents USING gin (keys) WHERE kind = 'CV'`);
    this.addSql(`CREATE TABLE sought_concepts (
      document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
      key bigint NOT NULL,
      weight real NOT NULL CHECK (weight > 0),
      rarity real CHECK (rarity >= 0),
      among integer,
      PRIMARY KEY (document_id, key)
    )`);
    this.addSql(`CREATE INDEX sought_concepts_by_key ON sought_concepts (key)`);
  }
}
