import { Migration } from '@mikro-orm/migrations';

/**
 * What rankings see of a document becomes one value beside its vector: once more the vector, and the passages, which
 * were a table. Both are stored out of line, so that the table into which every step of a search by vector looks is a
 * tenth of its size, and a ranking fetches all that it compares of a CV at once.
 */
export class SeenDocuments extends Migration {
  override readonly name = '20261127-seen-documents';

  override up(): void {
    this.addSql(`CREATE TABLE packed (
      document_id uuid NOT NULL CONSTRAINT document_vectors_document_id_fkey REFERENCES documents ON DELETE CASCADE,
      model_id text NOT NULL CONSTRAINT document_vectors_model_id_fkey REFERENCES embedding_models ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT document_vectors_kind_check CHECK (kind IN ('CV', 'JOB')),
      hash text NOT NULL,
      vector vector NOT NULL,
      repeated real NOT NULL CONSTRAINT document_vectors_repeated_check CHECK (repeated BETWEEN 0 AND 1),
      other_script real NOT NULL CONSTRAINT document_vectors_other_script_check CHECK (other_script BETWEEN 0 AND 1),
      seen text NOT NULL,
      PRIMARY KEY (document_id, model_id)
    ) WITH (toast_tuple_target = 128)`);
    // Vectors cannot be made smaller; and uncompressed, the first passages are read without the others.
    this.addSql(`ALTER TABLE packed ALTER COLUMN seen SET STORAGE EXTERNAL`);
    // pgvector sends four bytes of its own before the parts, each with the highest byte first; `encode` breaks lines.
    this.addSql(`INSERT INTO packed (document_id, model_id, kind, hash, vector, repeated, other_script, seen)
      SELECT document_id, model_id, kind, hash, vector, repeated, other_script, translate(encode(
        substring(vector_send(vector) FROM 5) || coalesce((
          SELECT string_agg(
            int4send("start") || int4send("end") || prints || decode(passages.hash, 'hex') || passages.vector,
            ''::bytea ORDER BY ordinal)
          FROM passages WHERE passages.document_id = made.document_id AND passages.model_id = made.model_id), ''),
        'base64'), E'\\n', '')
      FROM document_vectors AS made`);
    this.addSql(`DROP TABLE passages`);
    this.addSql(`DROP TABLE document_vectors`);
    this.addSql(`ALTER TABLE packed RENAME TO document_vectors`);
    this.addSql(`ALTER INDEX packed_pkey RENAME TO document_vectors_pkey`);
  }
}
