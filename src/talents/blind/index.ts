export { BLIND_RULES, blindText } from './blind-text.ts';
export { type Person } from './names.ts';
export { MASK } from './span.ts';
