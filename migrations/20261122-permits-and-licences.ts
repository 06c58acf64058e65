import { Migration } from '@mikro-orm/migrations';

/** Permit rules as data, with validity dates; licences for regulated professions. */
export class PermitsAndLicences extends Migration {
  override readonly name = '20261122-permits-and-licences';

  override up(): void {
    this.addSql(`CREATE TABLE permit_rules (
      id uuid PRIMARY KEY,
      territory text NOT NULL,
      permit text NOT NULL,
      citizenship text CHECK (citizenship IN ('EU_EEA_SWISS', 'THIRD_COUNTRY')),
      engagements text[] NOT NULL,
      only_occupations text[] NOT NULL,
      exempt_occupations text[] NOT NULL,
      salary_floor numeric(12, 2) CHECK (salary_floor > 0),
      currency text,
      period text CHECK (period IN ('HOUR', 'MONTH', 'YEAR')),
      weekly_hours numeric(3, 1) NOT NULL CHECK (weekly_hours > 0),
      processing_days integer CHECK (processing_days >= 0),
      valid_from date NOT NULL,
      valid_to date CHECK (valid_to >= valid_from),
      source text NOT NULL,
      consulted_on date NOT NULL,
      note text,
      version integer NOT NULL DEFAULT 1,
      CHECK ((salary_floor IS NULL) = (currency IS NULL) AND (salary_floor IS NULL) = (period IS NULL))
    )`);
    // One row a rule and first day; that periods do not overlap is checked under a lock when a rule is written.
    this.addSql(`CREATE UNIQUE INDEX permit_rules_begin
      ON permit_rules (territory, lower(permit), coalesce(citizenship, ''), valid_from)`);

    // The work by its ISCO-08 unit group: permit rules name occupations.
    this.addSql(`ALTER TABLE roles ADD COLUMN occupation text CHECK (occupation ~ '^[0-9]{4}$')`);

    // Licences as sets, so that 'states one for it there' is one overlap. A licence of a country covers its regions
    // (SE covers SE-AC) and a country that is asked for is content with a region of it (CA with CA-QC): a region
    // stands for its country as CA-*. ISCO@SE and CONCEPT@SE say in which system a profession is named there, since
    // one cannot be compared with the other. What ends on a day is looked up in the list itself.
    this.addSql(`CREATE FUNCTION licences_stated(licences jsonb) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
      SELECT coalesce(array_agg(DISTINCT named.what || '@' || place), '{}')
      FROM jsonb_to_recordset(licences)
          AS licence (profession text, country text, status text, "validUntil" text),
        LATERAL (
          SELECT CASE WHEN profession ~ '^[0-9]{4}$' THEN 'ISCO' ELSE 'CONCEPT' END AS what
          UNION ALL SELECT profession WHERE status = 'APPLIED' OR "validUntil" IS NULL
        ) AS named,
        unnest(CASE WHEN length(country) = 2 THEN ARRAY[country] ELSE ARRAY[country, left(country, 2) || '-*'] END) AS place
    $$`);
    this
      .addSql(`CREATE FUNCTION licence_asked(profession text, territory text) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
      SELECT coalesce(array_agg(what || '@' || place), '{}')
      FROM unnest(ARRAY[profession, CASE WHEN profession ~ '^[0-9]{4}$' THEN 'CONCEPT' ELSE 'ISCO' END]) AS what,
        unnest(ARRAY[territory, CASE WHEN length(territory) = 2 THEN territory || '-*' ELSE left(territory, 2) END]) AS place
      WHERE profession IS NOT NULL
    $$`);
    this.addSql(`ALTER TABLE talents
      ADD COLUMN licences jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN licences_stated text[] NOT NULL GENERATED ALWAYS AS (licences_stated(licences)) STORED`);
    this.addSql(`ALTER TABLE roles
      ADD COLUMN licence_profession text,
      ADD COLUMN licence_territory text,
      ADD COLUMN licence_needed text CHECK (licence_needed IN ('HELD', 'OBTAINABLE')),
      ADD COLUMN licence_asked text[] NOT NULL
        GENERATED ALWAYS AS (licence_asked(licence_profession, licence_territory)) STORED,
      ADD CHECK ((licence_needed IS NULL) = (licence_profession IS NULL)
        AND (licence_needed IS NULL) = (licence_territory IS NULL))`);
  }
}
