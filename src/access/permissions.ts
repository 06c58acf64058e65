import type { Actor, ActorKind } from './actor.ts';

/**
 * How far a permission reaches: everything; what belongs to the actor's organisation or to one that it
 * represents; or the actor's own person.
 */
export type Reach = 'any' | 'organisation' | 'self';

/**
 * The catalogue: who may do what, and how far. What is not written here is denied.
 * `subject:verb`, the subject in the singular.
 */
export const PERMISSIONS = {
  'organisation:create': { operator: 'any' },
  'organisation:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'organisation:edit': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'organisation:withdraw': { operator: 'any' },
  'role:create': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'role:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'role:edit': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'role:withdraw': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'talent:create': { talent: 'self', organiser: 'any', operator: 'any' },
  'talent:read': { talent: 'self', employer: 'any', organiser: 'any', operator: 'any' },
  'talent:list': { organiser: 'any', operator: 'any' },
  'talent:identify': { talent: 'self', organiser: 'any', operator: 'any' },
  'talent:edit': { talent: 'self', operator: 'any' },
  'talent:withdraw': { talent: 'self', operator: 'any' },
  'consent:give': { talent: 'self' },
  'consent:read': { talent: 'self', organiser: 'any', operator: 'any' },
  'consent:withdraw': { talent: 'self', operator: 'any' },
  'candidate:rank': { employer: 'organisation', organiser: 'any', operator: 'any' },
  'role:match': { talent: 'self' },
  'permit:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'permit:edit': { operator: 'any' },
  'vocabulary:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'vocabulary:import': { operator: 'any' },
  'import:run': { operator: 'any' },
  'export:run': { operator: 'any' },
} as const satisfies Record<`${string}:${string}`, Partial<Record<ActorKind, Reach>>>;

export type Action = keyof typeof PERMISSIONS;

/** What an action is about, as far as permission depends on it. */
export interface Target {
  /** The organisation that owns it. */
  organisationId?: string;
  /** The organisation that represents the owner, if any: a ministry for a region without a council. */
  representedById?: string | null | undefined;
  /** The person it is about. */
  personId?: string;
}

/** Whether the catalogue lets the actor do this to that. */
export function permits(actor: Actor, action: Action, target: Target = {}): boolean {
  const reach = (PERMISSIONS[action] as Partial<Record<ActorKind, Reach>>)[actor.kind];
  switch (reach) {
    case 'any':
      return true;
    case 'organisation':
      return (
        actor.organisationId !== undefined &&
        (actor.organisationId === target.organisationId || actor.organisationId === target.representedById)
      );
    case 'self':
      return actor.id === target.personId;
    default:
      return false;
  }
}
