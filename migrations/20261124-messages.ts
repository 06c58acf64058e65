import { Migration } from '@mikro-orm/migrations';

/** The outbox, and where organisations are written to. */
export class Messages extends Migration {
  override readonly name = '20261124-messages';

  override up(): void {
    this.addSql(`ALTER TABLE organisations
      ADD COLUMN contact_email text,
      ADD COLUMN contact_language text NOT NULL DEFAULT 'en' CHECK (contact_language IN ('en', 'sv', 'fr'))`);
    this.addSql(`CREATE TABLE messages (
      id uuid PRIMARY KEY,
      recipient_kind text NOT NULL CHECK (recipient_kind IN ('talent', 'organisation')),
      recipient_id uuid NOT NULL,
      template text NOT NULL,
      parameters jsonb NOT NULL,
      change text NOT NULL,
      state text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'UNDELIVERABLE')),
      announced_at timestamptz NOT NULL,
      sent_at timestamptz,
      problem text,
      UNIQUE (recipient_id, change),
      CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
      CHECK ((state = 'UNDELIVERABLE') = (problem IS NOT NULL))
    )`);
    this.addSql(`CREATE INDEX messages_waiting ON messages (announced_at, id) WHERE state = 'WAITING'`);
  }
}
