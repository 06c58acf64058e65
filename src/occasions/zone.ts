import { z } from 'zod';
import { isZone } from '../planner/index.ts';

/**
 * A name of the IANA time zone database, by asking whether the runtime can use it: its list of zones names only one of
 * several names for the same (`Asia/Calcutta`, not `Asia/Kolkata`), while people's devices send either.
 */
export const zoneData = z
  .string()
  .max(60)
  .refine((zone) => /^[A-Za-z]/.test(zone) && isZone(zone), 'is no time zone such as Europe/Stockholm');
