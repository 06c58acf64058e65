import { Migration } from '@mikro-orm/migrations';

/** Occasions with their hosts, packages, participants, staff and sessions; runs of the planner; meetings. */
export class Occasions extends Migration {
  override readonly name = '20261124-occasions';

  override up(): void {
    this.addSql(`CREATE TABLE occasions (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('MISSION', 'EVENT')),
      name text NOT NULL,
      summary text NOT NULL,
      zone text NOT NULL,
      starts_on date NOT NULL,
      ends_on date NOT NULL CHECK (ends_on >= starts_on),
      state text NOT NULL,
      employer_seats integer CHECK (employer_seats >= 0),
      talent_seats integer CHECK (talent_seats >= 0),
      employer_admission text NOT NULL CHECK (employer_admission IN ('AUTOMATIC', 'BY_ORGANISER')),
      talent_admission text NOT NULL CHECK (talent_admission IN ('AUTOMATIC', 'BY_ORGANISER')),
      link_template text,
      version integer NOT NULL DEFAULT 1,
      CHECK (CASE kind
        WHEN 'MISSION' THEN state IN ('DRAFT', 'ANNOUNCED', 'RECRUITING', 'INTERVIEWING', 'CLOSED', 'CANCELLED')
        ELSE state IN ('DRAFT', 'OPEN', 'PLANNED', 'LIVE', 'CLOSED', 'CANCELLED') END)
    )`);
    this.addSql(`CREATE INDEX occasions_by_date ON occasions (starts_on, id)`);

    this.addSql(`CREATE TABLE occasion_hosts (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      organisation_id uuid NOT NULL REFERENCES organisations,
      leads boolean NOT NULL,
      UNIQUE (occasion_id, organisation_id)
    )`);
    this.addSql(`CREATE UNIQUE INDEX occasion_hosts_one_leads ON occasion_hosts (occasion_id) WHERE leads`);
    this.addSql(`CREATE INDEX occasion_hosts_by_organisation ON occasion_hosts (organisation_id)`);

    this.addSql(`CREATE TABLE occasion_packages (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      name text NOT NULL,
      amount numeric(12, 2) NOT NULL CHECK (amount >= 0),
      currency text NOT NULL,
      includes text[] NOT NULL,
      employees_from integer CHECK (employees_from >= 0),
      employees_to integer CHECK (employees_to >= employees_from),
      roles_included integer CHECK (roles_included >= 0),
      further_role_amount numeric(12, 2) CHECK (further_role_amount >= 0)
    )`);
    this.addSql(`CREATE INDEX occasion_packages_of ON occasion_packages (occasion_id)`);

    this.addSql(`CREATE TABLE participations (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      side text NOT NULL CHECK (side IN ('EMPLOYER', 'TALENT')),
      organisation_id uuid REFERENCES organisations,
      talent_id uuid REFERENCES talents ON DELETE CASCADE,
      host_id uuid REFERENCES organisations,
      state text NOT NULL CHECK (state IN ('APPLIED', 'WAITING', 'ADMITTED', 'DECLINED', 'WITHDRAWN')),
      asked_at timestamptz NOT NULL,
      reason text,
      package_id uuid REFERENCES occasion_packages,
      fee_amount numeric(12, 2) CHECK (fee_amount >= 0),
      fee_currency text,
      role_ids uuid[] NOT NULL DEFAULT '{}',
      availability jsonb,
      meetings_min integer NOT NULL DEFAULT 0 CHECK (meetings_min >= 0),
      meetings_max integer CHECK (meetings_max >= meetings_min),
      meetings_per_day integer CHECK (meetings_per_day > 0),
      version integer NOT NULL DEFAULT 1,
      CHECK ((side = 'EMPLOYER') = (organisation_id IS NOT NULL)),
      CHECK ((side = 'TALENT') = (talent_id IS NOT NULL)),
      CHECK ((fee_amount IS NULL) = (fee_currency IS NULL)),
      UNIQUE (occasion_id, organisation_id),
      UNIQUE (occasion_id, talent_id)
    )`);
    this.addSql(
      `CREATE INDEX participations_in_turn ON participations (occasion_id, side, state, asked_at, id)`,
    );
    this.addSql(
      `CREATE INDEX participations_of_organisation ON participations (organisation_id) WHERE side = 'EMPLOYER'`,
    );
    this.addSql(`CREATE INDEX participations_of_talent ON participations (talent_id) WHERE side = 'TALENT'`);

    this.addSql(`CREATE TABLE occasion_staff (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      kind text NOT NULL CHECK (kind IN ('INTERVIEWER', 'INTERPRETER')),
      participation_id uuid REFERENCES participations,
      name text NOT NULL,
      languages text[] NOT NULL,
      availability jsonb,
      meetings_max integer CHECK (meetings_max >= 0),
      version integer NOT NULL DEFAULT 1,
      CHECK ((kind = 'INTERVIEWER') = (participation_id IS NOT NULL))
    )`);
    this.addSql(`CREATE INDEX occasion_staff_of ON occasion_staff (occasion_id)`);

    this.addSql(`CREATE TABLE occasion_sessions (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      leg_id uuid,
      zone text NOT NULL,
      date date NOT NULL,
      from_time text NOT NULL,
      to_time text NOT NULL,
      minutes integer NOT NULL CHECK (minutes > 0),
      pause integer NOT NULL CHECK (pause >= 0),
      places integer CHECK (places > 0)
    )`);
    this.addSql(`CREATE INDEX occasion_sessions_of ON occasion_sessions (occasion_id)`);

    this.addSql(`CREATE TABLE plan_runs (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      leg_id uuid,
      based_on_id uuid REFERENCES plan_runs,
      state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'PUBLISHED', 'SUPERSEDED')),
      requested_at timestamptz NOT NULL,
      requested_by text NOT NULL,
      finished_at timestamptz,
      problem jsonb NOT NULL,
      answer jsonb,
      failure text,
      version integer NOT NULL DEFAULT 1
    )`);
    this.addSql(`CREATE INDEX plan_runs_of ON plan_runs (occasion_id, requested_at)`);
    // Null legs count as one: the whole occasion has one published run, or each leg has.
    this.addSql(
      `CREATE UNIQUE INDEX plan_runs_one_published ON plan_runs (occasion_id, leg_id) NULLS NOT DISTINCT
         WHERE state = 'PUBLISHED'`,
    );

    this.addSql(`CREATE TABLE meetings (
      id uuid PRIMARY KEY,
      occasion_id uuid NOT NULL REFERENCES occasions,
      run_id uuid REFERENCES plan_runs,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      organisation_id uuid NOT NULL REFERENCES organisations,
      interviewer_id uuid REFERENCES occasion_staff,
      interpreter_id uuid REFERENCES occasion_staff,
      role_id uuid REFERENCES roles,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
      place integer CHECK (place >= 0),
      leg_id uuid,
      state text NOT NULL CHECK (state IN ('PUBLISHED', 'HELD', 'MISSED', 'CANCELLED')),
      sequence integer NOT NULL DEFAULT 0,
      link_secret text NOT NULL UNIQUE,
      pinned boolean NOT NULL DEFAULT false,
      missed_by text CHECK (missed_by IN ('EMPLOYER', 'TALENT', 'BOTH')),
      cancel_reason text,
      version integer NOT NULL DEFAULT 1,
      CHECK ((state = 'MISSED') = (missed_by IS NOT NULL)),
      CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL))
    )`);
    this.addSql(`CREATE INDEX meetings_of ON meetings (occasion_id, starts_at, id)`);
    this.addSql(`CREATE INDEX meetings_of_talent ON meetings (talent_id, starts_at)`);
    this.addSql(`CREATE INDEX meetings_of_organisation ON meetings (organisation_id, starts_at)`);

    // Nobody is in two meetings at once, and no room holds two: the claim of a person (or a room) on a stretch of time
    // is a range of numbers, the person's number in front and the second behind it, so that ranges of different people
    // never meet. An exclusion on (person WITH =, time WITH &&) would take btree_gist, which the PostgreSQL that
    // developers get as a package does not carry.
    this.addSql(`CREATE FUNCTION number_of(person uuid) RETURNS numeric
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN (
        ('x' || substr(replace(person::text, '-', ''), 1, 16))::bit(64)::bigint::numeric * 18446744073709551616
        + ('x' || substr(replace(person::text, '-', ''), 17))::bit(64)::bigint::numeric + 9223372036854775808
      ) * 100000000000`);
    this.addSql(`CREATE FUNCTION claim_of(person uuid, starts timestamptz, ends timestamptz) RETURNS numrange
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN numrange(
        number_of(person) + extract(epoch FROM starts)::bigint,
        number_of(person) + extract(epoch FROM ends)::bigint)`);
    this.addSql(`CREATE TABLE bookings (
      meeting_id uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
      person_id uuid NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      claim numrange NOT NULL GENERATED ALWAYS AS (claim_of(person_id, starts_at, ends_at)) STORED,
      PRIMARY KEY (meeting_id, person_id),
      CONSTRAINT bookings_nobody_twice EXCLUDE USING gist (claim WITH &&) DEFERRABLE INITIALLY IMMEDIATE
    )`);
  }
}
