// The worker thread of `threaded-rows.ts`. Node runs this file as it is, types and all, so neither it nor what it
// imports may hold decorators or parameter properties.
import { parentPort } from 'node:worker_threads';
import { ByteRows } from './byte-rows.ts';
import type { FromRowsThread, ToRowsThread } from './threaded-rows.ts';

/** Where there is no room for one more row, room is made for so many times as many, and some. */
const ROOM = 1.25;
const SOME = 64;

const tables = new Map<number, ByteRows>();
const port = parentPort!;

port.on('message', (message: ToRowsThread) => {
  const { kind, table } = message;
  if (kind === 'drop') tables.delete(table);
  else if (kind === 'open') tables.set(table, new ByteRows(roomFor(message.expected), message.dimensions));
  else if (kind === 'set') {
    const { places, bytes } = message;
    let rows = tables.get(table)!;
    const most = places.reduce((one, other) => Math.max(one, other), 0);
    if (most >= rows.length) tables.set(table, (rows = rows.grown(roomFor(most))));
    const dimensions = bytes.length / places.length;
    places.forEach((place, at) => rows.set(place, bytes.subarray(at * dimensions, (at + 1) * dimensions)));
  } else {
    const products = tables.get(table)!.products(message.vector, message.rows).slice();
    port.postMessage({ asked: message.asked, products } satisfies FromRowsThread, [products.buffer]);
  }
});

function roomFor(rows: number): number {
  return Math.ceil(rows * ROOM) + SOME;
}
