import type { Action, AuditSubject } from '../access/index.ts';

/** One way from state to state. */
export interface Move<State extends string> {
  from: readonly State[];
  to: State;
  /** The permission that it takes, and the name under which it is audited. */
  action: Action;
  /** What must hold besides the state, in words, for people: the use case checks it. */
  holds?: string;
  /** Whether whoever makes it says why. */
  reason?: true;
  /** It follows from another deed, and nobody makes it for itself: no permission is asked for. */
  consequence?: true;
}

/** The life of one kind of thing, as data: its states, and every move between them. */
export interface Life<State extends string = string, Name extends string = string> {
  subject: AuditSubject['kind'];
  /** What it is the life of, as a heading. */
  title: string;
  /** Every state with what it means, in the order of a usual life. */
  states: Readonly<Record<State, string>>;
  begins: State;
  moves: Readonly<Record<Name, Move<State>>>;
}

const register: Life[] = [];

/**
 * Declares a life and enters it in the register, from which the diagrams in docs/states.md are made.
 * @throws Error when a state can never be reached: a slip in the data.
 */
export function defineLife<const State extends string, const Name extends string>(
  life: Life<State, Name>,
): Life<State, Name> {
  const reached = new Set<string>([life.begins]);
  const moves: readonly Move<State>[] = Object.values(life.moves);
  for (let grown = true; grown;) {
    const size = reached.size;
    for (const { from, to } of moves) if (from.some((state) => reached.has(state))) reached.add(to);
    grown = reached.size > size;
  }
  const lost = Object.keys(life.states).filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`No move of the life '${life.title}' leads to ${lost.join(', ')}`);
  register.push(life as unknown as Life);
  return life;
}

/** Every life declared by the rooms loaded so far. */
export const lifeRegister = (): readonly Life[] => register;

/** The moves that can be made from a state, by name; consequences are not among them. */
export const movesFrom = <State extends string, Name extends string>(
  { moves }: Life<State, Name>,
  state: State,
): Name[] =>
  (Object.entries(moves) as [Name, Move<State>][])
    .filter(([, { from, consequence }]) => from.includes(state) && !consequence)
    .map(([name]) => name);
