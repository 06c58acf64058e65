import { Migration } from '@mikro-orm/migrations';

/** Who would like to meet whom at an online event, and the rules of asking. */
export class Events extends Migration {
  override readonly name = '20261124-events';

  override up(): void {
    this.addSql(`CREATE TABLE event_rules (
      id uuid PRIMARY KEY REFERENCES occasions,
      answer_hours integer NOT NULL CHECK (answer_hours > 0),
      talent_asks integer NOT NULL CHECK (talent_asks >= 0),
      employer_asks integer NOT NULL CHECK (employer_asks >= 0),
      suggestions integer NOT NULL CHECK (suggestions >= 0),
      version integer NOT NULL DEFAULT 1
    )`);
    this.addSql(`CREATE TABLE interests (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisations,
      role_id uuid REFERENCES roles,
      asked_by text NOT NULL CHECK (asked_by IN ('TALENT', 'EMPLOYER', 'HOST')),
      asked_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      state text NOT NULL
        CHECK (state IN ('ASKED', 'ACCEPTED', 'PROMISED', 'DECLINED', 'EXPIRED', 'TAKEN_BACK')),
      declined_by text CHECK (declined_by IN ('TALENT', 'EMPLOYER', 'HOST')),
      version integer NOT NULL DEFAULT 1,
      UNIQUE (occasion_id, talent_id, organisation_id),
      CHECK ((state = 'DECLINED') = (declined_by IS NOT NULL))
    )`);
    this.addSql(`CREATE INDEX interests_in_turn ON interests (occasion_id, asked_at, id)`);
    this.addSql(`CREATE INDEX interests_of_organisation ON interests (occasion_id, organisation_id)`);
    this.addSql(`CREATE INDEX interests_of_talent ON interests (talent_id)`);
    this.addSql(`CREATE INDEX interests_due ON interests (occasion_id, expires_at) WHERE state = 'ASKED'`);
  }
}
