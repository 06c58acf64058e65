import { Migration } from '@mikro-orm/migrations';

/** What a mission has beside its occasion: legs, partners' activities, funders, proposals and pre-screening. */
export class Delegations extends Migration {
  override readonly name = '20261124-delegations';

  override up(): void {
    this.addSql(`CREATE TABLE missions (
      id uuid PRIMARY KEY REFERENCES occasions,
      sectors text[] NOT NULL
    )`);

    this.addSql(`CREATE TABLE mission_legs (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      place integer NOT NULL CHECK (place >= 0),
      country text NOT NULL,
      city text NOT NULL,
      venue text,
      zone text NOT NULL,
      days date[] NOT NULL CHECK (cardinality(days) > 0),
      from_time text NOT NULL,
      to_time text NOT NULL,
      lunch_from text,
      lunch_to text,
      minutes integer NOT NULL CHECK (minutes > 0),
      pause integer NOT NULL CHECK (pause >= 0),
      rooms integer NOT NULL CHECK (rooms > 0),
      CHECK ((lunch_from IS NULL) = (lunch_to IS NULL))
    )`);
    this.addSql(`CREATE INDEX mission_legs_of ON mission_legs (occasion_id, place)`);

    this.addSql(`CREATE TABLE mission_activities (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      activity text NOT NULL CHECK (activity IN (
        'FINANCING', 'RECRUITMENT_SUPPORT', 'PARTICIPATION_FEES', 'PROMOTION_ABROAD', 'WORK_PERMITS',
        'ARRIVAL_SERVICES', 'STUDENT_SERVICES')),
      organisation_id uuid NOT NULL REFERENCES organisations,
      taken_at timestamptz NOT NULL,
      taken_by text NOT NULL,
      UNIQUE (occasion_id, activity, organisation_id)
    )`);

    this.addSql(`CREATE TABLE mission_funders (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      name text NOT NULL,
      organisation_id uuid REFERENCES organisations,
      amount numeric(14, 2) NOT NULL CHECK (amount >= 0),
      currency text NOT NULL
    )`);
    this.addSql(`CREATE INDEX mission_funders_of ON mission_funders (occasion_id)`);

    // A talent is asked once for a mission, whatever the number of roles that they would fit.
    this.addSql(`CREATE TABLE mission_proposals (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      role_id uuid NOT NULL REFERENCES roles,
      state text NOT NULL CHECK (state IN ('PROPOSED', 'ASKED', 'ACCEPTED', 'REFUSED', 'DISMISSED', 'LAPSED')),
      model_id text NOT NULL,
      score double precision NOT NULL,
      proposed_at timestamptz NOT NULL,
      proposed_by text NOT NULL,
      asked_at timestamptz,
      answered_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (occasion_id, talent_id)
    )`);
    this.addSql(`CREATE INDEX mission_proposals_best ON mission_proposals (occasion_id, score DESC, id)`);
    this.addSql(`CREATE INDEX mission_proposals_of_talent ON mission_proposals (talent_id, proposed_at)`);

    // Rubrics and screenings are only ever added to: what a decision was made by stays as it was.
    this.addSql(`CREATE TABLE mission_rubrics (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      number integer NOT NULL CHECK (number > 0),
      criteria jsonb NOT NULL,
      set_at timestamptz NOT NULL,
      set_by text NOT NULL,
      UNIQUE (occasion_id, number)
    )`);
    this.addSql(`CREATE TABLE mission_screenings (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      number integer NOT NULL CHECK (number > 0),
      rubric_id uuid NOT NULL REFERENCES mission_rubrics,
      marks jsonb NOT NULL,
      total double precision NOT NULL,
      decision text NOT NULL CHECK (decision IN ('ADMIT', 'DECLINE', 'HOLD')),
      reason text NOT NULL,
      decided_at timestamptz NOT NULL,
      decided_by text NOT NULL,
      UNIQUE (occasion_id, talent_id, number)
    )`);
    this.addSql(`CREATE INDEX mission_screenings_of_talent ON mission_screenings (talent_id, decided_at)`);
  }
}
