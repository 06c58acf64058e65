export { consentNeeded, forbidden, noDevelopmentTokens, unauthenticated } from './access.failures.ts';
export { ACTOR_KINDS, ANONYMOUS, type Actor, type ActorKind } from './actor.ts';
export { AuditRecordEntity, type AuditRecord } from './audit.entity.ts';
export { recordAudit, type AuditSubject } from './audit.ts';
export {
  assertConsent,
  consentsOf,
  consentStands,
  consentStandsAmongAll,
  enterConsents,
  giveConsent,
  hasConsent,
  heldConsents,
  withdrawConsent,
  type ConsentStatement,
} from './consent-ledger.ts';
export { CONSENT_PURPOSES, ConsentEntity, type Consent, type ConsentPurpose } from './consent.entity.ts';
export {
  assertPermitted,
  drawConsentEnded,
  inTransaction,
  type Consequences,
  type Context,
} from './context.ts';
export { PERMISSIONS, permits, type Action, type Reach, type Target } from './permissions.ts';
export { mintDevelopmentToken, tokenReader, type TokenOptions, type TokenReader } from './tokens.ts';
