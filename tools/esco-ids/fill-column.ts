/**
 * The table with the identifiers in its column `esco`, each in the row of that `id`; everything else stays as it
 * is, and so does an identifier that is there already.
 * @returns the table, and how many were filled in.
 */
export function fillColumn(
  table: string,
  found: ReadonlyMap<string, string>,
): { table: string; filled: number } {
  const [header = '', ...lines] = table.split('\n');
  const columns = header.split('\t');
  const [id, esco] = [columns.indexOf('id'), columns.indexOf('esco')];
  if (id < 0 || esco < 0) throw new Error('The table has no columns id and esco');
  let filled = 0;
  const rest = lines.map((line) => {
    const cells = line.split('\t');
    const uri = found.get(cells[id] ?? '');
    if (uri === undefined || cells[esco] !== '') return line;
    filled += 1;
    return cells.with(esco, uri).join('\t');
  });
  return { table: [header, ...rest].join('\n'), filled };
}
