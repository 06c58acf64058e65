import { Migration } from '@mikro-orm/migrations';

/** By what a label's vector was made, so that labels are read anew when titles are read in another way. */
export class LabelVectors extends Migration {
  override readonly name = '20261123-label-vectors';

  override up(): void {
    this.addSql(`DELETE FROM label_vectors`);
    this.addSql(`ALTER TABLE label_vectors ADD COLUMN reading text NOT NULL`);
  }
}
