import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { isId } from '../kernel/index.ts';
import { isZone } from '../planner/index.ts';
import { RELEASES, type Release } from './shortlist.entity.ts';
import { ReleaseEnum } from './shortlist.enums.ts';

/** A UUID from outside. */
export const uuid = z.string().refine(isId, 'is no UUID');
/** A zone of the runtime's time zone database. */
export const zoneName = z.string().max(100).refine(isZone, 'is no time zone such as Europe/Copenhagen');

/** The most roles that a list is for. */
const MOST_ROLES = 20;

/** What must hold of a new list. */
export const shortlistData = z.object({
  name: z.string().trim().min(1, 'is empty').max(200),
  roleIds: z
    .array(uuid)
    .min(1, 'names no role')
    .max(MOST_ROLES)
    .refine((ids) => new Set(ids).size === ids.length, 'names a role twice'),
  occasionId: uuid.nullish(),
  campaignId: uuid.nullish(),
  zone: zoneName,
  windowDays: z.int().min(1).max(60).nullish(),
  releaseTo: z.enum(RELEASES).default('NEXT'),
  showsEmployers: z.boolean().default(false),
});

export type ShortlistData = z.output<typeof shortlistData>;

@InputType({
  description: 'A new shortlist, for one role or for the roles of several employers who share it.',
})
export class ShortlistInput {
  @Field(() => String)
  name!: string;

  @Field(() => [ID], {
    description: 'One role; or up to 20 of several employers, whose hosts or common proxy make the list.',
  })
  roleIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The mission or event that it is part of.' })
  occasionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The campaign that it is part of; not beside an occasion.',
  })
  campaignId?: string | null;

  @Field(() => String, {
    description: 'IANA time zone at whose midnights first-contact windows end, such as Europe/Copenhagen.',
  })
  zone!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Whole days for which one employer at a time has the right of first contact; left out, all may contact at once.',
  })
  windowDays?: number | null;

  @Field(() => ReleaseEnum, { defaultValue: 'NEXT' })
  releaseTo?: Release;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the employers of the list see which of them has the turn or is in contact.',
  })
  showsEmployers?: boolean;
}

@InputType({ description: 'Which lists to show; what is left out does not narrow.' })
export class ShortlistFilter {
  @Field(() => ID, { nullable: true })
  roleId?: string | null;

  @Field(() => ID, { nullable: true })
  occasionId?: string | null;

  @Field(() => ID, { nullable: true })
  campaignId?: string | null;
}
