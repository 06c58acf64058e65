import { Migration } from '@mikro-orm/migrations';

/** Which talents employers were shown, so that attention can be spread. */
export class Showings extends Migration {
  override readonly name = '20261122-showings';

  override up(): void {
    // A talent counts once a day for a role, however often its ranking is loaded again: no employer can use up the
    // attention that somebody gets from others.
    this.addSql(`CREATE TABLE showings (
      talent_id uuid NOT NULL REFERENCES talents ON DELETE CASCADE,
      day date NOT NULL,
      role_id uuid NOT NULL REFERENCES roles ON DELETE CASCADE,
      at timestamptz NOT NULL,
      attention real NOT NULL CHECK (attention > 0 AND attention <= 1),
      PRIMARY KEY (talent_id, day, role_id)
    )`);
  }
}
