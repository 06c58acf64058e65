import { Migration } from '@mikro-orm/migrations';

/** Who is about to send a message has it to themselves for a while; and whoever was written to reads it here too. */
export class MessageClaims extends Migration {
  override readonly name = '20261124-message-claims';

  override up(): void {
    this.addSql(`ALTER TABLE messages ADD COLUMN claimed_until timestamptz`);
    this.addSql(`CREATE INDEX messages_to ON messages (recipient_id, announced_at, id)`);
  }
}
