/** People who are together, directly or through others: the connected components of the wishes. */
export function togetherClasses(together: readonly (readonly [string, string])[]): string[][] {
  const classOf = new Map<string, string[]>();
  for (const [first, second] of together) {
    const one = classOf.get(first) ?? [first];
    const other = classOf.get(second) ?? [second];
    const joined = one === other || first === second ? one : [...one, ...other];
    for (const member of joined) classOf.set(member, joined);
  }
  return [...new Set(classOf.values())].filter((members) => members.length > 1);
}
