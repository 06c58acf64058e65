import { z } from 'zod';
import { checks, isId } from '../kernel/index.ts';
import { OCCASION_STATES } from './occasion-moves.ts';
import { OCCASION_KINDS } from './occasion.entity.ts';

/** What narrows a list of occasions, from whichever side it comes. */
export const occasionSelection = z.object({
  kind: z.enum(OCCASION_KINDS).nullish(),
  hostId: z.string().refine(isId, 'is no UUID').nullish(),
  state: z.enum(OCCASION_STATES).nullish(),
  from: checks.date.nullish(),
  to: checks.date.nullish(),
});

export type OccasionSelection = z.input<typeof occasionSelection>;
