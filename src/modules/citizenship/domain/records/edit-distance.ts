/** Letters changed, left out, added or swapped with their neighbour: at most two, or one in a short name. */
export function isMisspelling(a: string, b: string): boolean {
  return editDistance(a, b) <= (Math.max(a.length, b.length) < 6 ? 1 : 2);
}

function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const least = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(swapped ? Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1) : least);
    }
    rows.push(line);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
