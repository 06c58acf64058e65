import { v5, v7 } from 'uuid';

/** Namespace of the identifiers that Tandem derives from other systems' names. Fixed for ever. */
const NAMESPACE = '5f0e2f0e-9a53-4d0a-9a1e-7a6d2b1f6c10';

/** A new identifier: UUID version 7, so that later ones sort after earlier ones. */
export const newId = (): string => v7();

/**
 * The identifier of a thing that another system or file names: the same name gives the same identifier,
 * so that importing twice changes one row instead of making two. UUID version 5.
 */
export const derivedId = (kind: string, name: string): string => v5(`${kind}:${name}`, NAMESPACE);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID, and so can be compared with an identifier in the database. */
export const isId = (text: string): boolean => UUID.test(text);
