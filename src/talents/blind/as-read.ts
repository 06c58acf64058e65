import { MASK, type Span } from './span.ts';

/** A hidden stretch: of a name in two words, both and the blank between them. */
const HIDDEN = new RegExp(`${MASK}(?:[${MASK} \\t]*${MASK})?`, 'g');

/**
 * What rankings read of a blind CV: every hidden stretch is one blank, so that not even its length can move a score.
 */
export const asRead = (blind: string): string => blind.replace(HIDDEN, ' ');

/** Where a stretch of what is read stands in the CV: see `placesIn`. */
export type PlaceOf = (read: Span) => Span;

/**
 * Finds stretches of `asRead(blind)` in the CV.
 * @param blind the CV with what is hidden as `█`; as long as the CV.
 */
export function placesIn(blind: string): PlaceOf {
  let left = 0;
  const stretches = [...blind.matchAll(HIDDEN)].map(({ 0: { length }, index }) => {
    const at = index - left;
    left += length - 1;
    return { at, left };
  });
  const placeOf = (offset: number): number =>
    offset + (stretches.findLast(({ at }) => at < offset)?.left ?? 0);
  return ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) });
}
