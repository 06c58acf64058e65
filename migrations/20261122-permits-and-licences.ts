import { Migration } from '@mikro-orm/migrations';

/** Permit rules as data, with validity dates. */
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
  }
}
