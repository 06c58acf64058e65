export { endPermitRule, setPermitRule, type Replaced } from './change-permit-rule.ts';
export { exportPermitRules, importPermitRules, type PermitImport } from './import-permit-rules.ts';
export { isInForce, overlapAmong, type Validity } from './overlap.ts';
export { PermitRuleEntity, type PermitRule } from './permit-rule.entity.ts';
export { permitRuleData, type PermitRuleData } from './permit-rule.input.ts';
export { permitRulesIn, type PermitRuleSelection } from './permit-rule.repository.ts';
export { PermitRuleResolver } from './permit-rule.resolver.ts';
export {
  permitFileInvalid,
  permitFileUnreadable,
  permitRulesOverlap,
  permitRuleUnknown,
} from './permits.failures.ts';
export { listPermitRules } from './read-permit-rules.ts';
