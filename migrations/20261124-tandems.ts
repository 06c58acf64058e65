import { Migration } from '@mikro-orm/migrations';

/** Couples who are searched for together, and the consent that it takes. */
export class Tandems extends Migration {
  override readonly name = '20261124-tandems';

  override up(): void {
    this.addSql(`ALTER TABLE consents DROP CONSTRAINT consents_purpose_check,
      ADD CONSTRAINT consents_purpose_check CHECK (purpose IN ('MATCHING', 'TANDEM'))`);

    this.addSql(`CREATE TABLE tandems (
      id uuid PRIMARY KEY,
      state text NOT NULL CHECK (state IN ('PROPOSED', 'STANDING', 'DECLINED', 'WITHDRAWN', 'ENDED')),
      code_digest text UNIQUE,
      expires_at timestamptz NOT NULL,
      avoid_same_slot boolean NOT NULL,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (id, state),
      CHECK ((state = 'PROPOSED') = (code_digest IS NOT NULL))
    )`);
    // The state stands again beside each partner, carried by the foreign key: an index over one table can only then
    // see to it that nobody is in two.
    this.addSql(`CREATE TABLE tandem_partners (
      id uuid PRIMARY KEY,
      tandem_id uuid NOT NULL,
      state text NOT NULL,
      seat smallint NOT NULL CHECK (seat IN (1, 2)),
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      disclosed_at timestamptz,
      sector text,
      occupation text,
      FOREIGN KEY (tandem_id, state) REFERENCES tandems (id, state) ON UPDATE CASCADE,
      UNIQUE (tandem_id, seat),
      UNIQUE (tandem_id, talent_id),
      CHECK ((disclosed_at IS NULL) = (sector IS NULL)),
      CHECK (occupation IS NULL OR sector IS NOT NULL)
    )`);
    this.addSql(
      `CREATE UNIQUE INDEX tandem_partners_one_stands ON tandem_partners (talent_id) WHERE state = 'STANDING'`,
    );
    this.addSql(
      `CREATE UNIQUE INDEX tandem_partners_one_invitation ON tandem_partners (talent_id) WHERE state = 'PROPOSED'`,
    );
    this.addSql(`CREATE INDEX tandem_partners_of_talent ON tandem_partners (talent_id)`);
  }
}
