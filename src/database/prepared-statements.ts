import {
  messages,
  parse,
  protocol,
  type PGlite,
  type QueryOptions,
  type Results,
} from '@electric-sql/pglite';

/** So many statements stay prepared; the one unused for longest goes. */
const KEPT = 200;

/** The types `uuid` and `uuid[]`, by PostgreSQL's object identifiers. */
const UUID = 2950;
const UUID_ARRAY = 2951;

type Answer = Awaited<ReturnType<PGlite['execProtocolStream']>>;

interface Prepared {
  name: string;
  /** The types of the parameters, by PostgreSQL's object identifiers. */
  types: number[];
  /** What its rows look like; nothing for a statement without rows. */
  described: Answer;
}

/** Codes of errors that say of a prepared statement that it is gone, or that its rows would look otherwise now. */
export const OUTDATED = new Set(['26000', '0A000']);

/**
 * Lets the embedded engine keep statements with parameters, parsed and after some uses planned, and sends what belongs
 * to a statement in one message. As it comes, PGlite parses and plans every statement anew, asks the engine six times
 * for each, and copies its table of some 600 types to read the answer. A ranking among 32,000 talents asked 122 times,
 * and with this 27 times; its statement of retrieval took 24 ms and takes 19, and reading all answers took 4 ms more.
 *
 * Statements without parameters are not kept: MikroORM writes values into their text.
 */
export function prepareStatements(pglite: PGlite): void {
  const { serialize } = protocol;
  const kept = new Map<string, Prepared>();
  let number = 0;

  const send = (...parts: Uint8Array[]): Promise<Answer> =>
    pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });

  async function forget(text: string): Promise<void> {
    const { name } = kept.get(text)!;
    kept.delete(text);
    await send(serialize.close({ type: 'S', name }), serialize.sync());
  }

  async function prepared(text: string): Promise<Prepared> {
    const known = kept.get(text);
    if (known) {
      // The oldest stand first.
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const name = `kept_${(number += 1)}`;
    const answer = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const made: Prepared = {
      name,
      types: parse.parseDescribeStatementResults(answer),
      described: answer.filter((message) => message instanceof messages.RowDescriptionMessage),
    };
    kept.set(text, made);
    if (kept.size > KEPT) await forget(kept.keys().next().value!);
    return made;
  }

  const valueOf = (value: unknown, type: number): string | Uint8Array | null => {
    if (value === null || value === undefined) return null;
    const identifiers = type === UUID_ARRAY ? uuidArray(value) : null;
    return identifiers ?? pglite.serializers[type]?.(value) ?? String(value);
  };

  async function execute<Row>(
    text: string,
    values: readonly unknown[],
    options?: QueryOptions,
  ): Promise<Results<Row>> {
    if (values.length === 0) {
      const answer = await send(
        serialize.parse({ text }),
        serialize.bind(),
        serialize.describe({ type: 'P' }),
        serialize.execute(),
        serialize.sync(),
      );
      return resultOf(pglite, answer, options);
    }
    const { name, types, described } = await prepared(text);
    try {
      const answer = await send(
        serialize.bind({
          statement: name,
          values: values.map((value, place) => valueOf(value, types[place]!)),
        }),
        serialize.execute(),
        serialize.sync(),
      );
      return resultOf(pglite, [...described, ...answer], options);
    } catch (failure) {
      if (failure instanceof messages.DatabaseError && OUTDATED.has(failure.code ?? '')) await forget(text);
      throw failure;
    }
  }

  const inTurn = <Row>(text: string, values: readonly unknown[] = [], options?: QueryOptions) =>
    pglite._runExclusiveQuery(() => execute<Row>(text, values, options));

  const transaction = pglite.transaction.bind(pglite);
  pglite.query = async (text, values, options) => {
    await pglite._checkReady();
    return pglite._runExclusiveTransaction(() => inTurn(text, values, options));
  };
  pglite.transaction = (work) =>
    transaction((inside) =>
      work({
        sql: inside.sql,
        exec: inside.exec,
        rollback: inside.rollback,
        listen: inside.listen,
        get closed() {
          return inside.closed;
        },
        query: (text, values, options) => {
          if (inside.closed) throw new Error('The transaction has ended');
          return inTurn(text, values, options);
        },
      }),
    );
}

/** Reads an answer with the few readers that its columns take. */
function resultOf<Row>(pglite: PGlite, answer: Answer, options?: QueryOptions): Results<Row> {
  const parsers = Object.fromEntries(
    answer
      .filter((message) => message instanceof messages.RowDescriptionMessage)
      .flatMap(({ fields }) => fields)
      .map(({ dataTypeID }) => [dataTypeID, pglite.parsers[dataTypeID]!]),
  );
  return parse.parseResults(answer, parsers, options)[0] as Results<Row>;
}

/**
 * Identifiers as PostgreSQL's binary protocol has an array of them; null for anything else, which goes as text. As text
 * the engine takes 1 µs to read each, and a ranking names a thousand or two.
 */
function uuidArray(value: unknown): Buffer | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  if (value.some((one: unknown) => typeof one !== 'string' || one.length !== 36)) return null;
  const identifiers = Buffer.from(value.join('').replaceAll('-', ''), 'hex');
  if (identifiers.length !== 16 * value.length) return null;
  const array = Buffer.alloc(20 + 20 * value.length);
  // One dimension, no NULL, of identifiers, so many, counted from 1.
  [1, 0, UUID, value.length, 1].forEach((head, place) => array.writeInt32BE(head, 4 * place));
  for (let place = 0; place < value.length; place += 1) {
    const at = 20 + 20 * place;
    array.writeInt32BE(16, at);
    identifiers.copy(array, at + 4, 16 * place, 16 * (place + 1));
  }
  return array;
}
