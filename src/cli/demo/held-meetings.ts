import type { Actor } from '../../access/index.ts';
import { nodesOf, type Connection, type Stage } from './stage.ts';

/** A meeting as its host sees it. */
export interface HeldMeeting {
  id: string;
  version: number;
  legId: string | null;
  startsAt: string;
  state: string;
  cancelReason: string | null;
  room: number | null;
  talent: { id: string; name: string };
  employer: { id: string; name: string };
  role: { id: string; title: string } | null;
}

/** Every meeting of the occasion, cancelled ones too, in the order of time. */
export async function meetingsOf({ ask }: Stage, host: Actor, occasionId: string): Promise<HeldMeeting[]> {
  const { meetings } = await ask<{ meetings: Connection<HeldMeeting> }>(
    host,
    `query ($occasionId: ID!) {
      meetings(occasionId: $occasionId, first: 100) {
        edges {
          node {
            id version legId startsAt state cancelReason room
            talent { id name } employer { id name } role { id title }
          }
        }
      }
    }`,
    { occasionId },
  );
  return nodesOf(meetings);
}
