import { Migration } from '@mikro-orm/migrations';

/** Offers to talents and what becomes of them, up to a year after arrival. */
export class Placements extends Migration {
  override readonly name = '20261124-placements';

  override up(): void {
    // Where an offer came from is kept as bare identifiers: those rooms are above this one, or beside it.
    this.addSql(`CREATE TABLE offers (
      id uuid PRIMARY KEY,
      role_id uuid NOT NULL REFERENCES roles,
      employer_id uuid NOT NULL REFERENCES organisations,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      occasion_id uuid,
      campaign_id uuid,
      shortlist_entry_id uuid,
      tandem_id uuid,
      salary_amount numeric(12, 2) CHECK (salary_amount > 0),
      salary_currency text,
      salary_period text CHECK (salary_period IN ('HOUR', 'MONTH', 'YEAR')),
      starts_on date,
      answer_by timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'ENDED')),
      made_at timestamptz NOT NULL,
      settled_at timestamptz,
      reason text,
      ended_on date,
      end_reason text,
      version integer NOT NULL DEFAULT 1,
      CHECK ((salary_amount IS NULL) = (salary_currency IS NULL) AND (salary_amount IS NULL) = (salary_period IS NULL)),
      CHECK ((state = 'OFFERED') = (settled_at IS NULL)),
      CHECK ((state = 'ENDED') = (ended_on IS NOT NULL) AND (state = 'ENDED') = (end_reason IS NOT NULL))
    )`);
    this.addSql(
      `CREATE UNIQUE INDEX offers_one_stands ON offers (role_id, talent_id) WHERE state IN ('OFFERED', 'ACCEPTED')`,
    );
    this.addSql(`CREATE INDEX offers_of_role ON offers (role_id, state)`);
    this.addSql(`CREATE INDEX offers_of_talent ON offers (talent_id, made_at, id)`);
    this.addSql(`CREATE INDEX offers_of_employer ON offers (employer_id, made_at, id)`);
    this.addSql(`CREATE INDEX offers_of_occasion ON offers (occasion_id) WHERE occasion_id IS NOT NULL`);

    this.addSql(`CREATE TABLE placement_milestones (
      id uuid PRIMARY KEY,
      offer_id uuid NOT NULL REFERENCES offers ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('OFFER', 'ACCEPTED', 'PERMIT', 'ARRIVAL', 'THREE_MONTHS', 'ONE_YEAR')),
      on_date date CHECK (on_date IS NOT NULL OR kind IN ('PERMIT', 'ARRIVAL')),
      recorded_at timestamptz NOT NULL,
      UNIQUE (offer_id, kind)
    )`);
  }
}
