import type { EntityManager } from '../database/index.ts';
import { HostEntity } from './host.entity.ts';
import { ParticipationEntity } from './participation.entity.ts';

/** Who hosts what and which employers take part, for rooms that do not know occasions. */
export const hosting = {
  /** The organisations that host the occasion. */
  hostsOf: async (em: EntityManager, occasionId: string): Promise<string[]> =>
    (await em.find(HostEntity, { occasionId })).map(({ organisationId }) => organisationId),
  /** The occasions that the organisation hosts. */
  hostedBy: async (em: EntityManager, organisationId: string): Promise<string[]> =>
    (await em.find(HostEntity, { organisationId })).map(({ occasionId }) => occasionId),
  /** Whether the employer was admitted to the occasion. */
  takesPart: async (em: EntityManager, occasionId: string, organisationId: string): Promise<boolean> =>
    (await em.count(ParticipationEntity, { occasionId, organisationId, state: 'ADMITTED' })) > 0,
};
