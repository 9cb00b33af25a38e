/** One cell of a header. */
export interface HeaderCell {
  readonly text: string;
  /** The words of the merged cell above it (`户主`, `家庭收入`), where the header takes two rows. */
  readonly group?: string;
}

/** A row, or two, that may be the header of a part. */
export interface HeaderRow {
  /** Row of its lower end, from 1; data begin below it. */
  readonly row: number;
  readonly height: 1 | 2;
  readonly cells: readonly HeaderCell[];
}

const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== '';

export const singleRow = (row: number, cells: readonly string[]): HeaderRow => ({
  row,
  height: 1,
  cells: cells.map((text) => ({ text })),
});

/**
 * The header that two rows make together, as merged cells leave it: a column whose name spans both rows has it in the upper one and
 * nothing below; a group's words stand above the first of its columns, and the others of the group have nothing above them.
 * @param row of the lower one, from 1
 * @returns undefined when one of the rows adds nothing
 */
export function doubleRow(
  row: number,
  upper: readonly string[],
  lower: readonly string[],
): HeaderRow | undefined {
  let group: string | undefined;
  let below = 0;
  let above = 0;
  const cells = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index): HeaderCell => {
    const name = lower[index];
    const over = upper[index];
    if (!isFilled(name)) {
      group = undefined;
      if (isFilled(over)) above += 1;
      return { text: over ?? '' };
    }
    below += 1;
    if (isFilled(over)) group = over.trim() === name.trim() ? undefined : over.trim();
    return group === undefined ? { text: name } : { text: name, group };
  });
  return above > 0 && below > 0 ? { row, height: 2, cells } : undefined;
}
