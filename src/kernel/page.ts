import { defineFailure } from './failure.ts';

/** The most that one page holds. */
export const LARGEST_PAGE = 100;

export const invalidCursor = defineFailure<{ cursor: string }>({
  code: 'PAGE_INVALID_CURSOR',
  status: 400,
  message: ({ cursor }) => `'${cursor.slice(0, 60)}' is no cursor of this list`,
  remedy: 'Pass `endCursor` of an earlier page of the same list unchanged, or leave `after` out.',
});

export const invalidPageSize = defineFailure<{ first: number }>({
  code: 'PAGE_INVALID_SIZE',
  status: 400,
  message: ({ first }) => `A page of ${first} cannot be had`,
  remedy: `Ask for 1 to ${LARGEST_PAGE} at a time.`,
});

/** What the caller asks of a list: so many, after that one. */
export interface PageRequest {
  first: number;
  after?: string | null | undefined;
}

/** Part of a list in a fixed order, with the means to go on. */
export interface Page<Node> {
  edges: { node: Node; cursor: string }[];
  hasNextPage: boolean;
}

/**
 * Refuses a page size out of bounds.
 * @throws PAGE_INVALID_SIZE
 */
export function assertPageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE)
    throw invalidPageSize({ first }, { path: ['first'] });
}

/** A cursor names the place of a row by the values that order the list, so that it stays right when rows come and go. */
export const encodeCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * The values behind a cursor made by `encodeCursor`, checked against the kinds that the list orders by.
 * @throws PAGE_INVALID_CURSOR
 */
export function decodeCursor<const Kinds extends readonly ('string' | 'number')[]>(
  cursor: string,
  kinds: Kinds,
): { -readonly [I in keyof Kinds]: Kinds[I] extends 'string' ? string : number } {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw invalidCursor({ cursor }, { path: ['after'], cause });
  }
  if (
    !Array.isArray(place) ||
    place.length !== kinds.length ||
    !kinds.every((kind, index) => typeof place[index] === kind)
  )
    throw invalidCursor({ cursor }, { path: ['after'] });
  return place as never;
}

/** Makes a page of `first` out of rows that were read in order with one to spare. */
export function pageOf<Row, Node>(
  rowsInOrder: readonly Row[],
  first: number,
  nodeOf: (row: Row) => Node,
  placeOf: (row: Row) => readonly (string | number)[],
): Page<Node> {
  return {
    edges: rowsInOrder
      .slice(0, first)
      .map((row) => ({ node: nodeOf(row), cursor: encodeCursor(placeOf(row)) })),
    hasNextPage: rowsInOrder.length > first,
  };
}
