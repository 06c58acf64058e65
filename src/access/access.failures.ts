import { defineFailure } from '../kernel/index.ts';
import type { ActorKind } from './actor.ts';
import type { Action } from './permissions.ts';

export const unauthenticated = defineFailure<{ reason: string }>({
  code: 'ACCESS_UNAUTHENTICATED',
  status: 401,
  message: ({ reason }) => `No valid token: ${reason}`,
  remedy:
    'Send `Authorization: Bearer <token>`; in development `npx tandem token` makes one, in production your identity provider does.',
});

export const forbidden = defineFailure<{ action: Action; kind: ActorKind }>({
  code: 'ACCESS_FORBIDDEN',
  status: 403,
  message: ({ action, kind }) => `This ${kind} may not ${action} here`,
  remedy: 'Act for the organisation or the person that owns it, or ask an operator for the permission.',
});

export const noDevelopmentTokens = defineFailure({
  code: 'ACCESS_NO_DEVELOPMENT_TOKENS',
  status: 403,
  message: () => 'Development tokens are neither made nor accepted in production',
  remedy: 'Set TANDEM_OIDC_ISSUER (and TANDEM_OIDC_AUDIENCE) to the identity provider whose tokens count.',
});

export const consentNeeded = defineFailure<{ purpose: string }>({
  code: 'ACCESS_CONSENT_NEEDED',
  status: 403,
  message: ({ purpose }) => `The talent has not given consent to: ${purpose}`,
  remedy: 'The talent gives it with the mutation giveConsent; nobody can give it for them.',
});
