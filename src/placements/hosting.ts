import type { Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';

/** What this room asks of occasions, which it does not know. Wired in `src/service.ts`. */
export interface Hosting {
  /** The organisations that host the occasion. */
  hostsOf(em: EntityManager, occasionId: string): Promise<string[]>;
  /** The occasions that the organisation hosts. */
  hostedBy(em: EntityManager, organisationId: string): Promise<string[]>;
  /** Whether the employer was admitted to the occasion. */
  takesPart(em: EntityManager, occasionId: string, employerId: string): Promise<boolean>;
}

/** What this room's use cases are given beside the usual. */
export interface PlacementsContext extends Context {
  hosting: Hosting;
}
