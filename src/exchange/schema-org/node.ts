import { recordInvalid } from '../exchange.failures.ts';
import type { Place } from '../check-record.ts';

/** A node of JSON-LD: properties with or without the prefix `schema:`, values alone or in lists. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of a node's types, without prefix or address: `JobPosting`. */
export function typesOf(node: Node): string[] {
  return [node['@type'] ?? node['type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''));
}

/** The values of a property, none, one or many. JSON-LD's `{ "@value": … }` and `{ "@list": … }` are opened. */
export function valuesOf(node: Node, property: string): unknown[] {
  return [node[property] ?? node[`schema:${property}`]].flat().flatMap((value) => {
    if (value == null || value === '') return [];
    if (!isNode(value)) return [value];
    if ('@value' in value) return [value['@value']];
    if ('@list' in value || '@set' in value) return [value['@list'] ?? value['@set']].flat();
    return [value];
  });
}

/** The first value of a property. */
export const valueOf = (node: Node, property: string): unknown => valuesOf(node, property)[0];

/** The property as a node; undefined when it is absent. @throws EXCHANGE_RECORD_INVALID for anything else */
export function nodeOf(node: Node, property: string, at: Place = []): Node | undefined {
  const value = valueOf(node, property);
  if (value === undefined || isNode(value)) return value;
  throw recordInvalid({ problem: 'is no object', more: 0 }, { path: [...at, property] });
}

/**
 * The property as a text: a string or number as it is, of an object its name, code or text.
 * @throws EXCHANGE_RECORD_INVALID for true and false
 */
export function textOf(node: Node, property: string, at: Place = []): string | undefined {
  return textsOf(node, property, at)[0];
}

/** The property as texts; see `textOf`. */
export function textsOf(node: Node, property: string, at: Place = []): string[] {
  return valuesOf(node, property)
    .map((value) => {
      if (typeof value === 'string') return value.trim();
      if (typeof value === 'number') return String(value);
      if (isNode(value))
        for (const name of [
          'name',
          'credentialCategory',
          'termCode',
          'codeValue',
          'description',
          'value',
          '@id',
        ]) {
          const inner = value[name] ?? value[`schema:${name}`];
          if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
        }
      throw recordInvalid({ problem: 'is no text', more: 0 }, { path: [...at, property] });
    })
    .filter((text) => text !== '');
}

/** A number, also one written as text: `34 500,50` is not one. @throws EXCHANGE_RECORD_INVALID */
export function numberOf(node: Node, property: string, at: Place = []): number | undefined {
  const value = valueOf(node, property);
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw recordInvalid({ problem: 'is no number', more: 0 }, { path: [...at, property] });
}

/** Tandem's own property: `tandem:sector`. */
export const ownOf = (node: Node, property: string): unknown => node[`tandem:${property}`];

/**
 * What another system calls the node: `identifier` as a text or PropertyValue, else `@id`, else `url`.
 * `urn:uuid:` leads to `id`, Tandem's own identifier.
 */
export function identityOf(node: Node): { id: string | undefined; identifier: string | undefined } {
  const own = ownOf(node, 'id');
  const named = valueOf(node, 'identifier');
  const identifier = isNode(named)
    ? ['propertyID', 'name', 'value'].flatMap((part) => textsOf(named, part)).join(':')
    : named == null
      ? undefined
      : String(named);
  const address = ['@id', 'url', 'sameAs']
    .map((name) => node[name])
    .find((value) => typeof value === 'string');
  const uuid = [own, node['@id']]
    .map((value) => /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(String(value))?.[1])
    .find((found) => found !== undefined);
  return { id: uuid?.toLowerCase(), identifier: identifier || address };
}
