import type { Style } from 'exceljs';

/** A cell: its typed value and how it looks. Styles are shared objects: the writer knows them again by identity. */
export interface Cell {
  readonly value: string | number | Date | null;
  readonly style: Partial<Style>;
  /** Name of the sheet that a click on it leads to. */
  readonly to?: string;
}

/** A cell of that style; an empty text is an empty cell. */
export const cell = (value: Cell['value'], style: Cell['style'], to?: string): Cell => ({
  value: value === '' ? null : value,
  style,
  ...(to !== undefined && { to }),
});
