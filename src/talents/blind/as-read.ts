import { MASK, matchesOf, type Span } from './span.ts';

/** A name in two words is one stretch, with the blank between them. */
const STRETCH = new RegExp(`${MASK}(?:[${MASK} \\t]*${MASK})?`, 'g');

/** What is hidden in a blind CV, in its order. */
export const stretchesIn = (blind: string): Span[] => matchesOf(blind, STRETCH);

/** What rankings read of a CV: each hidden stretch is one blank, so that not even its length can move a score. */
export function asRead(text: string, stretches: readonly Span[]): string {
  const starts = [0, ...stretches.map(({ end }) => end)];
  return starts.map((from, place) => text.slice(from, stretches[place]?.start)).join(' ');
}

/** Where a stretch of what is read stands in the CV: see `placesIn`. */
export type PlaceOf = (read: Span) => Span;

/** Finds in a CV, of which these stretches are hidden, what stands in `asRead`. */
export function placesIn(stretches: readonly Span[]): PlaceOf {
  let left = 0;
  const blanks = stretches.map(({ start, end }) => {
    const at = start - left;
    left += end - start - 1;
    return { at, left };
  });
  const placeOf = (offset: number): number => offset + (blanks.findLast(({ at }) => at < offset)?.left ?? 0);
  return ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) });
}
