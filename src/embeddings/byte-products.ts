/** What is used here of what every JavaScript engine has: the types of Node.js leave it out. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { products: Products } };
};

/** What a module works on. */
export interface Memory {
  buffer: ArrayBuffer;
}

/**
 * Writes the products of rows with a vector, all of them in bytes, as integers of 32 bits. `width` is a multiple of
 * `LANES`; the others are addresses: of the first row and of the end of the last, of the vector, and of the sums.
 */
export type Products = (row: number, end: number, vector: number, sums: number, width: number) => void;

/** Dimensions that are multiplied at once; rows are filled with zeros up to a multiple of it. */
export const LANES = 16;

/** The instructions of `Products`, by their names in WebAssembly's specification; those of vectors begin with 0xFD. */
const VECTOR = 0xfd;
const I32 = 0x7f;
const V128 = 0x7b;
const NOTHING = 0x40;
const LOOP = 0x03;
const END = 0x0b;
const BRANCH_IF = 0x0d;
const GET = 0x20;
const SET = 0x21;
const TEE = 0x22;
const I32_STORE = 0x36;
const I32_CONST = 0x41;
const I32_LESS = 0x49;
const I32_ADD = 0x6a;
const V128_LOAD = [VECTOR, 0x00, 0, 0];
const ZERO = [VECTOR, 0x0c, ...Array.from({ length: LANES }, () => 0)];
const EXTRACT_LANE = [VECTOR, 0x1b];
const PAIRWISE_SUM = [VECTOR, 0x7e];
const PRODUCTS_OF_LOW_HALF = [VECTOR, 0x9c, 0x01];
const PRODUCTS_OF_HIGH_HALF = [VECTOR, 0x9d, 0x01];
const V128_ADD = [VECTOR, 0xae, 0x01];

/** Its parameters, and two of its own. */
const [row, end, vector, sums, width] = [0, 1, 2, 3, 4];
const [at, sum] = [5, 6];

const load = (from: number): number[] => [GET, from, GET, at, I32_ADD, ...V128_LOAD];
const productsOf = (half: number[]): number[] => [
  ...load(row),
  ...load(vector),
  ...half,
  ...PAIRWISE_SUM,
  ...V128_ADD,
];
const lane = (number: number): number[] => [GET, sum, ...EXTRACT_LANE, number];
const step = (local: number, by: number[], mark: number): number[] => [
  GET,
  local,
  ...by,
  I32_ADD,
  mark,
  local,
];

/** For each row: for each 16 dimensions add the 16 products to four sums; write the four as one. */
const BODY = [
  [2, 1, I32, 1, V128],
  [LOOP, NOTHING],
  [I32_CONST, 0, SET, at],
  [...ZERO, SET, sum],
  [LOOP, NOTHING],
  [GET, sum, ...productsOf(PRODUCTS_OF_LOW_HALF), ...productsOf(PRODUCTS_OF_HIGH_HALF), SET, sum],
  [...step(at, [I32_CONST, LANES], TEE), GET, width, I32_LESS, BRANCH_IF, 0],
  [END],
  [GET, sums, ...lane(0), ...lane(1), I32_ADD, ...lane(2), I32_ADD, ...lane(3), I32_ADD, I32_STORE, 2, 0],
  step(sums, [I32_CONST, 4], SET),
  [...step(row, [GET, width], TEE), GET, end, I32_LESS, BRANCH_IF, 0],
  [END],
  [END],
].flat();

/** Numbers of more than seven bits, as modules have them. */
const leb = (number: number): number[] =>
  number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...leb(number >> 7)];
const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
const name = (text: string): number[] => [text.length, ...Buffer.from(text)];

const MODULE = new WebAssembly.Module(
  Uint8Array.from(
    [
      [0, ...Buffer.from('asm'), 1, 0, 0, 0],
      section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
      section(2, [1, ...name('own'), ...name('memory'), 2, 0, 1]),
      section(3, [1, 0]),
      section(7, [1, ...name('products'), 0, 0]),
      section(10, [1, ...leb(BODY.length), ...BODY]),
    ].flat(),
  ),
);

const PAGE = 65_536;

/** Memory of at least so many bytes, and what multiplies in it. */
export function byteProducts(bytes: number): { memory: Memory; products: Products } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  return { memory, ...new WebAssembly.Instance(MODULE, { own: { memory } }).exports };
}
