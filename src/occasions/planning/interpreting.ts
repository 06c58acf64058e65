import type { ProblemInput } from '../../planner/index.ts';

type Shared = NonNullable<ProblemInput['shared']>[number];

/** An interpreter as far as the planner is concerned. */
export interface Interpreter {
  id: string;
  /** Slots in which they are free. */
  available: ReadonlySet<number>;
  max: number | null;
}

/** Which interpreters could sit in, by pair; pairs that need none are not in. */
export type Interpretable = Readonly<Record<string, readonly string[]>>;

/** Kinds of need up to which every combination of them is a limit: 255 a slot. */
const MOST_KINDS = 8;

/** Whether two people have a language in common; where nothing is known of one of them, they do. */
export const understandEachOther = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((language) => other.includes(language));

/** Those who speak a language of each of the two, which the two do not share. */
export const interpretersBetween = (
  interpreters: readonly { id: string; languages: readonly string[] }[],
  one: readonly string[],
  other: readonly string[],
): string[] =>
  interpreters
    .filter(({ languages }) =>
      [one, other].every((spoken) => spoken.some((language) => languages.includes(language))),
    )
    .map(({ id }) => id);

/**
 * How many meetings that need an interpreter can be held at once. Pairs that the same interpreters could serve are of
 * one kind; meetings of a slot can all be served exactly when for every set of kinds there are no more of them than
 * interpreters for any of these kinds (Hall 1935). So these are the planner's limits, and nothing that it plans lacks
 * an interpreter. Planned without them and matched after, of 60 talents, 15 employers and 12 slots with three interpreters
 * 79 meetings had to be taken out again: 101 were left, worth 78.74, against 151, worth a proven 102.93. Beyond eight
 * kinds only single kinds and all together are limited, and `assignInterpreters` says what is left over.
 */
export function interpreterLimits(
  interpretable: Interpretable,
  interpreters: readonly Interpreter[],
  slots: readonly number[],
): Shared[] {
  const byId = new Map(interpreters.map((each) => [each.id, each]));
  const kinds = [
    ...Map.groupBy(Object.entries(interpretable), ([, ids]) => ids.toSorted().join(' ')).values(),
  ].map((entries) => ({ pairs: entries.map(([pair]) => pair), ids: entries[0]![1] }));
  return setsOf(kinds.length).map((members, index) => {
    const ids = new Set(members.flatMap((kind) => kinds[kind]!.ids));
    const serving = [...ids].map((id) => byId.get(id)!);
    const total = serving.reduce((sum, { max }) => sum + (max ?? Infinity), 0);
    return {
      id: index === 0 ? 'interpreters' : `interpreters (${index + 1})`,
      pairs: members.flatMap((kind) => kinds[kind]!.pairs),
      limits: [
        ...slots.map((slot) => ({
          slots: [slot],
          max: serving.filter(({ available }) => available.has(slot)).length,
        })),
        ...(Number.isFinite(total) ? [{ slots: [...slots], max: total }] : []),
      ],
    };
  });
}

/** Every set of kinds that is limited, each by positions. */
function setsOf(kinds: number): number[][] {
  const all = Array.from({ length: kinds }, (_, kind) => kind);
  if (kinds > MOST_KINDS) return [...all.map((kind) => [kind]), all];
  return Array.from({ length: 2 ** kinds - 1 }, (_, index) =>
    all.filter((kind) => ((index + 1) >> kind) & 1),
  );
}

/**
 * Gives every meeting that needs one an interpreter, nobody two at once and nobody more than their most: as many
 * meetings as can be, by augmenting paths. One who sat in before stays.
 * @param before the interpreter of a pair in the plan that stands.
 * @returns the interpreter by pair; who is missing there has none.
 */
export function assignInterpreters(
  meetings: readonly { pair: string; slot: number }[],
  interpretable: Interpretable,
  interpreters: readonly Interpreter[],
  before: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const byId = new Map(interpreters.map((each) => [each.id, each]));
  const slotOf = new Map(
    meetings.filter(({ pair }) => interpretable[pair]).map(({ pair, slot }) => [pair, slot] as const),
  );
  const given = new Map<string, string>();
  /** Places in an interpreter's day that somebody is about to take over. */
  const reserved = new Map<string, number>();
  const heldBy = (id: string): string[] =>
    [...given].filter(([, interpreter]) => interpreter === id).map(([pair]) => pair);

  /** Moves `other` to another interpreter, so that `pair` gets this one. */
  const giveWay = (other: string, pair: string, id: string, tried: Set<string>): boolean => {
    given.delete(other);
    reserved.set(id, (reserved.get(id) ?? 0) + 1);
    const moved = serve(other, tried);
    reserved.set(id, reserved.get(id)! - 1);
    given.set(moved ? pair : other, id);
    return moved;
  };
  const serve = (pair: string, tried: Set<string>): boolean => {
    const slot = slotOf.get(pair)!;
    const first = (id: string): number => (before.get(pair) === id ? -1 : heldBy(id).length);
    const choices = interpretable[pair]!.filter((id) => byId.get(id)!.available.has(slot)).sort(
      (a, b) => first(a) - first(b) || (a < b ? -1 : 1),
    );
    for (const id of choices) {
      const held = heldBy(id);
      const rival = held.find((other) => slotOf.get(other) === slot);
      // Whoever has the interpreter in this slot gives way; where they have their most, any meeting of theirs may.
      const node = rival === undefined ? id : `${id} ${slot}`;
      if (tried.has(node) || tried.has(`${id} ${slot}`)) continue;
      const most = byId.get(id)!.max ?? Infinity;
      if (rival === undefined && held.length + (reserved.get(id) ?? 0) < most) {
        given.set(pair, id);
        return true;
      }
      tried.add(node);
      for (const other of rival === undefined ? held : [rival])
        if (giveWay(other, pair, id, tried)) return true;
    }
    return false;
  };
  for (const pair of slotOf.keys()) serve(pair, new Set());
  return given;
}
