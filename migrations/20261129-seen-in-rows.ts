import { Migration } from '@mikro-orm/migrations';

/**
 * What was read of a document's passages stands in its row, no longer out of line, where a ranking read for each of its
 * candidates two pieces through an index of their own. A row that a page cannot hold still is stored out of line.
 */
export class SeenInRows extends Migration {
  override readonly name = '20261129-seen-in-rows';

  override up(): void {
    // The indexes by meaning are built anew once everything is read; to write rows anew under them takes longer.
    this.addSql(`DO $$ DECLARE own text; BEGIN
      FOR own IN SELECT indexname FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'document_vectors' AND indexdef LIKE '% USING hnsw %'
      LOOP EXECUTE format('DROP INDEX %I', own); END LOOP;
    END $$`);
    this.addSql(`ALTER TABLE document_vectors ALTER COLUMN seen SET STORAGE MAIN`);
    // Emptied and filled, since an UPDATE leaves the earlier rows where they are; joined to nothing, the text is made
    // anew and stored by the new rule.
    this.addSql(`CREATE TEMPORARY TABLE earlier ON COMMIT DROP AS SELECT * FROM document_vectors`);
    this.addSql(`TRUNCATE document_vectors`);
    this
      .addSql(`INSERT INTO document_vectors (document_id, model_id, kind, hash, vector, repeated, other_script,
        pooled, seen, hashes, written_in)
      SELECT document_id, model_id, kind, hash, vector, repeated, other_script, pooled, seen || '', hashes, written_in
      FROM earlier`);
  }
}
