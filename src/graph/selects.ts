import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * Whether the query asks for the field at the end of the path below the one that is resolved, also in fragments:
 * `selects(info, ['edges', 'node', 'evidence'])`. What `@skip` or `@include` may leave out counts as asked for.
 */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  const within = (selections: SelectionSetNode | undefined, [name, ...rest]: readonly string[]): boolean =>
    name === undefined ||
    (selections?.selections.some((selection) => {
      if (selection.kind === 'Field')
        return selection.name.value === name && within(selection.selectionSet, rest);
      const fragment =
        selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value]!;
      return within(fragment.selectionSet, [name, ...rest]);
    }) ??
      false);
  return info.fieldNodes.some(({ selectionSet }) => within(selectionSet, path));
}
