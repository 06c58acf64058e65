/** Some of what is pending, and how much is, these included, as far as was known when the list was made. */
export interface Portion {
  ids: readonly string[];
  left: number;
}

/**
 * Identifiers of what is pending, a portion at a time, until a list comes back empty. The list is made once for all
 * its portions: asked for at each, what is done already is passed over each time, and 32,000 texts took 64 times as
 * long as 4,000.
 * @param list what is pending now; what was worked on and is pending still comes again.
 */
export async function* portions(
  list: () => Promise<readonly string[]>,
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<Portion> {
  for (;;) {
    const pending = await list();
    if (pending.length === 0) return;
    for (let from = 0; from < pending.length; from += size) {
      signal?.throwIfAborted();
      yield { ids: pending.slice(from, from + size), left: pending.length - from };
    }
  }
}
