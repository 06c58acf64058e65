import { Migration } from '@mikro-orm/migrations';

/** Campaigns with hosts, employers, roles and sign-ups; digests; the consent that digests take. */
export class Campaigns extends Migration {
  override readonly name = '20261124-campaigns';

  override up(): void {
    // Which purposes there are is in the code (CONSENT_PURPOSES); the table keeps their form, so that rooms which add
    // one at the same time do not undo each other's list.
    this.addSql(`ALTER TABLE consents DROP CONSTRAINT IF EXISTS consents_purpose_check`);
    this.addSql(`ALTER TABLE consents ADD CONSTRAINT consents_purpose_check CHECK (purpose ~ '^[A-Z_]+$')`);

    this.addSql(`CREATE TABLE campaigns (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      summary text NOT NULL,
      zone text NOT NULL,
      starts_on date NOT NULL,
      ends_on date NOT NULL CHECK (ends_on >= starts_on),
      state text NOT NULL CHECK (state IN ('DRAFT', 'RUNNING', 'CLOSED', 'CANCELLED')),
      base_amount numeric(12, 2) NOT NULL CHECK (base_amount >= 0),
      base_jobs integer NOT NULL CHECK (base_jobs >= 1),
      further_job_amount numeric(12, 2) NOT NULL CHECK (further_job_amount >= 0),
      currency text NOT NULL,
      version integer NOT NULL DEFAULT 1
    )`);
    this.addSql(`CREATE INDEX campaigns_by_date ON campaigns (starts_on, id)`);

    this.addSql(`CREATE TABLE campaign_hosts (
      id uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaigns,
      organisation_id uuid NOT NULL REFERENCES organisations,
      leads boolean NOT NULL,
      UNIQUE (campaign_id, organisation_id)
    )`);
    this.addSql(`CREATE UNIQUE INDEX campaign_hosts_one_leads ON campaign_hosts (campaign_id) WHERE leads`);
    this.addSql(`CREATE INDEX campaign_hosts_by_organisation ON campaign_hosts (organisation_id)`);

    this.addSql(`CREATE TABLE campaign_employers (
      id uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaigns,
      organisation_id uuid NOT NULL REFERENCES organisations,
      invited_at timestamptz NOT NULL,
      UNIQUE (campaign_id, organisation_id)
    )`);
    this.addSql(`CREATE INDEX campaign_employers_by_organisation ON campaign_employers (organisation_id)`);

    this.addSql(`CREATE TABLE campaign_roles (
      id uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaigns,
      role_id uuid NOT NULL REFERENCES roles,
      employer_id uuid NOT NULL REFERENCES organisations,
      brought_at timestamptz NOT NULL,
      UNIQUE (campaign_id, role_id)
    )`);

    this.addSql(`CREATE TABLE campaign_sign_ups (
      id uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaigns,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      consent_id uuid NOT NULL REFERENCES consents,
      source text NOT NULL,
      signed_up_at timestamptz NOT NULL,
      state text NOT NULL CHECK (state IN ('QUEUED', 'CLAIMED', 'LEAD', 'POOL', 'DECLINED', 'WITHDRAWN')),
      claimed_by text,
      claimed_at timestamptz,
      decided_by text,
      screener text,
      decided_at timestamptz,
      reason text,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (campaign_id, talent_id, consent_id),
      CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
    )`);
    this.addSql(
      `CREATE INDEX campaign_sign_ups_in_turn ON campaign_sign_ups (campaign_id, state, signed_up_at, id)`,
    );
    this.addSql(`CREATE INDEX campaign_sign_ups_of_talent ON campaign_sign_ups (talent_id)`);

    this.addSql(
      `ALTER TABLE shortlists ADD CONSTRAINT shortlists_campaign_id_fkey
         FOREIGN KEY (campaign_id) REFERENCES campaigns`,
    );

    this.addSql(`CREATE TABLE digests (
      id uuid PRIMARY KEY,
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      week date NOT NULL,
      sent_at timestamptz NOT NULL,
      UNIQUE (talent_id, week)
    )`);
    this.addSql(`CREATE TABLE digest_roles (
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      role_id uuid NOT NULL REFERENCES roles,
      digest_id uuid NOT NULL REFERENCES digests ON DELETE CASCADE,
      score double precision NOT NULL,
      PRIMARY KEY (talent_id, role_id)
    )`);
  }
}
