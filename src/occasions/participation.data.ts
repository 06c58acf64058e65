import { z } from 'zod';
import { isId } from '../kernel/index.ts';
import { availabilityData } from './availability.ts';

const limits = {
  availability: availabilityData.nullish(),
  meetingsMin: z.int().min(0).max(50).default(0),
  meetingsMax: z.int().min(0).max(2000).nullish(),
  meetingsPerDay: z.int().min(1).max(200).nullish(),
};

interface Limits {
  meetingsMin: number;
  meetingsMax?: number | null | undefined;
}

const inOrder = ({ meetingsMin, meetingsMax }: Limits): boolean =>
  meetingsMax == null || meetingsMin <= meetingsMax;
const OUT_OF_ORDER = { error: 'is less than meetingsMin', path: ['meetingsMax'] };

/** What must hold of a talent's wishes for an occasion, from whichever side it comes. */
export const talentWishes = z.object(limits).refine(inOrder, OUT_OF_ORDER);

/** What must hold of what an employer brings to an occasion, from whichever side it comes. */
export const employerOffer = z
  .object({
    ...limits,
    packageId: z.string().refine(isId, 'is no UUID').nullish(),
    roleIds: z
      .array(z.string().refine(isId, 'is no UUID'))
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, 'names a role twice')
      .default([]),
  })
  .refine(inOrder, OUT_OF_ORDER);

export type TalentWishes = z.output<typeof talentWishes>;
export type EmployerOffer = z.output<typeof employerOffer>;

/** Why someone is declined, leaves or is taken out. */
export const reasonData = z.string().trim().max(2000).nullish();
