import { Migration } from '@mikro-orm/migrations';

/** CVs as employers see them, kept since hiding takes milliseconds a text and a ranking quotes fifty of them. */
export class BlindCvs extends Migration {
  override readonly name = '20261122-blind-cvs';

  override up(): void {
    this.addSql(`CREATE TABLE blind_cvs (
      talent_id uuid PRIMARY KEY REFERENCES talents ON DELETE CASCADE,
      key text NOT NULL,
      text text NOT NULL
    )`);
  }
}
