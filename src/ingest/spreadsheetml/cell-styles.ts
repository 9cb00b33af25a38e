import { overLimit, type PartPlace } from '../failure.js';
import { MAX_COLUMN } from '../limits.js';
import { PLAIN } from '../workbook/number-format.js';
import { nameHash } from '../xlsx/xml-bytes.js';
import type { XmlScanner } from '../xlsx/xml-scanner.js';
import { attributeNumber, attributeText } from './xml-attributes.js';

const STYLE_ID = nameHash('StyleID');
const INDEX = nameHash('Index');
const SPAN = nameHash('Span');

/** How the number in a cell is shown, by the style of the cell, else of its row, its column, the table, else the default one. */
export interface CellStyles {
  openTable(scanner: XmlScanner): void;
  column(scanner: XmlScanner, where: PartPlace): void;
  openRow(scanner: XmlScanner): void;
  openCell(scanner: XmlScanner): void;
  /** Of the cell that was opened last, in that column. */
  format(column: number): number;
}

export function createCellStyles(formats: ReadonlyMap<string, number>): CellStyles {
  const columns: (string | undefined)[] = [];
  let table: string | undefined;
  let row: string | undefined;
  let cell: string | undefined;
  const styleOf = (scanner: XmlScanner): string | undefined => attributeText(scanner, STYLE_ID);
  return {
    openTable(scanner) {
      table = styleOf(scanner);
    },
    column(scanner, where) {
      const index = attributeNumber(scanner, INDEX) ?? columns.length + 1;
      const end = index + (attributeNumber(scanner, SPAN) ?? 0);
      if (index < 1 || end > MAX_COLUMN) throw overLimit(where, `≤ C${MAX_COLUMN}`, `C${index}`);
      const style = styleOf(scanner);
      for (let i = columns.length; i < index; i++) columns[i] = undefined;
      for (let i = index - 1; i < end; i++) columns[i] = style;
    },
    openRow(scanner) {
      row = styleOf(scanner);
    },
    openCell(scanner) {
      cell = styleOf(scanner);
    },
    format: (column) => formats.get(cell ?? row ?? columns[column] ?? table ?? 'Default') ?? PLAIN,
  };
}
