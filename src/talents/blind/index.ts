export { asRead, placesIn, stretchesIn, type PlaceOf } from './as-read.ts';
export { BLIND_RULES, blindText } from './blind-text.ts';
export { type Person } from './names.ts';
export { hidden, MASK, type Span } from './span.ts';
