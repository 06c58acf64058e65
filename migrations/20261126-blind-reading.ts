import { Migration } from '@mikro-orm/migrations';

/**
 * CVs as they were written leave the table that rankings read, which gets what is left of them when all that tells
 * who somebody is is hidden.
 */
export class BlindReading extends Migration {
  override readonly name = '20261126-blind-reading';

  override up(): void {
    this.addSql(`DROP TABLE blind_cvs`);
    this.addSql(`CREATE TABLE cvs (
      talent_id uuid PRIMARY KEY REFERENCES talents ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      text text NOT NULL,
      hidden integer[] NOT NULL,
      rules integer NOT NULL
    )`);
    this.addSql(`CREATE INDEX cvs_by_rules ON cvs (rules)`);
    // By rules 0 all of a CV is hidden, until the background job has been there.
    this.addSql(`INSERT INTO cvs (talent_id, text, hidden, rules)
      SELECT talents.id, documents.text, ARRAY[0, 2147483647], 0 FROM talents JOIN documents ON documents.id = talents.id`);
    // Offsets found in the whole text count no more.
    this.addSql(`UPDATE documents SET hash = '' WHERE kind = 'CV'`);
  }
}
