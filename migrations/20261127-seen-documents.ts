import { Migration } from '@mikro-orm/migrations';

/**
 * What rankings see of a document becomes one value beside its vector: once more the vector, and the passages, which
 * were a table. Both are stored out of line, so that the table into which every step of a search by vector looks is a
 * tenth of its size, and a ranking fetches all that it compares of a CV at once.
 */
export class SeenDocuments extends Migration {
  override readonly name = '20261127-seen-documents';

  override up(): void {
    // The indexes by meaning are built anew once everything is read; to write rows anew under them takes longer.
    this.addSql(`DO $$ DECLARE own text; BEGIN
      FOR own IN SELECT indexname FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'document_vectors' AND indexdef LIKE '% USING hnsw %'
      LOOP EXECUTE format('DROP INDEX %I', own); END LOOP;
    END $$`);
    // Emptied and filled, since an UPDATE leaves the earlier rows where they are.
    this.addSql(`CREATE TEMPORARY TABLE earlier ON COMMIT DROP AS SELECT * FROM document_vectors`);
    this.addSql(`TRUNCATE document_vectors`);
    this.addSql(`ALTER TABLE document_vectors ADD COLUMN seen text NOT NULL`);
    // Vectors cannot be made smaller; and uncompressed, the first passages are read without the others.
    this.addSql(`ALTER TABLE document_vectors ALTER COLUMN seen SET STORAGE EXTERNAL`);
    this.addSql(`ALTER TABLE document_vectors SET (toast_tuple_target = 128)`);
    // pgvector sends four bytes of its own before the parts, each with the highest byte first; `encode` breaks lines.
    this.addSql(`INSERT INTO document_vectors
        (document_id, model_id, kind, hash, vector, repeated, other_script, seen)
      SELECT document_id, model_id, kind, hash, vector, repeated, other_script, translate(encode(
        substring(vector_send(vector) FROM 5) || coalesce((
          SELECT string_agg(
            int4send("start") || int4send("end") || prints || decode(passages.hash, 'hex') || passages.vector,
            ''::bytea ORDER BY ordinal)
          FROM passages WHERE passages.document_id = made.document_id AND passages.model_id = made.model_id), ''),
        'base64'), E'\\n', '')
      FROM earlier AS made`);
    this.addSql(`DROP TABLE passages`);
  }
}
