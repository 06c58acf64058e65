import { Migration } from '@mikro-orm/migrations';

/**
 * The program holds the pooled vectors of those whom it ranks in its memory: of each it is known which transaction
 * wrote it, and it is in bytes in a column of its own. By what passages are known when a text is read anew is a
 * value of its own, so that rankings do not read it.
 */
export class HeldVectors extends Migration {
  override readonly name = '20261128-held-vectors';

  override up(): void {
    // The indexes by meaning are built anew once everything is read; to write rows anew under them takes longer.
    this.addSql(`DO $$ DECLARE own text; BEGIN
      FOR own IN SELECT indexname FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'document_vectors' AND indexdef LIKE '% USING hnsw %'
      LOOP EXECUTE format('DROP INDEX %I', own); END LOOP;
    END $$`);
    // Emptied and filled, since an UPDATE leaves the earlier rows where they are.
    this.addSql(`CREATE TEMPORARY TABLE earlier ON COMMIT DROP AS
      SELECT *, decode(seen, 'base64') AS packed, 4 * vector_dims(vector) AS head, 104 + vector_dims(vector) AS each
      FROM document_vectors`);
    this.addSql(`TRUNCATE document_vectors`);
    this.addSql(
      `ALTER TABLE document_vectors ADD COLUMN pooled text NOT NULL, ADD COLUMN hashes text NOT NULL`,
    );
    this.addSql(`ALTER TABLE document_vectors
      ADD COLUMN written_in xid8 NOT NULL DEFAULT pg_current_xact_id()`);
    // What every look-up reads stands in the row itself, however small rows shall be.
    for (const column of ['hash', 'model_id', 'pooled'])
      this.addSql(`ALTER TABLE document_vectors ALTER COLUMN ${column} SET STORAGE MAIN`);
    this.addSql(`ALTER TABLE documents ALTER COLUMN hash SET STORAGE MAIN`);
    this.addSql(`ALTER TABLE documents ALTER COLUMN hash TYPE text USING hash || ''`);
    this.addSql(`CREATE INDEX document_vectors_written_in ON document_vectors (written_in)`);
    // A passage was 8 bytes of offsets, 64 of prints, 32 of hash, and its vector; `encode` breaks lines.
    this.addSql(`INSERT INTO document_vectors
        (document_id, model_id, kind, hash, vector, repeated, other_script, pooled, seen, hashes)
      SELECT document_id, model_id, kind, hash, vector, repeated, other_script,
        translate(encode(pooled, 'base64'), E'\\n', ''),
        translate(encode(coalesce(passages, ''), 'base64'), E'\\n', ''),
        translate(encode(coalesce(hashes, ''), 'base64'), E'\\n', '')
      FROM earlier, LATERAL (
        SELECT string_agg(set_byte('\\x00'::bytea, 0, (coalesce(round(127 * part / nullif(largest, 0)), 0)::integer + 256) % 256),
          ''::bytea ORDER BY place) AS pooled
        FROM unnest(vector::real[]) WITH ORDINALITY AS parts (part, place),
          (SELECT max(abs(part)) AS largest FROM unnest(vector::real[]) AS part) AS most
      ) AS whole, LATERAL (
        SELECT
          string_agg(substring(packed FROM at FOR 72) || substring(packed FROM at + 104 FOR each - 104),
            ''::bytea ORDER BY at) AS passages,
          string_agg(substring(packed FROM at + 72 FOR 32), ''::bytea ORDER BY at) AS hashes
        FROM generate_series(head + 1, length(packed) - each + 1, each) AS at
      ) AS parts`);
  }
}
