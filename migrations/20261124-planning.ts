import { Migration } from '@mikro-orm/migrations';

/** What a run of the planner is given and tells while it works; feedback on meetings; agendas by secret address. */
export class Planning extends Migration {
  override readonly name = '20261124-planning';

  override up(): void {
    this.addSql(`ALTER TABLE plan_runs
      ADD COLUMN given jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN progress jsonb,
      ADD COLUMN beat_at timestamptz,
      ADD COLUMN called_off boolean NOT NULL DEFAULT false,
      ADD COLUMN pinned_pairs text[] NOT NULL DEFAULT '{}',
      ADD COLUMN publication jsonb`);
    this.addSql(`CREATE TABLE meeting_feedback (
      id uuid PRIMARY KEY,
      meeting_id uuid NOT NULL REFERENCES meetings ON DELETE CASCADE,
      side text NOT NULL CHECK (side IN ('EMPLOYER', 'TALENT')),
      rating integer NOT NULL CHECK (rating BETWEEN 1 AND 5),
      interested boolean NOT NULL,
      note text,
      given_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (meeting_id, side)
    )`);
    this.addSql(`CREATE TABLE agenda_feeds (
      id uuid PRIMARY KEY,
      owner_kind text NOT NULL CHECK (owner_kind IN ('talent', 'organisation', 'interviewer')),
      owner_id uuid NOT NULL,
      secret_hash text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL,
      revoked_at timestamptz
    )`);
    this.addSql(`CREATE INDEX agenda_feeds_of ON agenda_feeds (owner_id)`);
    this.addSql(`CREATE INDEX meetings_of_interviewer ON meetings (interviewer_id, starts_at)
      WHERE interviewer_id IS NOT NULL`);
    this.addSql(`CREATE INDEX meetings_of_run ON meetings (run_id) WHERE run_id IS NOT NULL`);
  }
}
