import { Migration } from '@mikro-orm/migrations';

/** To whom a talent's identity is shown. */
export class Disclosures extends Migration {
  override readonly name = '20261122-disclosures';

  override up(): void {
    // It stands on the consent under which it was made, and falls with it: a later consent does not bring it back.
    this.addSql(`CREATE TABLE identity_disclosures (
      id uuid PRIMARY KEY,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisations,
      consent_id uuid NOT NULL REFERENCES consents,
      disclosed_at timestamptz NOT NULL,
      disclosed_by text NOT NULL,
      withdrawn_at timestamptz CHECK (withdrawn_at >= disclosed_at),
      withdrawn_by text,
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    )`);
    this.addSql(
      `CREATE UNIQUE INDEX identity_disclosures_one_stands
         ON identity_disclosures (talent_id, organisation_id, consent_id) WHERE withdrawn_at IS NULL`,
    );
  }
}
