/** What someone may be to Tandem. An actor acts in one of these at a time. */
export const ACTOR_KINDS = ['talent', 'employer', 'organiser', 'operator'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number] | 'anonymous';

/** Who is behind a request, as the token says; `anonymous` where there is none. */
export interface Actor {
  /** The person's identifier; for a talent, the identifier of their profile. */
  id: string;
  kind: ActorKind;
  /** The organisation that an employer or organiser acts for. */
  organisationId?: string | undefined;
}

/** Whoever sends no token: may do nothing. */
export const ANONYMOUS: Actor = { id: 'anonymous', kind: 'anonymous' };
