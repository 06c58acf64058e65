import { z } from 'zod';
import { isLanguageCode } from '../kernel/index.ts';
import { availabilityData } from './availability.ts';

/** What must hold of an interviewer's or interpreter's data, from whichever side it comes. */
export const staffData = z.object({
  name: z.string().trim().min(1, 'is empty').max(200),
  languages: z
    .array(z.string().refine(isLanguageCode, 'is no ISO 639-1 code such as sv'))
    .max(30)
    .refine((codes) => new Set(codes).size === codes.length, 'names a language twice')
    .default([]),
  availability: availabilityData.nullish(),
  meetingsMax: z.int().min(0).max(2000).nullish(),
});

/** The interviewers with whom an employer joins. */
export const interviewersData = z.array(staffData).max(100);

export type StaffData = z.output<typeof staffData>;
