import { Migration } from '@mikro-orm/migrations';

/**
 * The parts of Swedish compounds beside the words of a text, in the one column that is searched, and among what roles
 * ask for. The background job writes them, since it takes the vocabulary to find them.
 */
export class CompoundParts extends Migration {
  override readonly name = '20261123-compound-parts';

  override up(): void {
    // Parts have no place in the text: by that ts_filter tells them from its words.
    const searched = (configuration: string) =>
      `to_tsvector('pg_catalog.${configuration}'::regconfig, text)
        || strip(to_tsvector('pg_catalog.${configuration}'::regconfig, parts))`;
    this.addSql(`ALTER TABLE documents DROP COLUMN search, ADD COLUMN parts text NOT NULL DEFAULT ''`);
    this.addSql(`ALTER TABLE documents ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
      CASE language
        WHEN 'sv' THEN ${searched('swedish')}
        WHEN 'fr' THEN ${searched('french')}
        ELSE ${searched('english')}
      END) STORED`);
    this.addSql(`CREATE INDEX documents_search ON documents USING gin (search)`);

    this.addSql(`ALTER TABLE search_terms ADD COLUMN part boolean NOT NULL DEFAULT false`);
    // Words are in more CVs than when their rarity was measured.
    this.addSql(`UPDATE search_terms SET among = NULL`);
  }
}
