import { Migration } from '@mikro-orm/migrations';

/** Shortlists with their roles, entries, frozen explanations, history and notes. */
export class Shortlists extends Migration {
  override readonly name = '20261124-shortlists';

  override up(): void {
    this.addSql(`CREATE TABLE shortlists (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      occasion_id uuid REFERENCES occasions,
      campaign_id uuid,
      zone text NOT NULL,
      window_days integer CHECK (window_days BETWEEN 1 AND 60),
      release_to text NOT NULL CHECK (release_to IN ('NEXT', 'ALL')),
      shows_employers boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
      created_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CHECK (occasion_id IS NULL OR campaign_id IS NULL)
    )`);
    this.addSql(
      `CREATE INDEX shortlists_of_occasion ON shortlists (occasion_id) WHERE occasion_id IS NOT NULL`,
    );
    this.addSql(
      `CREATE INDEX shortlists_of_campaign ON shortlists (campaign_id) WHERE campaign_id IS NOT NULL`,
    );

    this.addSql(`CREATE TABLE shortlist_roles (
      id uuid PRIMARY KEY,
      shortlist_id uuid NOT NULL REFERENCES shortlists,
      role_id uuid NOT NULL REFERENCES roles,
      employer_id uuid NOT NULL REFERENCES organisations,
      place integer NOT NULL CHECK (place >= 0),
      UNIQUE (shortlist_id, role_id)
    )`);
    this.addSql(`CREATE INDEX shortlist_roles_by_role ON shortlist_roles (role_id)`);
    this.addSql(`CREATE INDEX shortlist_roles_by_employer ON shortlist_roles (employer_id)`);

    // An entry stands on the consent under which it was made, and a later consent does not bring it back.
    this.addSql(`CREATE TABLE shortlist_entries (
      id uuid PRIMARY KEY,
      shortlist_id uuid NOT NULL REFERENCES shortlists,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      consent_id uuid NOT NULL REFERENCES consents,
      origin text NOT NULL CHECK (origin IN ('RANKED', 'APPLIED', 'LEAD', 'BY_HAND')),
      state text NOT NULL CHECK (state IN
        ('PROPOSED', 'CONTACTED', 'INTERVIEW', 'OFFER', 'HIRED', 'REJECTED', 'WITHDRAWN', 'RELEASED')),
      since timestamptz NOT NULL,
      added_at timestamptz NOT NULL,
      added_by text NOT NULL,
      position integer NOT NULL,
      role_id uuid REFERENCES roles,
      turns uuid[] NOT NULL,
      passed uuid[] NOT NULL DEFAULT '{}',
      turn integer NOT NULL CHECK (turn >= 0),
      turn_ends_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (shortlist_id, talent_id, consent_id)
    )`);
    this.addSql(`CREATE INDEX shortlist_entries_in_order ON shortlist_entries (shortlist_id, position, id)`);
    this.addSql(`CREATE INDEX shortlist_entries_of_talent ON shortlist_entries (talent_id, added_at)`);

    this.addSql(`CREATE TABLE shortlist_explanations (
      entry_id uuid NOT NULL REFERENCES shortlist_entries ON DELETE CASCADE,
      role_id uuid NOT NULL REFERENCES roles,
      model_id text NOT NULL,
      frozen_at timestamptz NOT NULL,
      score double precision NOT NULL,
      frozen jsonb NOT NULL,
      PRIMARY KEY (entry_id, role_id)
    )`);

    this.addSql(`CREATE TABLE shortlist_steps (
      id uuid PRIMARY KEY,
      entry_id uuid NOT NULL REFERENCES shortlist_entries ON DELETE CASCADE,
      at timestamptz NOT NULL,
      actor_id text NOT NULL,
      actor_kind text NOT NULL,
      employer_id uuid REFERENCES organisations,
      move text NOT NULL,
      from_state text NOT NULL,
      to_state text NOT NULL,
      reason text
    )`);
    this.addSql(`CREATE INDEX shortlist_steps_of ON shortlist_steps (entry_id, at, id)`);

    this.addSql(`CREATE TABLE shortlist_notes (
      id uuid PRIMARY KEY,
      entry_id uuid NOT NULL REFERENCES shortlist_entries ON DELETE CASCADE,
      author_id text NOT NULL,
      organisation_id uuid REFERENCES organisations,
      visibility text NOT NULL CHECK (visibility IN ('AUTHOR', 'ORGANISATION', 'SHARED', 'TALENT')),
      text text NOT NULL,
      written_at timestamptz NOT NULL
    )`);
    this.addSql(`CREATE INDEX shortlist_notes_of ON shortlist_notes (entry_id, written_at, id)`);
  }
}
