import { Migration } from '@mikro-orm/migrations';

/** What reports read by: offers by what they came of, and roles by their place. */
export class ReportIndexes extends Migration {
  override readonly name = '20261124-report-indexes';

  override up(): void {
    this.addSql(`CREATE INDEX offers_of_campaign ON offers (campaign_id) WHERE campaign_id IS NOT NULL`);
    this.addSql(
      `CREATE INDEX offers_of_entry ON offers (shortlist_entry_id) WHERE shortlist_entry_id IS NOT NULL`,
    );
    this.addSql(`CREATE INDEX roles_by_place ON roles (country, region)`);
  }
}
