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
  'organisation:contact': { employer: 'organisation', organiser: 'any', operator: 'any' },
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
  'identity:disclose': { talent: 'self', organiser: 'any' },
  'identity:conceal': { talent: 'self', organiser: 'any', operator: 'any' },
  'identity:read': { talent: 'self', organiser: 'any', operator: 'any' },
  'consent:give': { talent: 'self' },
  'consent:read': { talent: 'self', organiser: 'any', operator: 'any' },
  'consent:withdraw': { talent: 'self', operator: 'any' },
  'candidate:rank': { employer: 'organisation', organiser: 'any', operator: 'any' },
  'role:match': { talent: 'self' },
  'occasion:create': { organiser: 'organisation', operator: 'any' },
  'occasion:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'occasion:edit': { organiser: 'organisation', operator: 'any' },
  'occasion:advance': { organiser: 'organisation', operator: 'any' },
  'occasion:cancel': { organiser: 'organisation', operator: 'any' },
  'participation:apply': {
    talent: 'self',
    employer: 'organisation',
    organiser: 'organisation',
    operator: 'any',
  },
  'participation:read': {
    talent: 'self',
    employer: 'organisation',
    organiser: 'organisation',
    operator: 'any',
  },
  'participation:list': { organiser: 'organisation', operator: 'any' },
  'participation:edit': {
    talent: 'self',
    employer: 'organisation',
    organiser: 'organisation',
    operator: 'any',
  },
  'participation:decide': { organiser: 'organisation', operator: 'any' },
  'participation:withdraw': {
    talent: 'self',
    employer: 'organisation',
    organiser: 'organisation',
    operator: 'any',
  },
  'participation:admit': {},
  'plan:run': { organiser: 'organisation', operator: 'any' },
  'plan:read': { organiser: 'organisation', operator: 'any' },
  'plan:publish': { organiser: 'organisation', operator: 'any' },
  'meeting:book': { organiser: 'organisation', operator: 'any' },
  'meeting:read': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'meeting:move': { organiser: 'organisation', operator: 'any' },
  'meeting:cancel': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'meeting:record': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'meeting:release': {},
  'interest:ask': { talent: 'self', employer: 'organisation', organiser: 'organisation' },
  'interest:answer': { talent: 'self', employer: 'organisation', organiser: 'organisation' },
  'interest:promise': { organiser: 'organisation', operator: 'any' },
  'interest:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'interest:end': {},
  'suggestion:read': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'tandem:invite': { talent: 'self' },
  'tandem:answer': { talent: 'self' },
  'tandem:read': { talent: 'self' },
  'tandem:list': { organiser: 'any', operator: 'any' },
  'tandem:edit': { talent: 'self' },
  'tandem:disclose': { talent: 'self' },
  'tandem:conceal': { talent: 'self' },
  'tandem:match': { talent: 'self', organiser: 'any', operator: 'any' },
  'tandem:end': { talent: 'self', operator: 'any' },
  'tandem:lapse': {},
  'feedback:give': { talent: 'self', employer: 'organisation', organiser: 'organisation' },
  'feedback:read': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'market:read': { organiser: 'any', operator: 'any' },
  'activity:take': { organiser: 'organisation', operator: 'any' },
  'activity:drop': { organiser: 'organisation', operator: 'any' },
  'proposal:make': { organiser: 'organisation', operator: 'any' },
  'proposal:read': { talent: 'self', organiser: 'organisation', operator: 'any' },
  'proposal:ask': { organiser: 'organisation', operator: 'any' },
  'proposal:dismiss': { organiser: 'organisation', operator: 'any' },
  'proposal:answer': { talent: 'self' },
  'proposal:lapse': {},
  'screening:decide': { organiser: 'organisation' },
  'screening:read': { talent: 'self', organiser: 'organisation', operator: 'any' },
  'message:read': { talent: 'self', employer: 'organisation', organiser: 'organisation' },
  'offer:make': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'offer:read': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'offer:answer': { talent: 'self' },
  'offer:withdraw': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'offer:lapse': {},
  'placement:record': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'placement:arrive': {
    talent: 'self',
    employer: 'organisation',
    organiser: 'organisation',
    operator: 'any',
  },
  'placement:end': { talent: 'self', employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:create': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:read': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:edit': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:propose': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:attribute': { organiser: 'organisation', operator: 'any' },
  'shortlist:advance': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:reject': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:release': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:note': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'shortlist:drop': {},
  'standing:read': { talent: 'self' },
  'standing:withdraw': { talent: 'self' },
  'campaign:create': { organiser: 'organisation', operator: 'any' },
  'campaign:read': { talent: 'any', employer: 'any', organiser: 'any', operator: 'any' },
  'campaign:edit': { organiser: 'organisation', operator: 'any' },
  'campaign:advance': { organiser: 'organisation', operator: 'any' },
  'campaign:cancel': { organiser: 'organisation', operator: 'any' },
  'campaign:join': { employer: 'organisation', organiser: 'organisation', operator: 'any' },
  'campaign:count': { organiser: 'organisation', operator: 'any' },
  'signup:create': { talent: 'self' },
  'signup:read': { talent: 'self', organiser: 'organisation', operator: 'any' },
  'signup:screen': { organiser: 'organisation', operator: 'any' },
  'signup:withdraw': { talent: 'self' },
  'signup:drop': {},
  'digest:send': { organiser: 'organisation', operator: 'any' },
  'agenda:share': { talent: 'self', employer: 'organisation', organiser: 'organisation' },
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
  /** Organisations that own it together: the hosts of an occasion. */
  organisationIds?: readonly string[];
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
        (actor.organisationId === target.organisationId ||
          actor.organisationId === target.representedById ||
          (target.organisationIds ?? []).includes(actor.organisationId))
      );
    case 'self':
      return actor.id === target.personId;
    default:
      return false;
  }
}
