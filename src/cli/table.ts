/** A table in plain text: columns as wide as their widest cell, numbers to the right. */
export function table(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(width(title), ...lines.map((line) => width(line[column] ?? ''))),
  );
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(Math.max((widths[column] ?? 0) - width(cell), 0));
        return /^[\d.,]+( ms| s)?$/.test(cell) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [row(header), widths.map((length) => '─'.repeat(length)).join('  '), ...lines.map(row)].join('\n');
}

/** How many columns a text takes on a screen, letters with marks counting one. */
const width = (text: string): number => [...text.normalize('NFC')].length;
